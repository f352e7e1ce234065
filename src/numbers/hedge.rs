//! Hedges around a number: "at least some 60", "40 or more", "topped 40".

use super::fraction;
use super::quantity::Operator;
use super::scan::Scan;
use super::words::{Cell, Hedge, Mark};
use crate::text::TokenKind;

/// The most words between a hedge and its number when a remark stands between them: "at least, officials said, 40".
const LONGEST_REMARK: usize = 5;

/// The hedge left of `start`, not reaching before `floor`: what it does and where it begins.
pub(super) fn before(scan: Scan<'_>, start: usize, floor: usize) -> Option<(Hedge, usize)> {
    let mut found: Option<(Hedge, usize)> = None;
    let mut at = start;
    while let Some((hedge, begin)) = ending_at(scan, at, floor) {
        let outer = match found {
            // A bound keeps its force inside an approximation: "about at least".
            Some((inner, _)) if is_loose(hedge.operator) && !is_loose(inner.operator) => inner,
            _ => hedge,
        };
        found = Some((outer, begin));
        at = begin;
    }
    found
        .or_else(|| over_filler(scan, start, floor))
        .or_else(|| over_remark(scan, start, floor))
}

const fn is_loose(operator: Operator) -> bool {
    matches!(operator, Operator::About | Operator::Exact)
}

/// The longest hedge that ends right before `end`.
fn ending_at(scan: Scan<'_>, end: usize, floor: usize) -> Option<(Hedge, usize)> {
    let last = scan.before(end, 1).filter(|at| *at >= floor)?;
    if scan.kind(last) == Some(TokenKind::Mark) {
        // "approx. 40": the dot of an abbreviation.
        let dotted = scan.is(last, Mark::Dot) && scan.glued(last);
        return if dotted {
            words_ending_at(scan, last, floor).filter(|(_, begin)| *begin + 1 == last)
        } else {
            signs_ending_at(scan, end, floor)
        };
    }
    words_ending_at(scan, end, floor)
}

/// ">= 40", "~40"
fn signs_ending_at(scan: Scan<'_>, end: usize, floor: usize) -> Option<(Hedge, usize)> {
    (1..=2).rev().find_map(|width| {
        let begin = scan.before(end, width).filter(|at| *at >= floor)?;
        let signs: String = (begin..end).map(|at| scan.str(at)).collect();
        let hedge = scan.words.signs_before.get(signs.as_str())?;
        Some((*hedge, begin))
    })
}

fn words_ending_at(scan: Scan<'_>, end: usize, floor: usize) -> Option<(Hedge, usize)> {
    let tokens = &scan.tokens[..end.min(scan.to)];
    // A hyphen may stand between any two words of a phrase.
    let reach = scan.words.longest_hedge * 2;
    let first = end.saturating_sub(reach).max(floor).max(scan.from);
    (first..end).find_map(|at| {
        if !scan.is(at, Mark::HedgeStart) {
            return None;
        }
        let found = scan.words.before.longest_at(tokens, scan.text, at)?;
        let compares = scan.is(at + 1, Mark::Than)
            && scan.before(at, 1).is_some_and(|before| {
                // "In 2016 more than 60 died": a year is compared with nothing.
                !is_year(scan.str(before))
                    && (scan.is_number(before) || scan.cell(before) != Cell::None)
            });
        // "all over one street": everywhere on it.
        let everywhere = scan.is(at, Mark::Over) && scan.is_before(at, 1, Mark::Whole);
        let hedges = !compares && !everywhere && !has_risen(scan, at) && !stays_below(scan, at);
        (at + found.n_tokens == end && hedges).then_some((found.value, at))
    })
}

/// "death toll up to 17", "the toll is up to 17": it has gone up. Not so "a toll of up to 17", "put the toll at up to 17".
fn has_risen(scan: Scan<'_>, at: usize) -> bool {
    let tally = |back| scan.is_before(at, back, Mark::Tally);
    scan.is(at, Mark::Up)
        && scan.is(at + 1, Mark::To)
        && (tally(1) || tally(2) && !scan.is_before(at, 1, Mark::PlaceBefore))
}

/// The most words from a tally to what it has passed: "the number of victims in the city for the year past 100".
const TALLY_REACH: usize = 12;

/// "past 40" says that a number is passed only where a tally goes there: "pushed the toll past 40", but "the past 40 pages".
fn stays_below(scan: Scan<'_>, at: usize) -> bool {
    if !scan.str(at).eq_ignore_ascii_case("past") {
        return false;
    }
    let governed = scan.is_before(at, 1, Mark::Article) || scan.is_before(at, 1, Mark::PlaceBefore);
    let first = at.saturating_sub(TALLY_REACH).max(scan.from);
    let mut words = (first..at)
        .rev()
        .take_while(|at| !scan.is(*at, Mark::Comma));
    // "soars past 40": the verb says so.
    let verb = verb(scan, at + 1).is_some();
    governed || verb || !words.any(|at| scan.is(at, Mark::Tally))
}

