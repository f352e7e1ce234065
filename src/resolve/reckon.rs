//! When an article without a date was written, as far as its text tells.

use std::ops::Range;

use crate::calendar::{Length, ToSpan};
use crate::decimal::ToPrimitive;

use super::mention;
use super::moment::MomentKind;
use super::scene::Scene;
use super::{Resolver, as_of};
use crate::calendar::{Date, DateRange};
use crate::numbers::{Kind, Operator, Quantity};

/// A text is taken to be written at most so many days after the latest day it mentions. A convention: news is fresh.
const FRESH_DAYS: i64 = 14;
/// The most words between a length of time and the event it counts from.
const REACH: usize = 8;

/// The days on which the article may have been written.
pub(super) fn written(
    resolver: &Resolver,
    scene: &Scene<'_>,
    quantities: &[Quantity],
) -> Option<DateRange> {
    let elapsed = quantities
        .iter()
        .filter_map(|quantity| elapsed(resolver, scene, quantity))
        .reduce(|a, b| meet(a, b).unwrap_or(a));
    elapsed.or_else(|| fresh(scene))
}

/// The days common to both.
fn meet(a: DateRange, b: DateRange) -> Option<DateRange> {
    let from = a.from.max(b.from);
    let to = match (a.to, b.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let common = DateRange { from, to };
    (from.is_none() || to.is_none() || from <= to).then_some(common)
}

/// "more than 10 months into the war", "the war began over a year ago", "a year of war".
fn elapsed(resolver: &Resolver, scene: &Scene<'_>, quantity: &Quantity) -> Option<DateRange> {
    if quantity.kind != Kind::Duration {
        return None;
    }
    let start = beginning(resolver, scene, quantity)?;
    let count = quantity.value.number?.to_i64()?;
    let (least, most) = match quantity.value.operator {
        Operator::Nearly => (count.checked_sub(1)?, count),
        Operator::AtMost | Operator::Range | Operator::Vague => return None,
        _ => (count, count.checked_add(1)?),
    };
    let unit = quantity.unit.as_deref()?;
    let from = start.checked_add(length(unit, least)?).ok()?;
    let after = start.checked_add(length(unit, most)?).ok()?;
    Some(DateRange {
        from: Some(from),
        to: after.checked_sub(1.days()).ok(),
    })
}

fn length(unit: &str, count: i64) -> Option<Length> {
    match unit {
        "day" => Length::new().try_days(count),
        "week" => Length::new().try_weeks(count),
        "month" => Length::new().try_months(count),
        "year" => Length::new().try_years(count),
        _ => return None,
    }
    .ok()
}

/// The first day of the event that a length of time counts from.
fn beginning(resolver: &Resolver, scene: &Scene<'_>, quantity: &Quantity) -> Option<Date> {
    let sentence = scene.sentence_of(quantity.tokens.start);
    let end = quantity.tokens.end;
    let next = |at: usize| {
        sentence
            .contains(&at)
            .then(|| scene.document.token_text(at).to_lowercase())
    };
    let behind = end..(end + REACH).min(sentence.end);
    let before = quantity
        .tokens
        .start
        .saturating_sub(REACH)
        .max(sentence.start)..quantity.tokens.start;
    match next(end)?.as_str() {
        "into" | "after" | "since" => start_in(resolver, scene, behind, false),
        "ago" => start_in(resolver, scene, before, true),
        "of" => {
            let war = mention::within(&scene.mentions.incidents, end..(end + 4).min(sentence.end))
                .iter()
                .any(|incident| resolver.events.is_war(incident.what));
            war.then(|| war_of_article(resolver, scene)).flatten()
        }
        _ => None,
    }
}

/// The first day of the event named in `range`; with `last`, of the last one.
fn start_in(
    resolver: &Resolver,
    scene: &Scene<'_>,
    range: Range<usize>,
    last: bool,
) -> Option<Date> {
    let events = mention::within(&scene.mentions.events, range.clone());
    let event = if last { events.last() } else { events.first() };
    if let Some(event) = event {
        return scene.named(resolver, event).date.from;
    }
    let war = mention::within(&scene.mentions.incidents, range)
        .iter()
        .any(|incident| resolver.events.is_war(incident.what));
    war.then(|| war_of_article(resolver, scene)).flatten()
}

/// The first day of the war that the article names: "the war" is that one.
fn war_of_article(resolver: &Resolver, scene: &Scene<'_>) -> Option<Date> {
    scene.wars(resolver).next()?.date.from
}

/// From the latest named event on, and not long after the latest day mentioned.
fn fresh(scene: &Scene<'_>) -> Option<DateRange> {
    let floor = scene.clock.anchor?;
    let latest = scene
        .moments
        .iter()
        .filter(|moment| {
            matches!(moment.kind, MomentKind::Day(_) | MomentKind::MonthDay(..))
                && !as_of::is_beginning(scene, moment)
        })
        .filter_map(|moment| scene.clock.days(moment.kind)?.to)
        .max()
        .filter(|day| *day >= floor);
    Some(DateRange {
        from: Some(floor),
        to: latest.and_then(|day| day.checked_add(FRESH_DAYS.days()).ok()),
    })
}
