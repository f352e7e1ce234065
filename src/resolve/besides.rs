//! Deeds of another day that a text tells of besides its own: at the place of a count, or in the sentence before it.

use super::anchor::Anchor;
use super::atlas::is_country;
use super::discover::{self, Parts};
use super::mention::{self, Governed, Mention, PlaceMention};
use super::place::Place;
use super::scene::Scene;
use super::unnamed::{VIOLENCE, family};
use super::{Event, Evidence, Resolver, joint, site};
use crate::calendar::DateRange;
use crate::claims::Claim;
use crate::schema::claim_type::Basis;

/// The most words between an event and its day.
const DAY_REACH: usize = 8;
/// How many sentences before a count may tell of its deed.
const SENTENCES: usize = 3;

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
            && site::place_of(resolver, scene, it).is_some_and(|it| it.id == place.id)
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
/// own, or of a day where that has none, that the sentences right before it tell of.
pub(super) fn before(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let main = scene.main.as_ref().filter(|main| !main.named)?;
    let own_day = scene.day_in(anchor.sentence.clone()).is_some();
    if own_day || place.is_some() {
        return None;
    }
    let (incident, date) = told_before(resolver, scene, claim.sentence)?;
    let mut named = scene.mentions.events.iter();
    if let Some(named) = named.find(|it| it.tokens.contains(&incident.tokens.start)) {
        return Some(listed(resolver, scene, claim, anchor, named));
    }
    let spot = site::place_of(resolver, scene, incident);
    let parts = Parts {
        place: spot,
        date,
        fresh: true,
    };
    let other = is_day(date) && date != main.date && spot.is_some();
    other.then(|| discover::made(resolver, scene, incident, &parts, Evidence::Article))
}

/// "(The last such attack came in June 1996, when a truck blew up in Dhahran.) It killed 19": the deed of another time that the
/// sentence before tells of, where the count's own subject is "it".
pub(super) fn of_it(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<Event> {
    let opens = anchor.trigger.start == anchor.sentence.start + 1;
    if !opens
        || !scene
            .document
            .is_word_in_any_case(anchor.sentence.start, "it")
    {
        return None;
    }
    let sentences = &scene.document.sentences;
    let this = sentences.get(claim.sentence)?;
    let before = sentences.get(claim.sentence.checked_sub(1)?)?;
    let told = mention::within(&scene.mentions.incidents, before.tokens.clone());
    let deed = |it: &&Mention| {
        family(&resolver.events.kinds[it.what as usize].0) == VIOLENCE
            && !scene.is_aftermath(resolver, it.tokens.start)
    };
    let incident = told.iter().rev().find(deed)?;
    let days = mention::within(&scene.moments, before.tokens.clone()).iter();
    let mut days = days.filter(|it| !it.since && !it.of_speech);
    let date = days.find_map(|it| scene.clock.days(it.kind))?;
    let mut spots = scene.places(before.tokens.clone()).iter();
    let mut spot = || spots.find(|it| it.governed == Governed::Locative);
    let place = site::place_of(resolver, scene, incident)
        .or_else(|| spot().map(|it| scene.atlas.place(it.place)));
    let main = scene.main.as_ref().map(|main| main.date);
    let other = main.is_some_and(|main| {
        main.to.zip(date.from).is_some_and(|(a, b)| a < b)
            || date.to.zip(main.from).is_some_and(|(a, b)| a < b)
    });
    let parts = Parts {
        place,
        date,
        fresh: true,
    };
    let told = this.paragraph == before.paragraph && other;
    told.then(|| discover::made(resolver, scene, incident, &parts, Evidence::Sentence))
}

/// "(1,139 were killed in the October 7 attack.) Of the 251 taken that day, 97 are held": what is so since, in the war that
/// began with it.
fn listed(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    named: &Mention,
) -> Event {
    let day = scene.named(resolver, named);
    let event = Event::named(day, Evidence::Article);
    let lasts = resolver.basis.of(scene, claim, anchor, Some(&event)) == Basis::Stock;
    let war = resolver.events.begun_on(day).filter(|_| lasts);
    war.map_or(event, |war| Event::named(war, Evidence::Article))
}

/// The last deed with a day in the sentences of the paragraph before one, and its day.
fn told_before<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    sentence: usize,
) -> Option<(&'s Mention, DateRange)> {
    let sentences = &scene.document.sentences;
    let paragraph = sentences.get(sentence)?.paragraph;
    let near = sentence.saturating_sub(SENTENCES)..sentence;
    let before = sentences.get(near)?.iter().rev();
    let before = before.take_while(|it| it.paragraph == paragraph);
    let before = before
        .take_while(|it| !scene.lead().contains(&it.tokens) && !scene.is_background(&it.tokens));
    before.into_iter().find_map(|it| {
        let told = mention::within(&scene.mentions.incidents, it.tokens.clone());
        let incident = told.iter().find(|it| {
            let kind = &resolver.events.kinds[it.what as usize].0;
            family(kind) == VIOLENCE && !scene.is_aftermath(resolver, it.tokens.start)
        })?;
        let moments = mention::within(&scene.moments, it.tokens.clone()).iter();
        let mut days = moments
            .filter(|it| !discover::is_apart(resolver, scene, incident, &it.tokens, true))
            .filter_map(|it| scene.day_in(it.tokens.clone()));
        let (date, _) = days.next()?;
        Some((incident, date))
    })
}

fn is_day(range: DateRange) -> bool {
    range.from.is_some() && range.from == range.to
}

/// "(Last month four hostages were killed in Yemen.) One was wounded": the place abroad of what the sentence before counts,
/// where the claim's own names no place and no event.
pub(super) fn abroad<'s>(
    scene: &'s Scene<'_>,
    anchor: &Anchor,
    home: &str,
) -> Option<&'s PlaceMention> {
    let sentences = &scene.document.sentences;
    let at = sentences.partition_point(|it| it.tokens.start < anchor.sentence.start);
    let before = sentences.get(at.checked_sub(1)?)?;
    let one = sentences.get(at)?.paragraph == before.paragraph;
    let told = mention::within(&scene.mentions.incidents, anchor.sentence.clone());
    let bare = told.is_empty() && scene.places(anchor.sentence.clone()).is_empty();
    let counts = before.tokens.clone().any(|at| scene.is_counted(at));
    let mut there = scene.places(before.tokens.clone()).iter();
    let country = |place: &PlaceMention| {
        let known = scene.atlas.place(place.place);
        let mut around = std::iter::once(&known.id).chain(known.within.iter());
        around.find(|it| is_country(it)).cloned()
    };
    let is_abroad = |it: &PlaceMention| {
        country(it).is_some_and(|country| {
            !joint::parts(home).any(|home| scene.atlas.nested(&country, home))
        })
    };
    let all = there.clone().all(is_abroad);
    there
        .find(|it| it.governed == Governed::Locative)
        .filter(|_| one && bare && counts && all)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{Said, deaths, records};

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
    fn who_is_held_since_a_listed_day_is_of_the_war_that_began_then() {
        let text = "Talks went on in Lima. The minister was late.\n\nHamas gunmen killed 1,139 in Israel in the October 7 attack. \
                    Of the 251 taken that day, 97 are still in captivity.";
        let held = |number| Said {
            kind: "hostages",
            frame: Frame::Copula,
            number,
            trigger: "in captivity",
            counted: "",
        };
        let records = records(text, "2024-09-27", &[held("97")]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_ne!(event, "attack:IL:2023-10-07");
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
