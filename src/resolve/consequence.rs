//! What comes of an event and is none of its own: houses that collapse in a quake.

use super::mention::Mention;
use super::scene::Scene;
use super::{Event, Resolver, discover, site};
use crate::calendar::DateRange;

/// "(A quake hit Harsk.) More than 300 houses collapsed": what came of the article's own event, unless it is told of another day
/// or place.
pub(super) fn is(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let brought = |main: &&Event| resolver.events.is_brought_by(incident.what, &main.kind);
    let Some(main) = scene.main.as_ref().filter(brought) else {
        return false;
    };
    let sentence = scene.sentence_of(incident.tokens.start);
    let place = site::place_of(resolver, scene, incident).zip(main.place.as_deref());
    let then = |day: DateRange| main.date.from.is_none() || main.is_assumed() || day == main.date;
    !scene.is_background(&sentence)
        && !discover::tells_another(resolver, scene, &sentence)
        && place.is_none_or(|(own, main)| scene.atlas.nested(main, &own.id))
        && scene.day_in(sentence).is_none_or(|(day, _)| then(day))
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the 12 dead, in a text written on Saturday, 10 February 2024.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Passive, "12", "people", "killed");
        let records = records(text, "2024-02-10", &[said]);
        let event = records[0].event.as_ref().map_or("-", |it| &it.id);
        assert!(event.starts_with(wanted), "{event}: {text}");
    }

    #[test]
    fn what_a_quake_brings_down_is_the_quake() {
        for text in [
            "A quake struck Malawi on Friday. Then a school collapsed and 12 people were killed.",
            "A quake struck Malawi on Friday. 12 people were killed by collapsed roofs.",
        ] {
            check(text, "earthquake:MW:2024-02-09");
        }
    }

    #[test]
    fn what_collapses_by_itself_or_on_another_day_is_an_event() {
        for text in [
            "A house collapsed in Malawi on Friday. 12 people were killed.",
            "A quake struck Malawi on Friday. In 2019 12 people were killed when a mine collapsed in Zambia.",
        ] {
            check(text, "collapse:");
        }
    }
}
