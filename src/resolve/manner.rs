//! How a death came, where the words for it stand as those for whose it was: "three suspicious deaths".

use super::Resolver;
use super::classes::ORGANISATION;
use super::scene::Scene;
use super::who::{Facets, tokens_of};
use crate::claims::{Claim, Frame};
use crate::span::Span;

/// True when the words counted stand right before the deed and name nobody: "suspicious deaths", "separate raids". Not so
/// "pilgrim deaths", "military casualties", "Danish deaths".
pub(super) fn is(resolver: &Resolver, scene: &Scene<'_>, claim: &Claim, span: Span) -> bool {
    let document = scene.document;
    let words = tokens_of(document, span);
    let deed = tokens_of(document, claim.trigger.span);
    if claim.frame != Frame::QNoun || words.end != deed.start {
        return false;
    }
    let mut tokens = document.tokens[words.clone()].iter();
    let body = tokens.any(|token| resolver.classes.is(token, ORGANISATION));
    let who = resolver.nouns.who(document, &resolver.parties, span);
    who.facets == Facets::default() && !body && !resolver.nouns.names_people(document, words)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn how_they_died_is_not_who_they_were() {
        for (words, wanted) in [
            ("suspicious", None),
            ("unexplained", None),
            ("pilgrim", Some("pilgrim")),
            ("Danish", Some("Danish")),
            ("army", Some("army")),
        ] {
            let text = format!("Three {words} deaths were reported in Harsk.");
            let said = deaths(Frame::QNoun, "Three", words, "deaths");
            let record = &records(&text, "2031-03-14", &[said])[0];
            let who = record.who.text.map(|span| span.slice(&text));
            assert_eq!(who, wanted, "{text}");
        }
    }
}
