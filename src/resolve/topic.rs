//! The listed event that a whole article is about, though its clauses speak of "the blast" and "the dead".

use super::mention::{self, Mention};
use super::recognise::{self, is_in_war};
use super::scene::Scene;
use super::{Event, Evidence, Resolver, elapsed, joint, same_kind};
use crate::calendar::{Date, DateRange, ToSpan};
use crate::schema::NamedEvent;

/// News of an event needs no name and no date for so many days. A convention.
const FRESH_DAYS: i64 = 120;
/// Anniversaries are written of so many days around them.
const AROUND_DAYS: i32 = 2;
/// Of its places at least one in so many lies there.
const LEAST_PART: usize = 3;
/// A lead that visits the ruins, or counts again, dates what it tells by so many days after it at most. A convention.
const SOON_DAYS: i32 = 7;
/// The most days from the first of a month to its last.
const MONTH_DAYS: i32 = 30;
/// The same of a year.
const YEAR_DAYS: i32 = 365;
/// So long after it an article may still be about it.
const LONG_DAYS: i64 = 730;

/// The listed events of some days that an article tells of: of their kind, where they were, and told by their day, their name
/// or all of their places, and by one thing more.
pub(super) fn told<'r>(resolver: &'r Resolver, scene: &Scene<'_>) -> Vec<&'r NamedEvent> {
    let Some(article) = scene.clock.article else {
        return Vec::new();
    };
    let window = DateRange {
        from: article.checked_sub(LONG_DAYS.days()).ok(),
        to: Some(article),
    };
    let moments = scene.moments.iter();
    let named = moments.filter_map(|it| scene.clock.days(it.kind));
    let incidents = scene.mentions.incidents.iter();
    let counted = incidents.filter_map(|it| elapsed::day(scene, it));
    let days: Vec<DateRange> = named.chain(counted).collect();
    let past = resolver.events.past(window);
    past.filter(|event| {
        let n_sure = n_sure(resolver, scene, event, article, &days);
        n_sure > 0 && is_told(resolver, scene, event, article, n_sure)
    })
    .collect()
}

/// The one of them that the article is about: most of its places lie there, and its own event may be that.
pub(super) fn of<'r>(
    resolver: &Resolver,
    scene: &Scene<'_>,
    told: &[&'r NamedEvent],
) -> Option<&'r NamedEvent> {
    let mut about = told.iter().copied().filter(|event| {
        let main = scene.main.as_ref();
        prevails(resolver, scene, event) && main.is_none_or(|main| fits(scene, main, event))
    });
    let first = about.next()?;
    about.next().is_none().then_some(first)
}

/// How many of these are told of an event: its day, its name, all of its several places; and, beside one of them, what was hit.
fn n_sure(
    resolver: &Resolver,
    scene: &Scene<'_>,
    event: &NamedEvent,
    article: Date,
    days: &[DateRange],
) -> usize {
    let anniversary = event
        .date
        .from
        .is_some_and(|day| is_anniversary(day, article));
    let mut listed = scene.mentions.events.iter();
    let by_name = listed.any(|it| scene.named(resolver, it).id == event.id);
    let place = event
        .place
        .as_deref()
        .filter(|place| joint::is_joint(place));
    let everywhere = place.is_some_and(|place| joint::parts(place).all(|part| names(scene, part)));
    // "Last August", and beside all of its places also "last year".
    let most = if everywhere { YEAR_DAYS } else { MONTH_DAYS };
    let around = |days: &DateRange| {
        let ends = days.from.zip(days.to);
        let short = ends.is_some_and(|(from, to)| (to - from).get_days() <= most);
        short && event.date.from.is_some_and(|day| days.covers(day))
    };
    let dated = anniversary || days.iter().any(around);
    let sure = [dated, by_name, everywhere];
    let n_sure = sure.into_iter().filter(|it| *it).count();
    n_sure + usize::from(n_sure > 0 && tells_target(scene, event))
}

/// True where a word stands for what an event has hit.
fn tells_target(scene: &Scene<'_>, event: &NamedEvent) -> bool {
    let is_target = |word: &str| {
        let mut targets = event.targets.iter();
        targets.any(|it| it.eq_ignore_ascii_case(word))
    };
    let tokens = 0..scene.document.tokens.len();
    !event.targets.is_empty()
        && tokens
            .into_iter()
            .any(|at| is_target(scene.document.token_text(at)))
}

/// True for an event of a kind that the article speaks of, at one of its places, of which so much is told that it is meant.
fn is_told(
    resolver: &Resolver,
    scene: &Scene<'_>,
    event: &NamedEvent,
    article: Date,
    n_sure: usize,
) -> bool {
    let (Some(place), Some(day)) = (event.place.as_deref(), event.date.from) else {
        return false;
    };
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let mut incidents = scene.mentions.incidents.iter();
    let of_kind =
        is_anniversary(day, article) || incidents.any(|it| same_kind(kind(it), &event.kind));
    // Where a war goes on the next day has a deed of its own.
    if !of_kind || !names(scene, place) || is_in_war(resolver, event) {
        return false;
    }
    let parties = || {
        let all = scene.mentions.parties.iter();
        let ids = all.map(|it| resolver.parties.party(it.what).id.as_str());
        ids.collect::<Vec<_>>()
    };
    let fresh = day
        .checked_add(FRESH_DAYS.days())
        .is_ok_and(|last| article <= last);
    let wanted = if fresh { 2 } else { 3 };
    n_sure >= wanted || n_sure + 1 >= wanted && recognise::is_target(resolver, event, &parties())
}

