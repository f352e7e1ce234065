//! What a claim's clause leaves open in an article that tells of a listed event: "the blast", "213 died in Nairobi", "the two
//! attacks".

use std::ops::Range;

use super::anchor::Anchor;
use super::atlas::is_country;
use super::attach;
use super::classes::COURT;
use super::mention::{self, Mention};
use super::moment::MomentKind;
use super::place::Place;
use super::scene::Scene;
use super::topic::fits;
use super::{Event, Evidence, Resolver, discover, joint, names_kind, same_kind, setting, site};
use crate::calendar::DateRange;
use crate::claims::{Claim, Frame};
use crate::schema::NamedEvent;
use crate::schema::claim_type::KeySlot;

/// The most days that tell of an event within them.
const FEW_DAYS: i32 = 7;

/// The event of a claim: the article's own listed one, where what its words give may be that.
pub(super) fn event(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let found = attach::event(resolver, scene, claim, anchor, place);
    if found.as_ref().is_some_and(|it| it.named) {
        return found;
    }
    let listed = retold(resolver, scene, claim, anchor, place, found.as_ref())
        .or_else(|| of_its_day(resolver, scene, claim, anchor, place, found.as_ref()));
    if listed.is_some() {
        return listed;
    }
    let Some(topic) = scene.topic else {
        return found.or_else(|| of_known_toll(resolver, scene, claim, anchor, place));
    };
    let listed = topic.place.as_deref();
    let there = |place: &Place| listed.is_some_and(|it| scene.atlas.nested(it, &place.id));
    let then = is_its_time(scene, &anchor.sentence, topic);
    match found {
        Some(found) if then && place.is_none_or(there) && fits(scene, &found, topic) => {
            Some(Event::named(topic, found.evidence))
        }
        None if then && asks(resolver, claim) => {
            // "They raised the toll from ten": whose, the article has said.
            let of_topic = || claim.frame == Frame::Toll;
            let meant = place.map_or_else(of_topic, there);
            meant.then(|| Event::named(topic, Evidence::Article))
        }
        found => found,
    }
}

/// "They raised the toll from ten": whose, an article has said whose own event is listed.
fn of_known_toll(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let main = scene.main.as_ref().filter(|it| it.named && !it.ongoing)?;
    let toll = claim.frame == Frame::Toll && place.is_none() && asks(resolver, claim);
    (toll && !scene.is_background(&anchor.sentence)).then(|| main.clone())
}

/// "213 died in Nairobi": a count at the place of a listed event that the article tells of, in a sentence of no other day. A
/// whole country sees many deeds, and says nothing.
fn retold(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
    found: Option<&Event>,
) -> Option<Event> {
    let place = place.filter(|it| it.evidence <= Evidence::Sentence);
    // "The bombing in neighbouring Kenya, in which 213 died": the deed's own words have the place.
    let of_deed = || {
        let told = found.filter(|it| it.evidence <= Evidence::Sentence)?;
        told.place.as_deref().filter(|_| told.is_assumed())
    };
    let place = place.map(|it| it.id.as_str()).or_else(of_deed);
    let place = place.filter(|_| asks(resolver, claim))?;
    let day = scene.day_in(anchor.sentence.clone()).map(|(day, _)| day);
    let mut fitting = scene.told.iter().filter(|event| {
        let listed = event.place.as_deref().unwrap_or_default();
        let there = listed == place || scene.atlas.contains(listed, place);
        let of_kind = found.is_none_or(|found| same_kind(&found.kind, &event.kind));
        !is_country(listed)
            && there
            && of_kind
            && (found.is_some_and(|it| it.date == event.date)
                || day.is_none_or(|day| day == event.date)
                    && is_its_time(scene, &anchor.sentence, event))
    });
    let event = fitting.next()?;
    let one = fitting.next().is_none();
    one.then(|| Event::named(event, Evidence::Article))
}

/// "The Aug. 7 attacks killed 224", "the two attacks": a count without a place, in a sentence of the day of a listed event that
/// the article tells of, or one that tells of as many deeds as the event had, or of who is charged with it.
fn of_its_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
    found: Option<&Event>,
) -> Option<Event> {
    let found = found.filter(|_| place.is_none() && asks(resolver, claim))?;
    let day = scene.day_in(anchor.sentence.clone()).map(|(day, _)| day);
    let both = || {
        told_together(resolver, scene, anchor).is_some() || told_plainly(resolver, scene, anchor)
    };
    let charged = is_charge(resolver, scene, anchor);
    let mut fitting = scene.told.iter().filter(|event| {
        let joint = event.place.as_deref().is_some_and(joint::is_joint);
        let undated = || {
            (charged || joint && both())
                && is_its_time(scene, &anchor.sentence, event)
                && names_kind(&found.kind, &event.kind)
        };
        let meant = day.map_or_else(undated, |day| is_in(event, day));
        meant && same_kind(&found.kind, &event.kind)
    });
    let event = fitting.next()?;
    let one = fitting.next().is_none();
    one.then(|| Event::named(event, Evidence::Sentence))
}

/// "The indictment charges them with the murder of 224 people": with all that the article tells of, where no other word of the
/// sentence tells in which deed.
pub(super) fn is_charge(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let tokens = &scene.document.tokens[anchor.sentence.start..anchor.low];
    let told = mention::within(&scene.mentions.incidents, anchor.sentence.clone());
    let own = |it: &Mention| anchor.trigger.contains(&it.tokens.start);
    tokens.iter().any(|it| resolver.classes.is(it, COURT))
        && !told.is_empty()
        && told.iter().all(own)
}

