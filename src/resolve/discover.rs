//! Events without a name: kind, place, date and agent as the words give them.

use std::ops::Range;
use std::sync::Arc;

use crate::calendar::ToSpan;

use super::anchor::Anchor;
use super::classes::{
    ANOTHER, APART, BREAK, DESCRIBED, LATER, PREPOSITION, RELATIVE, SEVERAL, SPEECH,
};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::moment::Moment;
use super::scene::Scene;
use super::{Event, Evidence, Resolver, elapsed, given, joint, lead_day};
use crate::calendar::{Date, DateRange};
use crate::claims::{Claim, Frame};

/// The most words between an event's noun and its agent: "an overnight Israeli air strike", "a strike by Israel".
const AGENT_REACH: usize = 3;

/// The most words from "another" to the event: "another deadly shooting".
const ANOTHER_REACH: usize = 2;
/// The most words between a day and the event that it names: "Monday's embassy blast".
const NAMED_REACH: usize = 2;
/// The most words between an event's noun and its day outside of the claim's clause.
const DAY_REACH: usize = 6;
/// An event that a dated article tells of without a day is taken to be at most so many days old. A convention: news is
/// fresh.
const FRESH_DAYS: i64 = 3;

/// In the id of what is told of as several events.
pub(crate) const SEVERAL_EVENTS: &str = ":several";

/// Ends the id of an event that lies behind, of which no day is told.
pub(crate) const EARLIER: &str = ":earlier";

/// From so many days on, a stretch names no day of an event.
const LONG_DAYS: i64 = 27;

/// What is known of an event without a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Where it happened.
    pub(super) place: Option<&'a KnownPlace>,
    /// When.
    pub(super) date: DateRange,
    /// The text tells it as news, not as background.
    pub(super) fresh: bool,
}

/// The event of an incident word with what is known of it. The id is made of kind, place and first day, so that articles
/// which name the same place and day meet. Without a place or a name it ends in the article's id, so that it meets no other;
/// without a day, in the article's day and a tilde, and the date spans the days before; one that lies further back says so.
pub(super) fn made(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
    parts: &Parts<'_>,
    evidence: Evidence,
) -> Event {
    let (kind, label) = &resolver.events.kinds[incident.what as usize];
    let name = scene.given.of(resolver, scene.document, incident);
    let mut id = name.map_or_else(|| kind.clone(), |name| given::in_id(kind, name));
    let mut shown = name.map_or_else(|| label.clone(), |name| format!("{label} {name}"));
    if let Some(place) = parts.place {
        id.push(':');
        id.push_str(&place.id);
        shown.push_str(", ");
        shown.push_str(&place.name);
    }
    let mut date = parts.date;
    if let Some(day) = date.from {
        id.push(':');
        id.push_str(&day.to_string());
        if let Some(last) = date.to.filter(|last| is_long(day, *last)) {
            id.push('/');
            id.push_str(&last.to_string());
        }
    } else if let Some(article) = scene.clock.article.filter(|_| parts.fresh) {
        id.extend([":", &article.to_string(), "~"]);
        date.to = Some(article);
        date.from = article.checked_sub(FRESH_DAYS.days()).ok();
    } else if !parts.fresh {
        id.push_str(EARLIER);
        date.to = scene.clock.article;
    }
    // "Seven shootings over the weekend" are none of them; several at places of their own are told apart by those.
    if is_several(resolver, scene, incident)
        && parts.place.is_none_or(|it| !joint::is_joint(&it.id))
    {
        id.push_str(SEVERAL_EVENTS);
    }
    if parts.place.is_none() && name.is_none() {
        id.push('@');
        id.push_str(&scene.document.article.id);
    }
    Event {
        id,
        label: shown,
        kind: kind.clone(),
        date,
        ongoing: false,
        named: false,
        place: parts.place.map(|place| place.id.clone()),
        within: parts
            .place
            .map_or_else(Default::default, |place| Arc::clone(&place.within)),
        supposed: parts.place.is_some_and(|place| place.supposed),
        agent: agent(resolver, scene, incident),
        evidence,
    }
}

/// True for days that are a month or more: the id names both ends, since the first is no day of the event.
fn is_long(first: Date, last: Date) -> bool {
    first
        .checked_add(LONG_DAYS.days())
        .is_ok_and(|end| end <= last)
}