/// True where a place is named, or one in it, alone or together with others.
pub(super) fn names(scene: &Scene<'_>, place: &str) -> bool {
    let mut places = scene.mentions.places.iter();
    places.any(|it| {
        let together = &scene.atlas.place(it.place).id;
        let mut parts = joint::parts(together);
        is_at(scene, it, place) || parts.any(|it| it == place || scene.atlas.contains(place, it))
    })
}

/// True where the people of a place's country are named.
pub(super) fn names_people(resolver: &Resolver, scene: &Scene<'_>, place: &str) -> bool {
    let parties = scene.mentions.parties.iter();
    let mut nations = parties.filter_map(|it| resolver.parties.party(it.what).nation.as_deref());
    nations.any(|nation| scene.atlas.nested(nation, place))
}

/// True for the day of a later year, and the days around it.
fn is_anniversary(day: Date, article: Date) -> bool {
    let years = article.year() - day.year();
    // Of most events the month says no.
    if years <= 0 || (article.month() - day.month()).abs() > 1 {
        return false;
    }
    let then = day.checked_add(i64::from(years).years());
    then.is_ok_and(|then| (article - then).get_days().abs() <= AROUND_DAYS)
}

fn is_at(scene: &Scene<'_>, it: &mention::PlaceMention, place: &str) -> bool {
    let id = &scene.atlas.place(it.place).id;
    id == place || scene.atlas.contains(place, id)
}

/// True when a good part of the places that the article names lie there, but for regions and the countries of those whom it
/// concerns, which every article on it names.
fn prevails(resolver: &Resolver, scene: &Scene<'_>, event: &NamedEvent) -> bool {
    let Some(place) = event.place.as_deref() else {
        return false;
    };
    let parties = event.parties.iter();
    let homes: Vec<&str> = parties
        .filter_map(|it| resolver.parties.nation_of(it))
        .collect();
    let counts = |it: &&mention::PlaceMention| {
        let known = scene.atlas.place(it.place);
        let mut around = std::iter::once(&known.id).chain(known.within.iter());
        !known.is_region() && !around.any(|id| homes.contains(&id.as_str()))
    };
    let all = scene.mentions.places.iter().filter(counts);
    let n_there = all.clone().filter(|it| is_at(scene, it, place)).count();
    n_there > 0 && n_there * LEAST_PART >= all.count()
}

/// True when an event as told may be the listed one.
pub(super) fn fits(scene: &Scene<'_>, found: &Event, event: &NamedEvent) -> bool {
    if found.named {
        return found.id == event.id;
    }
    let there = |place: &str| {
        let listed = event.place.as_deref();
        listed.is_some_and(|listed| scene.atlas.nested(listed, place))
    };
    let anniversary = found.date.from.zip(event.date.from);
    let then = found.date.from.is_none()
        || anniversary.is_some_and(|(found, day)| is_anniversary(day, found))
        || found.is_assumed()
        || found.evidence == Evidence::Article && is_soon_after(found, event)
        || event.date.from.is_some_and(|day| found.date.covers(day));
    same_kind(&found.kind, &event.kind) && then && found.place.as_deref().is_none_or(there)
}

/// True for a day of the week after the listed one.
fn is_soon_after(found: &Event, event: &NamedEvent) -> bool {
    let days = found.date.from.zip(event.date.from);
    days.is_some_and(|(found, day)| (0..=SOON_DAYS).contains(&(found - day).get_days()))
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
    fn a_listed_event_is_known_by_its_day_and_whom_it_was_meant_for() {
        check(
            "1998-08-10",
            "Diggers still hope in Nairobi\n\nSoldiers dug on near the American Embassy in Nairobi. The government says 200 \
             people were killed in Friday's explosion.",
            LISTED,
            "nairobi",
        );
        check(
            "1998-08-10",
            "Diggers still hope in Mombasa\n\nSoldiers dug on in Mombasa on Monday. The government says 200 people were killed \
             in Sunday's explosion.",
            "explosion:mombasa:1998-08-09",
            "mombasa",
        );
    }

    #[test]
    fn years_after_it_is_known_by_its_anniversary() {
        let text = "A city remembers\n\nIn Nairobi a girl read the names of those whom the blast at the American Embassy took. \
                    In Dar es Salaam a bugler played. In Nairobi 200 people were killed by the blast.";
        check("1999-08-07", text, LISTED, "nairobi");
    }

    #[test]
    fn what_lies_elsewhere_is_not_it() {
        check(
            "1998-08-10",
            "Blast in Lima\n\nA bomb went off in Lima on Friday near the American Embassy. 200 people were killed in the explosion.",
            "explosion:lima:1998-08-10~",
            "lima",
        );
    }
}