/// True for the day of an event, and for a few days around it: "two weeks ago".
fn is_in(event: &NamedEvent, days: DateRange) -> bool {
    let few = days.from.zip(days.to);
    let few = few.is_some_and(|(from, to)| (to - from).get_days() <= FEW_DAYS);
    few && event.date.from.is_some_and(|day| days.covers(day))
}

/// "The two attacks (took 147 lives)": several deeds told as one, before the count.
fn told_together<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    anchor: &Anchor,
) -> Option<&'s Mention> {
    let before = anchor.sentence.start..anchor.high;
    let mut told = mention::within(&scene.mentions.incidents, before)
        .iter()
        .rev();
    told.find(|it| {
        discover::is_several(resolver, scene, it) && setting::is_definite(resolver, scene, it)
    })
}

/// "The attacks, which claimed 224 lives": known deeds, right before the count, with no place of their own.
fn told_plainly(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let before = anchor.sentence.start..anchor.low;
    let told = mention::within(&scene.mentions.incidents, before).last();
    told.is_some_and(|it| {
        discover::is_plural(scene, it)
            && setting::is_definite(resolver, scene, it)
            && site::place_of(resolver, scene, it).is_none()
    })
}

/// The place of a count of a listed event in several: all of it, where the words name each of its places, or tell of several
/// deeds as one behind the place.
pub(super) fn whole(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    event: Option<&Event>,
    place: Place,
) -> Place {
    let all = event
        .filter(|it| it.named)
        .and_then(|it| it.place.as_deref());
    let covered = |all: &&str| {
        let named = |part: &str| {
            let mut told = joint::parts(&place.id);
            told.any(|it| it == part || scene.atlas.contains(part, it))
        };
        joint::is_joint(&place.id) && joint::parts(all).all(named)
    };
    let together = || {
        let told = told_together(resolver, scene, anchor);
        let at = told.map(|it| scene.document.tokens[it.tokens.start].span.start);
        at.zip(place.span)
            .is_some_and(|(at, place)| place.end <= at)
    };
    let covered = |all: &&str| joint::is_joint(all) && (covered(all) || together());
    match all.filter(covered).and_then(|all| scene.atlas.by_id(all)) {
        Some(known) => Place::new(known, place.span, place.evidence),
        None => place,
    }
}

fn asks(resolver: &Resolver, claim: &Claim) -> bool {
    let key = resolver.keys.get(claim.claim_type);
    key.is_some_and(|key| key.contains(&KeySlot::Event))
}

/// True unless the sentence looks back at another year than that of the event: "a year ago" is its own.
fn is_its_time(scene: &Scene<'_>, sentence: &Range<usize>, event: &NamedEvent) -> bool {
    let Some((day, article)) = event.date.from.zip(scene.clock.article) else {
        return false;
    };
    let own = |kind: MomentKind| match kind {
        MomentKind::Year(year) | MomentKind::Month(Some(year), _) => year == day.year(),
        MomentKind::YearsAgo(years) => {
            i32::from(article.year()) - i32::from(day.year()) == i32::from(years)
        }
        _ => false,
    };
    let moments = mention::within(&scene.moments, sentence.clone()).iter();
    let moments = moments.filter(|it| own(it.kind));
    // "Last year" is a cue, too.
    let mut cues = mention::within(&scene.mentions.background, sentence.clone()).iter();
    let looks_back = cues.any(|cue| {
        let mut own = moments.clone();
        !own.any(|it| it.tokens.start < cue.tokens.end && cue.tokens.start < it.tokens.end)
    });
    !scene.is_background(sentence) || moments.clone().next().is_some() && !looks_back
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// Event and place of the text's "200", written on `day`.
    fn check(day: &str, text: &str, event: &str, place: &str) {
        let said = deaths(Frame::Passive, "200", "people", "killed");
        let records = records(text, day, &[said]);
        let found = records[0].event.as_ref().map_or("-", |it| &it.id);
        let there = records[0].place.as_ref().map_or("-", |it| &it.id);
        assert_eq!((found, there), (event, place), "{text}");
    }

    const LISTED: &str = "embassy-bombings-1998";

    #[test]
    fn its_day_tells_it_without_a_place() {
        let lead = "Two held in London\n\nPolice in London held two men on Sunday over last year's bombings of the American embassies \
                    in Kenya and Tanzania.";
        check(
            "1999-07-12",
            &format!("{lead} The Aug. 7 attacks left 200 people killed."),
            LISTED,
            "KE+TZ",
        );
        check(
            "1998-08-28",
            &format!("{lead} In the two attacks 200 people were killed."),
            LISTED,
            "KE+TZ",
        );
    }

    #[test]
    fn a_later_story_retells_it() {
        let lead = "Suspect held in Lima\n\nA man was held in Lima on Friday over the Aug. 7 blasts at the American embassies in \
                    Nairobi and Dar es Salaam. He denies it.";
        check(
            "1998-08-14",
            &format!("{lead}\n\nThe government says 200 people were killed in Nairobi."),
            LISTED,
            "nairobi",
        );
        check(
            "1998-08-14",
            &format!("{lead}\n\nIn all 200 people were killed in Nairobi and Dar es Salaam."),
            LISTED,
            "KE+TZ",
        );
        let crash =
            format!("{lead}\n\nThe police say 200 people were killed in a bus crash in Nairobi.");
        let said = deaths(Frame::Passive, "200", "people", "killed");
        let records = records(&crash, "1998-08-14", &[said]);
        let event = records[0].event.as_ref().map_or("-", |it| &it.id);
        assert!(!event.contains("embassy"), "{event}");
    }
}
