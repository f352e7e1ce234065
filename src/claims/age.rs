//! Numbers that are somebody's age without a word that says so.

use crate::decimal::Decimal;
use crate::numbers::{Kind, Operator};
use crate::text::TokenKind;

use super::view::View;
use super::words::Classes;

/// Nobody is this old, in years.
const OLDEST: Decimal = Decimal::from_parts(115, 0, 0, false, 0);

/// "an 11 and 13 year-old", "ages 28 and 22, were", "Another woman, 24, was shot", "John Smith Jr., 21, was": a number alone between commas after one person is an age.
pub(super) fn is_age(view: &View<'_>, index: usize) -> bool {
    let quantity = &view.quantities[index];
    let tokens = &quantity.tokens;
    let young = quantity.kind == Kind::Cardinal
        && quantity.value.operator == Operator::Bare
        && quantity.value.number.is_some_and(|n| n < OLDEST);
    let after = tokens.end;
    let before = tokens.start.saturating_sub(1);
    let with_age = view.is(before, Classes::CONJUNCTION)
        && before
            .checked_sub(1)
            .and_then(|at| view.quantity_at(at))
            .is_some_and(|other| view.quantities[other].kind == Kind::Age);
    // "Otto and Vera Lindqvist, both 35, and"
    let each = matches!(view.text(before), "both" | "each") && tokens.start > view.range.start;
    let of_two = each && view.is_any_mark(after)
        || view.is(before, Classes::ARTICLE) && view.is(after, Classes::CONJUNCTION);
    // "two children 6 and 11 years old".
    let before_age = view.is(after, Classes::CONJUNCTION)
        && view
            .quantity_at(after + 1)
            .is_some_and(|other| view.quantities[other].kind == Kind::Age);
    if young && (of_two || before_age || with_age && view.is_any_mark(after)) {
        return true;
    }
    // "John Smith, 21 of Lund, was shot".
    let of_place = view.is(after, Classes::OF) && view.is_name(after + 1);
    let closed = of_place || view.is_any_mark(after) || after >= view.range.end;
    let Some(opens) = tokens.start.checked_sub(1) else {
        return false;
    };
    // "Vera Lindqvist, now 61."
    let now = matches!(view.text(opens), "now" | "then");
    let opens = opens.saturating_sub(usize::from(now));
    let opened = view.is_mark(opens, ",") || view.is_mark(opens, "(");
    if !young || !closed || !opened || !view.token(tokens.start).kind.eq(&TokenKind::Number) {
        return false;
    }
    // "Anna Berg and Carl berg, 21, were": between commas right before the verb stands no count.
    if view.is_mark(opens, ",") && view.is_mark(after, ",") && view.is(after + 1, Classes::BE) {
        return true;
    }
    let person = (view.range.start..opens)
        .rev()
        .find(|at| !view.is_mark(*at, "."));
    person.is_some_and(|at| {
        let name = view.token(at).kind == TokenKind::Name;
        let one = view.words.noun(view.token(at).word) == view.words.person()
            && view.is(at, Classes::SINGULAR);
        (name || one) && view.quantity_at(at).is_none()
    })
}
