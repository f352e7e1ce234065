//! Sentences that a claim type refuses by its `reject` patterns.

use crate::numbers::Quantity;
use crate::schema::claim_type::ClaimType;
use crate::span::Span;

use super::view::View;

/// True when a reject pattern of the type matches the sentence with the number written as `Q`.
pub(super) fn rejected(
    view: &View<'_>,
    sentence: usize,
    quantity: &Quantity,
    kind: &ClaimType,
) -> bool {
    if kind.reject.is_empty() {
        return false;
    }
    let span = view.document.sentences[sentence].span;
    let text = &view.document.article.text;
    let before = Span {
        start: span.start,
        end: quantity.span.start.max(span.start),
    }
    .slice(text);
    let after = Span {
        start: quantity.span.end.min(span.end),
        end: span.end,
    }
    .slice(text);
    let mut masked = before.to_lowercase();
    masked.push('Q');
    masked.push_str(&after.to_lowercase());
    kind.reject.iter().any(|pattern| pattern.is_match(&masked))
}
