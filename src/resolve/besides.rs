//! Deeds of another day that a text tells of besides its own: at the place of a count, or in the sentence before it.

use super::anchor::Anchor;
use super::discover::{self, Parts};
use super::mention::{self, Mention};
use super::place::Place;
use super::scene::Scene;
use super::unnamed::{VIOLENCE, family};
use super::{Event, Evidence, Resolver};
use crate::calendar::DateRange;
use crate::claims::Claim;

/// The most words between an event and its day.
const DAY_REACH: usize = 8;

/// "(Gunmen stormed Harsk on Tuesday, killing 17.) Five were hurt in Harsk": the deed of another day than the article's own that the text tells of at the place of the claim's clause.
pub(super) fn there(resolver: &Resolver, scene: &Scene<'_>, place: &Place) -> Option<Event> {
    let main = scene.main.as_ref()?;
    let elsewhere = main.place.as_deref() != Some(&place.id);
    if main.named || !is_day(main.date) || !elsewhere || place.evidence > Evidence::Clause {
        return None;
    }
    let known = scene.atlas.by_id(&place.id)?;
    let told = scene.mentions.incidents.iter().filter_map(|it| {
        let kind = &resolver.events.kinds[it.what as usize].0;
        let sentence = scene.sentence_of(it.tokens.start);
        let there = family(kind) == VIOLENCE
            && discover::place_of(scene, it).is_some_and(|it| it.id == place.id)
            && !scene.is_background(&sentence)
            && !scene.is_aftermath(resolver, it.tokens.start);
        let near = it.tokens.start..sentence.end.min(it.tokens.end + DAY_REACH);
        let (day, _) = there.then(|| scene.day_in(near))??;
        Some((it, day))
    });
    let told: Vec<(&Mention, DateRange)> = told.collect();
    let (incident, date) = *told.first()?;
    let one = date != main.date && told.iter().all(|(_, day)| *day == date);
    let parts = Parts {
        place: Some(known),
        date,
        fresh: true,
    };
    one.then(|| discover::made(resolver, scene, incident, &parts, Evidence::Article))
}

/// "(On 12 March jets struck the market of Harsk.) At least 52 people were killed": the deed of another day than the article's
/// own, or of a day where that has none, that the sentence right before tells of.
pub(super) fn before(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let main = scene.main.as_ref().filter(|main| !main.named)?;
    let sentences = &scene.document.sentences;
    let before = sentences.get(claim.sentence.checked_sub(1)?)?;
    let same = before.paragraph == sentences.get(claim.sentence)?.paragraph;
    let own_day = scene.day_in(anchor.sentence.clone()).is_some();
    let lead = scene.lead().contains(&before.tokens);
    if !same || own_day || lead || place.is_some() || scene.is_background(&before.tokens) {
        return None;
    }
    let told = mention::within(&scene.mentions.incidents, before.tokens.clone());
    let incident = told.iter().find(|it| {
        let kind = &resolver.events.kinds[it.what as usize].0;
        family(kind) == VIOLENCE && !scene.is_aftermath(resolver, it.tokens.start)
    })?;
    let moments = mention::within(&scene.moments, before.tokens.clone()).iter();
    let mut days = moments
        .filter(|it| !discover::is_apart(resolver, scene, incident, &it.tokens, true))
        .filter_map(|it| scene.day_in(it.tokens.clone()));
    let (date, _) = days.next()?;
    let spot = discover::place_of(scene, incident);
    let parts = Parts {
        place: spot,
        date,
        fresh: true,
    };
    let other = is_day(date) && date != main.date && spot.is_some();
    other.then(|| discover::made(resolver, scene, incident, &parts, Evidence::Article))
}

fn is_day(range: DateRange) -> bool {
    range.from.is_some() && range.from == range.to
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the text's "five", written on Thursday, 7 March 2030.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Passive, "five", "people", "killed");
        let records = records(text, "2030-03-07", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{text}");
    }

    #[test]
    fn a_deed_of_another_day_is_told_at_its_place() {
        let lead = "Talks went on after Saturday's massacre in Karvona. Elders spoke to both sides. Gunmen stormed Lindenu on Tuesday and burned huts. Soldiers came.";
        check(
            &format!("{lead} In Lindenu, five people were killed."),
            "attack:~lindenu:2030-03-05",
        );
        check(
            &format!("{lead} In Karvona, five people were killed."),
            "massacre:~karvona:2030-03-02",
        );
    }

    #[test]
    fn the_sentence_before_tells_of_which_day_a_count_is() {
        let lead = "Attacks in Kassala went on, the office says. It gave figures for the quarter.";
        check(
            &format!(
                "{lead} On 12 February, jets bombed a market in Karvona. The office verified that five people were killed."
            ),
            "bombing:~karvona:2030-02-12",
        );
    }

    #[test]
    fn who_kills_tells_of_a_deed_without_a_noun() {
        let said = deaths(Frame::Active, "33", "villagers", "killed");
        let text = "Fighters of the Southern Front killed 33 villagers in Karvona on Sunday.";
        let records = records(text, "2030-03-07", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, "attack:~karvona:2030-03-03");
    }
}