/// Who did it: a party right before the noun, or after "by".
pub(super) fn agent(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> Option<String> {
    let sentence = scene.sentence_of(incident.tokens.start);
    let start = incident.tokens.start;
    let before = start.saturating_sub(AGENT_REACH).max(sentence.start)..start;
    let end = incident.tokens.end;
    let after = end..(end + AGENT_REACH).min(sentence.end);
    let parties = &scene.mentions.parties;
    let named = mention::within(parties, before.clone())
        .last()
        .or_else(|| {
            let by = after.clone().find(|at| scene.document.is_word(*at, "by"))?;
            mention::within(parties, by..(by + 1 + AGENT_REACH).min(sentence.end)).first()
        })
        .map(|mention| resolver.parties.party(mention.what).id.clone());
    // "Israel's strike" names the country itself.
    named.or_else(|| {
        let place = scene.places(before).last()?;
        let owner = scene.document.tokens.get(place.tokens.end)?;
        let known = scene.atlas.place(place.place);
        (owner.span.slice(scene.text()) == "'s" && known.wide).then(|| known.id.clone())
    })
}

/// Who did it, as the subject of the claim's own verb: "Hamas gunmen killed 40".
pub(super) fn doer(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<String> {
    if claim.frame != Frame::Active {
        return None;
    }
    let subject = anchor.clause.start..anchor.trigger.start;
    let named = mention::within(&scene.mentions.parties, subject).last()?;
    Some(resolver.parties.party(named.what).id.clone())
}

/// True when the words give an event's day.
pub(super) fn is_dated(event: &Event) -> bool {
    event.date.from.is_some() && event.date.from == event.date.to
}

/// The day of an incident: one named in the claim's clause or beside the incident, with no verb of saying between.
pub(super) fn day_of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    incident: &Mention,
) -> Option<DateRange> {
    let sentence = &anchor.sentence;
    // "killed twelve on Monday and three on Tuesday".
    if anchor.own != anchor.clause
        && let Some((days, _)) = scene.day_in(anchor.own.clone())
    {
        return Some(days);
    }
    if let Some(days) =
        elapsed::day(scene, incident).or_else(|| elapsed::full_date(resolver, scene, incident))
    {
        return Some(days);
    }
    if let Some(period) = elapsed::period(scene, &anchor.clause) {
        return Some(period);
    }
    let near = incident.tokens.start.saturating_sub(DAY_REACH)..incident.tokens.end + DAY_REACH;
    // "The murder of a priest, two nuns and five pupils in Harsk on 3 May".
    let is_trigger = anchor.trigger.contains(&incident.tokens.start);
    let listed = anchor.high..anchor.high + if is_trigger { DAY_REACH } else { 0 };
    let in_clause = |day: usize| {
        let relative = |at: usize| resolver.classes.is(&scene.document.tokens[at], RELATIVE);
        anchor.clause.contains(&day) && !anchor.is_level && !(day..anchor.low).any(relative)
    };
    // "rose to 190 on Monday": the day of the count; "to 190 in Monday's blast": of the event.
    let of_count = |day: &Range<usize>| {
        let names =
            incident.tokens.start >= day.end && incident.tokens.start - day.end <= NAMED_REACH;
        anchor.is_level && day.start >= anchor.high && !names
    };
    let own = mention::within(&scene.moments, sentence.clone())
        .iter()
        .filter(|moment| {
            let at = moment.tokens.start;
            (anchor.clause.contains(&at) || near.contains(&at) || listed.contains(&at))
                && !is_apart(resolver, scene, incident, &moment.tokens, !in_clause(at))
                && !of_count(&moment.tokens)
                && !(moment.tokens.end < incident.tokens.start
                    && lead_day::is_of_toll(resolver, scene, incident))
        });
    let day = own
        .clone()
        .find_map(|moment| scene.day_in(moment.tokens.clone()));
    let plain = |it: &&Moment| it.kind.is_long() && !it.since && !it.of_speech;
    let compared = |it: &&Moment| scene.is_compared(sentence, it.tokens.start);
    let mut long = own.filter(|it| plain(it) && !compared(it));
    // "A blast a month before the vote on June 9": what is to come is no day of it.
    let to_come = |days: &DateRange| {
        let article = scene.clock.article;
        // What is dated tomorrow happened in another time zone.
        let tomorrow = article.and_then(|article| article.tomorrow().ok());
        tomorrow.is_some_and(|tomorrow| days.from.is_some_and(|from| from > tomorrow))
    };
    day.map(|(days, _)| days)
        .filter(|days| !to_come(days))
        .or_else(|| long.find_map(|moment| scene.clock.days(moment.kind)))
}

/// True when a verb of saying stands between an incident and a day; before the incident, where another verb may have its
/// day, also what opens a clause or says what that verb is about.
pub(super) fn is_apart(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
    day: &Range<usize>,
    other_verb: bool,
) -> bool {
    let parts = if other_verb && day.end <= incident.tokens.start {
        SPEECH | APART | RELATIVE | BREAK
    } else {
        SPEECH | LATER
    };
    let low = incident.tokens.end.min(day.end);
    let high = incident.tokens.start.max(day.start);
    elapsed::has_ended(scene, incident, day)
        || elapsed::is_limit(scene, day)
        || (low..high).any(|at| {
            let token = &scene.document.tokens[at];
            // "On 10 March alleged rebels murdered four": nobody speaks.
            resolver.classes.is(token, parts) && !resolver.classes.is(token, DESCRIBED)
        })
}

/// "The attacks", and not "the mass".
pub(super) fn is_plural(scene: &Scene<'_>, incident: &Mention) -> bool {
    let noun = scene.document.token_text(incident.tokens.end - 1);
    noun.ends_with('s') && !noun.ends_with("ss")
}

/// True for several events at once, which need not all be at home: "twin bombings", "the attacks on two embassies".
pub(super) fn is_several(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let document = scene.document;
    let sentence = scene.sentence_of(incident.tokens.start);
    let start = incident.tokens.start;
    let before = start.saturating_sub(AGENT_REACH).max(sentence.start)..start;
    let end = incident.tokens.end;
    let counts = |at: usize| resolver.classes.is(&document.tokens[at], SEVERAL);
    let governs = end < sentence.end && resolver.classes.is(&document.tokens[end], PREPOSITION);
    is_plural(scene, incident)
        && (before.into_iter().any(counts)
            || governs && (end + 1..sentence.end.min(end + 3)).any(counts))
}

/// True when a stretch tells of another event than the one before: "another deadly shooting".
pub(super) fn tells_another(resolver: &Resolver, scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let told = mention::within(&scene.mentions.incidents, range.clone());
    told.iter().any(|it| {
        let before = it.tokens.start.saturating_sub(ANOTHER_REACH)..it.tokens.start;
        let tokens = &scene.document.tokens[before];
        tokens.iter().any(|it| resolver.classes.is(it, ANOTHER))
    })
}
