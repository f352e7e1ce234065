//! The place that an incident's own words give.

use super::Resolver;
use super::classes::{APART, COURT, PREPOSITION, SETTLEMENT};
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention, PlaceMention};
use super::scene::Scene;

/// The most words between an event's noun and its target: "a strike on the city of Tyre".
const TARGET_REACH: usize = 6;

/// The most words from "over" to the deed: "over the two bombings".
const OVER_REACH: usize = 3;

/// "(The attack carried out by troops) on Harsk town in the Linden region": the smaller of two places that the words nest.
fn is_within_next(scene: &Scene<'_>, places: &[PlaceMention]) -> bool {
    let [inner, outer, ..] = places else {
        return false;
    };
    let holder = &scene.atlas.place(outer.place).id;
    inner.governed == Governed::Preposition
        && outer.governed == Governed::Locative
        && scene.atlas.place(inner.place).within.contains(holder)
}

/// "(Three of Harsk are buried.) The attack on the rebel-held town": the small place that the text named last.
fn the_town<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    incident: &Mention,
) -> Option<&'s PlaceMention> {
    let document = scene.document;
    let (begin, end) = (incident.tokens.start, incident.tokens.end);
    let last = scene.sentence_of(begin).end.min(end + TARGET_REACH);
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let town = (end + 2..last).find(|at| is(*at, SETTLEMENT))?;
    let known = is(end, PREPOSITION) && document.is_word(end + 1, "the");
    let named = town + 1 < last && document.is_word(town + 1, "of");
    let before = mention::within(&scene.mentions.places, 0..begin);
    let small = |it: &&PlaceMention| {
        let place = scene.atlas.place(it.place);
        !place.wide && !place.is_region() && !place.holds && it.governed != Governed::Dateline
    };
    let mut before = before.iter().rev();
    before.find(small).filter(|_| known && !named)
}

/// "Eleven men are held in London over the bombings", "a jury in Leeds indicted him in the attack": where what followed a deed
/// is done, before the words for the deed.
pub(super) fn is_of_response(
    resolver: &Resolver,
    scene: &Scene<'_>,
    place: &PlaceMention,
    incident: &Mention,
) -> bool {
    let tokens = &scene.document.tokens;
    let is = |at: usize, class| resolver.classes.is(&tokens[at], class);
    let mut between = place.end..incident.tokens.start;
    // "Held in London over the bombings"; those who search Harsk for survivors of a quake are where it was.
    let near = between.end.saturating_sub(OVER_REACH).max(between.start);
    let over = (near..between.end).any(|at| is(at, APART) && is(at, PREPOSITION));
    over || between.any(|at| is(at, COURT))
}

/// The place that an incident's own words give: the first place after it in its sentence, else the last before it,
/// both after a preposition of place.
pub(super) fn place_of<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    incident: &Mention,
) -> Option<&'s KnownPlace> {
    let sentence = scene.sentence_of(incident.tokens.start);
    let end = incident.tokens.end;
    // What follows the next event is that one's place.
    let next = mention::within(&scene.mentions.incidents, end..sentence.end).first();
    let after = scene.places(end..next.map_or(sentence.end, |next| next.tokens.start));
    let before = scene.places(sentence.start..incident.tokens.start);
    // "a strike on Beirut": right after the noun any preposition will do.
    let place = after
        .iter()
        .enumerate()
        .find(|(at, place)| {
            place.governed == Governed::Locative
                || (place.governed > Governed::No && place.tokens.start < end + TARGET_REACH)
                || is_within_next(scene, &after[*at..])
        })
        .map(|(_, place)| place)
        .or_else(|| {
            before
                .iter()
                .rev()
                .find(|place| place.governed == Governed::Locative)
                .filter(|place| {
                    // "hit two towns in retaliation for the bombings"
                    let between = place.tokens.end..incident.tokens.start;
                    mention::within(&scene.mentions.background, between).is_empty()
                })
                .filter(|place| !is_of_response(resolver, scene, place, incident))
        })
        .or_else(|| the_town(resolver, scene, incident))?;
    Some(scene.atlas.place(place.place))
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The place of the event of "five", the number of the text.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Active, "five", "people", "killed");
        let records = records(text, "2030-05-02", &[said]);
        let event = records[0].event.as_ref();
        let place = event.and_then(|it| it.place.as_deref());
        assert_eq!(place, Some(wanted), "{text}");
    }

    #[test]
    fn a_deed_is_where_its_words_aim() {
        check(
            "The attack carried out at dawn by troops of the ruling party on Karvona town in Idlib killed five people.",
            "~karvona",
        );
        check(
            "Nobody is left in Karvona, say those who fled. The attack on the rebel-held town killed five people.",
            "~karvona",
        );
        check(
            "Jets bombed a mosque in Syrias western city of Homs. The bombing killed five people.",
            "homs",
        );
        check("Car bombs in Syria's Homs killed five people.", "homs");
    }

    #[test]
    fn rockets_and_shells_are_told_from_aircraft() {
        let kind = |text: &str| {
            let said = deaths(Frame::Active, "five", "people", "killed");
            let records = records(text, "2030-05-02", &[said]);
            let event = records[0].event.as_ref();
            event.map(|it| it.kind.clone())
        };
        for text in [
            "A rocket attack in Homs killed five people.",
            "The shelling of Homs killed five people.",
            "Mortar shells fell on a market in Homs and killed five people.",
        ] {
            assert_eq!(kind(text).as_deref(), Some("shelling"), "{text}");
        }
        for text in [
            "An air raid in Homs killed five people.",
            "A bombardment of Homs killed five people.",
        ] {
            assert_eq!(kind(text).as_deref(), Some("strike"), "{text}");
        }
        assert!(crate::resolve::same_kind("shelling", "strike"));
    }
}