/// Four digits of this or the last century.
fn is_year(digits: &str) -> bool {
    let century = digits.starts_with("19") || digits.starts_with("20");
    digits.len() == 4 && century && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// "at least the 40", "more than its 2.3 million": over one word that changes nothing.
fn over_filler(scan: Scan<'_>, start: usize, floor: usize) -> Option<(Hedge, usize)> {
    let filler = scan.before(start, 1).filter(|at| *at > floor)?;
    if !scan.is(filler, Mark::FillerOfHedge) {
        return None;
    }
    let (hedge, begin) = ending_at(scan, filler, floor)?;
    // One word alone may be a preposition: "over the 40", "about his 12".
    (begin + 1 < filler).then_some((hedge, begin))
}

/// "at least, officials said, 40".
fn over_remark(scan: Scan<'_>, start: usize, floor: usize) -> Option<(Hedge, usize)> {
    let comma = scan
        .before(start, 1)
        .filter(|at| scan.is(*at, Mark::Comma))?;
    let first = comma.saturating_sub(LONGEST_REMARK + 1).max(floor);
    let open = (first..comma)
        .rev()
        .find(|at| scan.is(*at, Mark::Comma) || scan.kind(*at) == Some(TokenKind::Number))?;
    if !scan.is(open, Mark::Comma) {
        return None;
    }
    let (hedge, begin) = ending_at(scan, open, floor)?;
    (begin + 1 < open).then_some((hedge, begin))
}

/// The hedge right of `end`: what it does and the token after it.
pub(super) fn after(scan: Scan<'_>, end: usize) -> Option<(Hedge, usize)> {
    scan.token(end)?;
    if scan.is(end, Mark::Comma) {
        return between_commas(scan, end);
    }
    let tokens = &scan.tokens[..scan.to];
    let joined = if scan.hyphen(end) { end + 1 } else { end };
    if scan.kind(end) == Some(TokenKind::Mark)
        && let Some(hedge) = scan.words.signs_after.get(scan.str(end))
    {
        let stands = scan.glued(end) && !scan.is_number(end + 1);
        return stands.then_some((*hedge, end + 1));
    }
    let found = scan.words.after.longest_at(tokens, scan.text, joined)?;
    // "the 737 Max": a name.
    if found.n_tokens == 1 && scan.is_name(joined) && joined > scan.from {
        return None;
    }
    let one_word = found.n_tokens == 1 && scan.is_word(joined);
    // "40 plus 3" adds; "40-plus" and "40-odd" hedge.
    if one_word && joined == end && scan.is(joined, Mark::NeedsHyphen) {
        return None;
    }
    let after = joined + found.n_tokens;
    // "12 and more than 194"
    if scan.is(after, Mark::Than) || fraction::part(scan, after).is_some() {
        return None;
    }
    // "above 10 and below 15": the hedge belongs to what follows.
    let next = scan.is_number(after) || scan.cell(after) != Cell::None;
    (!next).then_some((found.value, after))
}

/// "40, at least, were killed": a hedge of more than one word that commas set off.
fn between_commas(scan: Scan<'_>, comma: usize) -> Option<(Hedge, usize)> {
    let tokens = &scan.tokens[..scan.to];
    let found = scan.words.after.longest_at(tokens, scan.text, comma + 1)?;
    let end = comma + 1 + found.n_tokens;
    let closed = end == scan.to || scan.is(end, Mark::Comma) || scan.is(end, Mark::Dot);
    (closed && found.n_tokens > 1).then_some((found.value, end))
}

/// "40 people or more", "40 people, at least, died": a hedge after the counted noun, which stays outside the number's span.
pub(super) fn after_noun(scan: Scan<'_>, end: usize) -> Option<Hedge> {
    (end + 1..=end + 3)
        .take_while(|at| scan.is_word(at - 1) && scan.cell(at - 1) == Cell::None)
        .find_map(|at| {
            if scan.is(at, Mark::Comma) {
                return between_commas(scan, at).map(|(hedge, _)| hedge);
            }
            let tokens = &scan.tokens[..scan.to];
            let found = scan.words.after.longest_at(tokens, scan.text, at);
            found
                .filter(|_| scan.is(at, Mark::Or))
                .map(|found| found.value)
        })
}

/// The verb that governs the number at `start`: "topped 40,000", "nearing 200", "rose past 300".
pub(super) fn verb(scan: Scan<'_>, start: usize) -> Option<Hedge> {
    let tokens = &scan.tokens[..start];
    [2, 1].into_iter().find_map(|width| {
        let at = scan.before(start, width)?;
        let found = scan.words.verbs.longest_at(tokens, scan.text, at)?;
        (found.n_tokens == width).then_some(found.value)
    })
}
