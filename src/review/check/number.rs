//! A number to write instead of one that does not hold: a number for a number, and only where the rest of the sentence
//! can stay as it is.

use super::Edit;
use crate::claims::SINGULAR;
use crate::decimal::Decimal;
use crate::numbers::Operator;
use crate::report::{View, clean};
use crate::review::sheet::Entry;
use crate::span::Span;
use crate::text::Zone;

/// The number of the sheet for that of the draft; with its noun where the desk's wording has one. `None` where more
/// than the number would have to change.
pub(super) fn of_entry(view: &View<'_>, claim: usize, entry: &Entry) -> Option<Edit> {
    let (text, record) = (view.text(claim), view.record(claim));
    let quantity = &record.claim.quantity;
    // "$3 billion" and "7.1-magnitude" have a unit that only the desk's wording has, too.
    if !is_replaceable(view, claim, entry.amount.best)
        || quantity.unit.is_some() && entry.wording.is_empty()
    {
        return None;
    }
    let words = if entry.wording.is_empty() && is_spelled(quantity.numeral.slice(text)) {
        in_words(view, claim, entry)?
    } else {
        entry.written()
    };
    let mut span = quantity.span;
    let names_noun = words.split_whitespace().next_back().is_some_and(|last| {
        let counted = record.claim.counted;
        counted.is_some_and(|it| ends_alike(it.slice(text), last))
    });
    // "Dozens of homes" is "120 homes".
    let rest = text.get(span.end as usize..).unwrap_or_default();
    if record.claim.value.operator == Operator::Vague && rest.starts_with(" of ") {
        span.end += " of".len() as u32;
    }
    if let Some(counted) = record.claim.counted.filter(|_| names_noun) {
        span = span.join(counted);
    }
    Some(Edit {
        article: record.article,
        span,
        text: words,
    })
}

/// The number of another claim for that of `claim`, both in digits.
pub(super) fn of_claim(view: &View<'_>, claim: usize, other: usize) -> Option<Edit> {
    let theirs = view.record(other).claim.value.number;
    let quantity = |at: usize| &view.record(at).claim.quantity;
    let digits = |at: usize| {
        let words = quantity(at).span.slice(view.text(at));
        words.bytes().all(|it| it.is_ascii_digit() || it == b',')
    };
    // "Seven" may open a sentence there and stand within one here.
    let is_plain = digits(claim) && digits(other) && quantity(other).rule != SINGULAR;
    (is_plain && is_replaceable(view, claim, theirs)).then(|| Edit {
        article: view.record(claim).article,
        span: quantity(claim).span,
        text: clean(quantity(other).span.slice(view.text(other))),
    })
}

/// False where another number would leave the sentence wrong: "one person was", "a man", "21-day", and what somebody
/// is quoted with.
fn is_replaceable(view: &View<'_>, claim: usize, theirs: Option<Decimal>) -> bool {
    let (text, claim_made) = (view.text(claim), &view.record(claim).claim);
    let quantity = &claim_made.quantity;
    let is_one = |it: Option<Decimal>| it.is_some_and(|it| it == Decimal::ONE || it.is_zero());
    let ours = claim_made.value.number;
    let other_verb = (is_one(ours) || is_one(theirs)) && ours != theirs;
    quantity.rule != SINGULAR
        && !other_verb
        && !is_glued(text, quantity.span, quantity.numeral)
        && !is_quoted(view, claim)
}

/// True of a number that is one with what stands beside it: "21-day", "€3", "41-strong".
fn is_glued(text: &str, span: Span, numeral: Span) -> bool {
    let is_joiner = |it: char| it.is_alphanumeric() || "-‐‑$€£¥%°/".contains(it);
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = |end: u32| text.get(end as usize..).unwrap_or_default();
    let begins = |it: &str| it.chars().next().is_some_and(is_joiner);
    let within = numeral.end < span.end && begins(after(numeral.end));
    before.chars().next_back().is_some_and(is_joiner) || begins(after(span.end)) || within
}

/// True of "forty-one", and of no "dozens": what is vague may become a number.
fn is_spelled(numeral: &str) -> bool {
    !numeral.contains(|it: char| it.is_numeric())
}

/// The sheet's number as a word, where the draft has one: "seven" for "nine", "120" for "dozens" within a sentence.
fn in_words(view: &View<'_>, claim: usize, entry: &Entry) -> Option<String> {
    let record = view.record(claim);
    let span = record.claim.quantity.span;
    let opens = view.setting(claim).sentence.start == span.start;
    if record.claim.value.operator == Operator::Vague {
        return (!opens).then(|| entry.written());
    }
    let numerals = &view.input.schema.lexicon.numerals;
    let best = entry.amount.best?;
    let mut words = numerals.units.iter().chain(&numerals.teens);
    let (word, _) = words.find(|(_, value)| Decimal::from(**value) == best)?;
    let is_capital = span.slice(view.text(claim)).starts_with(char::is_uppercase);
    let mut letters = word.chars();
    let first = letters.next()?;
    Some(if is_capital {
        first.to_uppercase().chain(letters).collect()
    } else {
        word.clone()
    })
}

/// True when the number stands in words that somebody is quoted with: a quotation that opens in its paragraph, in this
/// sentence or an earlier one, and does not close before it.
fn is_quoted(view: &View<'_>, claim: usize) -> bool {
    let to = view.record(claim).claim.quantity.span.start as usize;
    let before = view.text(claim).get(..to).unwrap_or_default();
    let from = before.rfind("\n\n").max(before.rfind("\n\r\n"));
    let before = before.get(from.unwrap_or(0)..).unwrap_or_default();
    let count = |mark: char| before.matches(mark).count();
    view.setting(claim).zone == Zone::Quote
        || count('“') > count('”')
        || count('"') % 2 == 1
        || opens_single(before)
}

/// True when a single quotation mark stays open. One that closes looks like an apostrophe, and no letter follows it.
fn opens_single(before: &str) -> bool {
    let after_mark = before.rsplit_once('‘').map(|(_, after)| after);
    after_mark.is_some_and(|after| {
        let mut marks = after.match_indices('’');
        !marks.any(|(at, mark)| {
            let next = after[at + mark.len()..].chars().next();
            next.is_none_or(|it| !it.is_alphanumeric())
        })
    })
}

fn ends_alike(counted: &str, last: &str) -> bool {
    let counted = counted.split_whitespace().next_back();
    counted.is_some_and(|it| it.eq_ignore_ascii_case(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_quotation_mark_is_no_apostrophe() {
        assert!(opens_single("‘The quake killed "));
        assert!(opens_single("‘We don’t know. It killed "));
        assert!(!opens_single(
            "‘It is bad,’ he said of the quake that killed "
        ));
        assert!(!opens_single("The miners’ union said that it killed "));
    }

    #[test]
    fn a_number_is_glued_to_what_it_cannot_be_parted_from() {
        let check = |text: &str, span: &str, numeral: &str, is: bool| {
            let at = |words: &str| {
                let start = text.find(words).unwrap();
                Span::new(start, start + words.len())
            };
            assert_eq!(is_glued(text, at(span), at(numeral)), is, "{text}");
        };
        check("a 21-day pause", "21-day", "21", true);
        check("some 21 days", "some 21 days", "21", false);
        check("a 41-strong crew", "41", "41", true);
        check("it cost €3", "3", "3", true);
        check("killed 41.", "41", "41", false);
    }
}
