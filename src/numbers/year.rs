//! Years and decades: "2009", "the 1990s", and what only looks like them.

use super::date::DateKind;
use super::day::{small, year_number};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::{hedge, share, unit};

/// "2009", "the 1990s", "'90s": bare, without a counted noun or a bound.
pub(super) fn year(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let text = scan.str(at);
    let ends_s = scan.glued(at + 1) && scan.str(at + 1).trim_start_matches(['\'', '’']) == "s";
    if ends_s {
        let first = small(scan, at).filter(|year| year % 10 == 0)?;
        return match text.len() {
            4 if (1000..=2099).contains(&first) => Some((at + 2, DateKind::Decade(first))),
            2 => Some((at + 2, DateKind::Decade(1900 + first))),
            _ => None,
        };
    }
    let year = year_number(scan, at)?;
    let usual = (1900..=2099).contains(&year);
    let said = (1000..=1899).contains(&year) && scan.is_before(at, 1, Mark::IntoMonth);
    if !usual && !said || is_counted(scan, at) || is_name_part(scan, at) {
        return None;
    }
    // "2013-14", "1939–45": the second year belongs to the first.
    let dash = (scan.is(at + 1, Mark::Hyphen)
        || scan.is(at + 1, Mark::Dash)
        || scan.is(at + 1, Mark::Slash))
        && scan.glued(at + 1);
    let second =
        dash && small(scan, at + 2).is_some_and(|n| scan.str(at + 2).len() == 2 && n > year % 100);
    Some((if second { at + 3 } else { at + 1 }, DateKind::Year(year)))
}

/// "2006 people", "2000 km", "$2000", "more than 2000".
pub(super) fn is_counted(scan: Scan<'_>, at: usize) -> bool {
    let number = unit::Number {
        digits: true,
        scaled: false,
        compound: false,
    };
    let money = scan
        .before(at, 1)
        .is_some_and(|before| scan.is_money(before));
    let bound = hedge::before(scan, at, scan.from).is_some_and(|(hedge, _)| {
        use super::quantity::Operator::{About, Exact};
        !matches!(hedge.operator, About | Exact) || scan.is_countable(at + 1)
    });
    let scaled = matches!(scan.cell(at + 1), Cell::Scale(_) | Cell::Multiple(_));
    // "in 2006 soldiers were killed" is read as a count; "2006 attacks" is not clear, and a year after "in".
    let person = scan.is(at + 1, Mark::Person) && !scan.is_before(at, 1, Mark::In);
    let plural = scan.is_plural(at + 1)
        && !scan.is_before(at, 1, Mark::IntoMonth)
        && !scan.is_before(at, 1, Mark::Article);
    // "2000 over 3" divides; "in 2008 over 2007" compares years.
    let divided = scan.is(at + 1, Mark::Over)
        && !scan.is_before(at, 1, Mark::IntoMonth)
        && year_number(scan, at + 2).is_none()
        && share::ratio_or_over(scan, at).is_some();
    money
        || bound
        || scaled
        || person
        || plural
        || divided
        || unit::read(scan, at + 1, number).is_some()
}

/// "Gaza-2014" or "F-2000", "#2012": part of a name.
pub(super) fn is_name_part(scan: Scan<'_>, at: usize) -> bool {
    scan.glued(at)
        && scan.before(at, 1).is_some_and(|before| {
            scan.is(before, Mark::Hyphen)
                && scan.glued(before)
                && scan
                    .before(before, 1)
                    .is_some_and(|name| scan.is_name(name))
                || scan.is_word(before)
                || scan.is(before, Mark::Rank)
        })
}
