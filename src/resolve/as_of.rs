//! The time of which a claim speaks.

use super::anchor::Anchor;
use super::mention;
use super::moment::{Moment, MomentKind};
use super::scene::Scene;
use super::{Event, Record};
use crate::calendar::DateRange;
use crate::schema::claim_type::Basis;
use crate::text::TokenKind;

/// The time of which a claim speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct AsOf {
    /// The possible days.
    pub range: DateRange,
    /// How they are known.
    pub evidence: AsOfEvidence,
}

/// How an as-of is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AsOfEvidence {
    /// A date in the clause.
    Explicit,
    /// "on Tuesday", "yesterday", counted from the article's date.
    Relative,
    /// The article's date.
    ArticleDate,
    /// Reckoned from the text: "more than 10 months into the war".
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

impl AsOfEvidence {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Relative => "relative",
            Self::ArticleDate => "article-date",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

/// Makes every reckoned as-of unknown, for those who want dates from words and metadata only.
pub fn forget_inferred(records: &mut [Record]) {
    for record in records {
        if record.as_of.evidence == AsOfEvidence::Inferred {
            record.as_of = AsOf::default();
        }
    }
}

/// The as-of of a claim. One event's count speaks when the article does, however long ago the event was; `inferred`
/// is the article's time as reckoned from its text.
pub(super) fn of(
    scene: &Scene<'_>,
    anchor: &Anchor,
    basis: Basis,
    event: Option<&Event>,
    inferred: Option<DateRange>,
) -> AsOf {
    let stated = (basis != Basis::Incident)
        .then(|| stated(scene, anchor))
        .flatten();
    let of_article = scene.clock.article.map(|date| AsOf {
        range: DateRange::day(date),
        evidence: AsOfEvidence::ArticleDate,
    });
    stated
        .or(of_article)
        .or_else(|| {
            inferred.map(|range| AsOf {
                range,
                evidence: AsOfEvidence::Inferred,
            })
        })
        .or_else(|| after_event(event))
        .unwrap_or_default()
}

/// A text that tells of an event was written after it.
fn after_event(event: Option<&Event>) -> Option<AsOf> {
    let from = event?.date.from?;
    Some(AsOf {
        range: DateRange {
            from: Some(from),
            to: None,
        },
        evidence: AsOfEvidence::Inferred,
    })
}

/// A moment in the clause at which the figure stood.
fn stated(scene: &Scene<'_>, anchor: &Anchor) -> Option<AsOf> {
    let own = mention::within(&scene.moments, anchor.own.clone()).iter();
    own.chain(mention::within(&scene.moments, anchor.clause.clone()))
        .filter(|moment| {
            !is_beginning(scene, moment)
                && !is_ago(scene, moment)
                && !is_subordinate(scene, anchor, moment)
                && !is_of_event(scene, moment)
        })
        .find_map(|moment| {
            let evidence = match moment.kind {
                MomentKind::Day(_) | MomentKind::MonthDay(..) => AsOfEvidence::Explicit,
                MomentKind::Weekday(_)
                | MomentKind::LastWeekday(_)
                | MomentKind::Weekend(_)
                | MomentKind::Offset(..)
                | MomentKind::Window(_) => AsOfEvidence::Relative,
                MomentKind::Year(_)
                | MomentKind::YearsAgo(_)
                | MomentKind::MonthsAgo(_)
                | MomentKind::Month(..)
                | MomentKind::ThisMonth
                | MomentKind::ThisYear => {
                    return None;
                }
            };
            let mut range = scene.clock.days(moment.kind)?;
            if let MomentKind::Window(_) = moment.kind {
                range.from = range.to;
            }
            Some(AsOf { range, evidence })
        })
}

/// "From the ferry that sank two days ago, bringing the toll to 31": what lies behind is no moment at which a figure stands.
fn is_ago(scene: &Scene<'_>, moment: &Moment) -> bool {
    let last = moment.tokens.end.checked_sub(1);
    last.is_some_and(|at| scene.document.is_word(at, "ago"))
}

/// The most words between a day and the event it dates.
const EVENT_REACH: usize = 3;
/// The same with its place between: "the ferry that sank off North Sulawesi on Tuesday".
const PLACE_REACH: usize = 6;

/// "Monday's earthquake", "the March 3 earthquake", "the attack in Tyre on Saturday": the day of the event, not of the count.
fn is_of_event(scene: &Scene<'_>, moment: &Moment) -> bool {
    let incidents = &scene.mentions.incidents;
    let (start, end) = (moment.tokens.start, moment.tokens.end);
    let sentence = scene.sentence_of(start);
    let owns = end < sentence.end && scene.document.is_word(end, "'s");
    let owned = mention::within(incidents, end..(end + EVENT_REACH + 1).min(sentence.end));
    let from = start.saturating_sub(PLACE_REACH).max(sentence.start);
    let before = mention::within(incidents, from..start).last();
    let dated = before.is_some_and(|incident| {
        (incident.tokens.end..start).all(|at| {
            let word = scene.document.token_text(at);
            let of_place = scene.document.tokens[at].kind == TokenKind::Name;
            of_place
                || matches!(
                    word,
                    "on" | "of"
                        | "in"
                        | "off"
                        | "near"
                        | "at"
                        | "outside"
                        | "early"
                        | "late"
                        | "last"
                )
        })
    });
    let named = owned
        .first()
        .is_some_and(|incident| incident.tokens.start == end);
    (owns && !owned.is_empty()) || named || dated
}

/// "400 had fled there before it was stormed on May 6": the day of something else.
fn is_subordinate(scene: &Scene<'_>, anchor: &Anchor, moment: &Moment) -> bool {
    (anchor.high..moment.tokens.start).any(|at| {
        matches!(
            scene.document.token_text(at),
            "before" | "after" | "when" | "until" | "since" | "which" | "who"
        )
    })
}

/// "since 7 October", "the war that began on 7 October", and the names of events: when something began, not when the
/// count was made.
pub(super) fn is_beginning(scene: &Scene<'_>, moment: &Moment) -> bool {
    if moment.since {
        return true;
    }
    let named = scene.sentence_of(moment.tokens.start);
    let overlaps = mention::within(&scene.mentions.events, named.clone())
        .iter()
        .any(|event| {
            event.tokens.start < moment.tokens.end && moment.tokens.start < event.tokens.end
        });
    let from = moment.tokens.start.saturating_sub(4).max(named.start);
    let begun = (from..moment.tokens.start).any(|at| {
        matches!(
            scene.document.token_text(at).to_lowercase().as_str(),
            "since" | "began" | "begun" | "started" | "erupted" | "beginning" | "after"
        )
    });
    overlaps || begun
}
