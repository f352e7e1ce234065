//! Names that fit more than one event: "the Izmir earthquake" of this spring is not the listed one of years ago.

use std::ops::Range;

use super::Resolver;
use super::classes::{DETERMINER, PREPOSITION};
use super::mention::{self, Mentions};
use super::moment::{Moment, MomentKind};
use crate::calendar::{Date, ToSpan};
use crate::schema::NamedEvent;
use crate::text::Document;

/// A listed event this long over is not meant by a kind and a place alone. A convention: after half a year a desk gives
/// the year.
pub(super) const FRESH_DAYS: i64 = 180;

/// Leaves out the listed events that an article of that day cannot mean by the words it uses: those still to come, and
/// those long over when no word says that it looks back.
pub(super) fn leave_out(
    resolver: &Resolver,
    document: &Document<'_>,
    mentions: &mut Mentions,
    moments: &[Moment],
    article: Date,
) {
    let background = std::mem::take(&mut mentions.background);
    mentions.events.retain(|mention| {
        let event = mention::event(resolver, mention);
        let to_come = event.date.from.is_some_and(|from| from > article);
        let looks_back = || {
            let sentence = document
                .sentences
                .partition_point(|it| it.tokens.end <= mention.tokens.start);
            let sentence = document.sentences.get(sentence);
            let cued = |tokens: Range<usize>| !mention::within(&background, tokens).is_empty();
            sentence.is_some_and(|it| cued(it.tokens.clone())) || is_dated(moments, event)
        };
        let bygone = || {
            is_long_over(event, article)
                && is_general(resolver, document, &mention.tokens)
                && !looks_back()
        };
        !to_come && !bygone()
    });
    mentions.background = background;
}

/// Leaves out the names of events that are the beginning of a date of another year: "7/7" in "7/7/2016".
pub(super) fn leave_out_dates(resolver: &Resolver, mentions: &mut Mentions, moments: &[Moment]) {
    mentions.events.retain(|mention| {
        let event = mention::event(resolver, mention);
        !moments.iter().any(|moment| match moment.kind {
            MomentKind::Day(day) => {
                moment.tokens.start <= mention.tokens.start
                    && mention.tokens.end < moment.tokens.end
                    && !event.date.covers(day)
            }
            _ => false,
        })
    });
}

fn is_long_over(event: &NamedEvent, article: Date) -> bool {
    let over = event
        .date
        .to
        .and_then(|last| last.checked_add(FRESH_DAYS.days()).ok());
    over.is_some_and(|over| over < article)
}

/// True when the article names the year of the event anywhere.
fn is_dated(moments: &[Moment], event: &NamedEvent) -> bool {
    let Some(from) = event.date.from else {
        return false;
    };
    moments.iter().any(|moment| match moment.kind {
        MomentKind::Year(year) | MomentKind::Month(Some(year), _) => year == from.year(),
        MomentKind::Day(day) => day.year() == from.year(),
        _ => false,
    })
}

/// True for a name that is made of a kind of event and a place.
fn is_general(resolver: &Resolver, document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let text = document.article.text.as_str();
    let all = &document.tokens[..tokens.end];
    let mut at = tokens.start;
    while at < tokens.end {
        let incidents = &resolver.events.incidents;
        let incident = incidents.longest_before(all, text, at, tokens.end);
        let place = resolver.gazetteer.longest_before(all, text, at, tokens.end);
        let covered = incident.map(|found| found.0).or(place.map(|found| found.0));
        let filler = resolver.classes.is(&all[at], PREPOSITION | DETERMINER);
        at = match covered {
            Some(after) => after,
            None if filler || document.is_word(at, "of") => at + 1,
            None => return false,
        };
    }
    true
}
