//! Counts that an article's own event does not account for: people held or driven out in months of war, where it tells of
//! one raid.

use super::anchor::Anchor;
use super::scene::Scene;
use super::{Event, Resolver};
use crate::claims::Claim;
use crate::text::TokenKind;

/// Before a length of time over which is counted.
const OVER: [&str; 6] = ["in", "over", "during", "within", "for", "through"];
/// What is as long as no deed of a day.
const LONG: [&str; 3] = ["months", "years", "decades"];
/// The most words between "in" and "months": "in more than 11".
const REACH: usize = 5;

/// True when an event may account for a count: it is of a kind that its type comes of, and goes on where the count is one of
/// months.
pub(super) fn may_come_of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    event: &Event,
) -> bool {
    let kinds = resolver.comes_of.get(claim.claim_type);
    let of_kind = kinds.is_none_or(|it| it.is_empty() || it.iter().any(|it| *it == *event.kind));
    of_kind && (event.ongoing || !is_over_months(scene, anchor))
}

/// "(110,000 uprooted) in eleven months of fire".
fn is_over_months(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let document = scene.document;
    let mut units = anchor.clause.clone();
    units.any(|at| {
        let from = at.saturating_sub(REACH).max(anchor.clause.start);
        let opens = (from..at).find(|it| OVER.contains(&document.token_text(*it)));
        LONG.contains(&document.token_text(at))
            && opens.is_some_and(|opens| {
                let numeral = |it: usize| document.tokens[it].kind == TokenKind::Number;
                let word = |it: usize| super::elapsed::is_count(document.token_text(it));
                (opens..at).any(|it| numeral(it) || word(it))
            })
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{Said, records};

    /// The event of the 115 in a text written on 10 August 2024, an id's beginning; "-" for none.
    fn check(kind: &str, trigger: &str, text: &str, wanted: &str) {
        let said = Said {
            kind,
            frame: Frame::Passive,
            number: "115",
            trigger,
            counted: "",
        };
        let records = records(text, "2024-08-10", &[said]);
        let event = records[0].event.as_ref().map_or("-", |it| &it.id);
        assert!(event.starts_with(wanted), "{event}: {text}");
    }

    #[test]
    fn nobody_is_held_of_an_air_raid() {
        let raid = "An air strike hit a school in Karvona on Friday.";
        let still = "In the north 115 hostages are held.";
        check("hostages", "held", &format!("{raid} {still}"), "-");
        let taken = "Gunmen attacked a school in Karvona on Friday.";
        check("hostages", "held", &format!("{taken} {still}"), "attack:");
    }

    #[test]
    fn what_took_months_is_of_no_raid() {
        let raid = "An air strike hit Karvona on Friday.";
        let fled = |when: &str| format!("{raid} So 115 families were displaced {when}.");
        for when in [
            "in eleven months of fire across the border",
            "over 11 months",
        ] {
            check("displaced", "displaced", &fled(when), "-");
        }
        check("displaced", "displaced", &fled("in the town"), "strike:");
    }
}
