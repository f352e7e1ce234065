//! Ages: "24-year-old", "aged 9", "Maria Lund, 45, said", "he was 34".

use super::draft::Draft;
use super::hedge;
use super::quantity::Kind;
use super::read::Sentence;
use super::scan::Scan;
use super::starts::Starts;
use super::words::Mark;
use crate::decimal::Decimal;

/// The oldest a person gets, in years: the record is 122 (Robine and Allard 1998, *Science* 279).
const OLDEST: u32 = 122;

/// How many numbers "aged 4, 6, 9 and 11" is followed over.
const LONGEST_LIST: usize = 6;

/// How far after "15- and" the "old" of "17-year-old" may stand.
const SUSPENDED_REACH: usize = 8;

impl Sentence<'_> {
    /// Marks the number as an age when what stands beside it says so.
    pub(super) fn age(&self, draft: &mut Draft) {
        let scan = self.scan;
        if draft.kind == Kind::Duration {
            if let Some(end) = old_after(scan, draft.tokens.end) {
                draft.kind = Kind::Age;
                draft.rule = "age";
                draft.tokens.end = end;
            }
            return;
        }
        let start = draft.tokens.start;
        let aged = || {
            scan.seen.meets(Starts::AGED)
                && follows_aged(scan, start, self.floor)
                && !scan.is_countable(draft.tokens.end)
        };
        if draft.kind == Kind::Cardinal
            && (aged()
                || in_apposition(scan, draft)
                || are_two(scan, draft)
                || is_predicate(scan, draft))
        {
            draft.kind = Kind::Age;
            draft.rule = "age";
            draft.unit = Some("year".into());
        }
    }
}

/// "-year-old", "years of age": the token after it. Of "15- and 17-year-old" the first number ends where it did.
fn old_after(scan: Scan<'_>, end: usize) -> Option<usize> {
    let old = if scan.hyphen(end) { end + 1 } else { end };
    if scan.is(end, Mark::Of) && scan.is(end + 1, Mark::Aged) {
        return Some(end + 2);
    }
    if scan.is(old, Mark::Old) {
        return Some(old + 1);
    }
    let suspended = scan.is_before(end, 1, Mark::Hyphen);
    let later = (end..end + SUSPENDED_REACH)
        .find(|at| scan.is(*at, Mark::Duration))
        .is_some_and(|unit| scan.hyphen(unit + 1) && scan.is(unit + 2, Mark::Old));
    (suspended && later).then_some(end)
}

/// "aged 9", "at the age of about 40", "aged 4, 6 and 11".
fn follows_aged(scan: Scan<'_>, start: usize, floor: usize) -> bool {
    let begin = hedge::before(scan, start, floor).map_or(start, |(_, begin)| begin);
    let of = usize::from(scan.is_before(begin, 1, Mark::Of));
    if scan.is_before(begin, 1 + of, Mark::Aged) {
        return true;
    }
    let mut at = start;
    for _ in 0..LONGEST_LIST {
        let joints = (1..=2).take_while(|back| {
            scan.is_before(at, *back, Mark::Comma) || scan.is_before(at, *back, Mark::And)
        });
        let n_joints = joints.count();
        let number = scan.before(at, n_joints + 1);
        match number.filter(|at| n_joints > 0 && scan.is_number(*at)) {
            Some(number) if scan.is_before(number, 1, Mark::Aged) => return true,
            Some(number) => at = number,
            None => return false,
        }
    }
    false
}

/// "Maria Lund, 45, said", "Maria Lund (45)", "the boy, 12, was": between marks after a person.
fn in_apposition(scan: Scan<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    if !fits(draft) || !scan.is_number(start) {
        return false;
    }
    let opened = scan.is_before(start, 1, Mark::Open);
    if !opened && !scan.is_before(start, 1, Mark::Comma) {
        return false;
    }
    let Some(person) = person_before(scan, start - 1) else {
        return false;
    };
    let full = full_name(scan, person);
    if opened {
        return scan.is(end, Mark::Close) && full;
    }
    let closed = closes(scan, end) || scan.is(end, Mark::And);
    let goes_on = scan.is(end, Mark::Function) && !scan.is(end, Mark::Of) && full;
    closed || goes_on
}

/// A mark that ends an apposition: not a percent sign, a hyphen, a slash or a point before decimals.
fn closes(scan: Scan<'_>, end: usize) -> bool {
    let dot = scan.is(end, Mark::Dot) && !scan.glued(end + 1);
    scan.is(end, Mark::Comma) || scan.is(end, Mark::Close) || scan.str(end) == ";" || dot
}

/// "the boys, 14 and 15, were": two ages after a word for persons.
fn are_two(scan: Scan<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let first = if scan.is(end, Mark::And) {
        start
    } else {
        start.saturating_sub(2)
    };
    let persons = scan.is_before(first, 1, Mark::Comma)
        && scan
            .before(first, 2)
            .is_some_and(|at| scan.is(at, Mark::Person) && scan.is_plural(at));
    let pair = scan.is_number(first) && scan.is(first + 1, Mark::And) && scan.is_number(first + 2);
    persons && pair && closes(scan, first + 3) && fits(draft)
}

/// The name or the word for one person right before the mark at `mark`; "Jr." may have its dot.
fn person_before(scan: Scan<'_>, mark: usize) -> Option<usize> {
    let last = scan.before(mark, 1)?;
    let dotted = scan.is(last, Mark::Dot) && scan.glued(last);
    let last = if dotted {
        scan.before(last, 1).filter(|at| scan.str(*at).len() <= 3)?
    } else {
        last
    };
    let named = scan.is_name(last) && scan.row(last).month == 0;
    let person = scan.is(last, Mark::Person) && !scan.is_plural(last);
    (named || person).then_some(last)
}

/// True for the last of two names that no word of place governs.
fn full_name(scan: Scan<'_>, last: usize) -> bool {
    let mut first = last;
    while scan
        .before(first, 1)
        .is_some_and(|before| scan.is_name(before))
    {
        first -= 1;
    }
    first < last && !scan.is_before(first, 1, Mark::PlaceBefore)
}

/// "He was 34." "The teacher, who was 24, was": between the commas of a clause about one person.
fn is_predicate(scan: Scan<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let he = scan.is_before(start, 2, Mark::He);
    let who = || {
        let pronoun = scan.before(start, 2);
        let comma = scan.before(start, 3).filter(|at| scan.is(*at, Mark::Comma));
        pronoun.is_some_and(|at| scan.str(at).eq_ignore_ascii_case("who"))
            && scan.is(end, Mark::Comma)
            && comma.is_some_and(|at| person_before(scan, at).is_some())
    };
    let be = scan.is_before(start, 1, Mark::Be) && (he || who());
    let alone = !scan.is_word(end)
        || scan.is(end, Mark::And)
        || scan.is(end, Mark::Function) && !scan.is(end, Mark::Of);
    be && alone && fits(draft) && !scan.is(end, Mark::Percent) && !scan.is(end, Mark::Hyphen)
}

/// A whole number of years that a person can be old.
fn fits(draft: &Draft) -> bool {
    let whole = |value: Decimal| {
        value >= Decimal::ONE && value <= Decimal::from(OLDEST) && value.scale() == 0
    };
    draft.kind == Kind::Cardinal
        && draft.unit.is_none()
        && draft.written().is_some_and(|written| whole(written.value))
}
