//! What a verdict is about: two readings, and the question that both answer.

use std::borrow::Cow;
use std::sync::Arc;

use crate::calendar::DateRange;
use crate::claims::{Certainty, Polarity, SINGULAR};
use crate::decimal::Decimal;
use crate::numbers::Value;
use crate::resolve::{AsOf, Event, Record};
use crate::schema::ClaimType;
use crate::schema::claim_type::{CompareRule, KeySlot};

use super::besides;
use super::desk::Desk;
use super::headline;
use super::key::asks;
use super::node::{is_beside, said_earlier};
use super::part::{has_own_place, is_all_of_kind};
use super::particular;
use super::roll::{Roll, Seat};
use super::time::{self, Days, Motion};
use super::untold::{self, Untold};
use super::variant::Reported;

/// How many sentences after the headline tell what an article is about.
const LEAD: usize = 4;

/// One side of a comparison: a value with all that bears on the verdict. It stands by itself, so that the sentences of
/// a verdict can be written long after.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent fact of the text, and no two make a state"
)]
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// What it says, in the type's unit.
    pub(super) value: Value,
    /// As written.
    pub(super) written: String,
    /// What the headline has, where it is taken for the words beneath it.
    pub(super) headline: Option<String>,
    /// The time it speaks of.
    pub(super) as_of: AsOf,
    /// That time in days; `None` when nothing is known of it.
    pub(super) days: Option<Days>,
    /// The days over which it counts, where they are not all of its event.
    pub(super) stretch: Option<DateRange>,
    /// It was certainly said while the event was fresh.
    pub(super) fresh: bool,
    /// The text denies it.
    pub(super) denied: bool,
    /// The text calls it an earlier count.
    pub(super) earlier: bool,
    /// The text says that it was revised or corrected.
    pub(super) revised: bool,
    /// Every claim of it is one reading of the words among others.
    pub(super) uncertain: bool,
    /// What it leaves out of its event; `None` where that is known.
    pub(super) untold: Option<Untold>,
    /// Its place is known.
    pub(super) has_place: bool,
    /// The place that all its claims are of, by id and by name, with the ids of what is around it.
    pub(super) place: Option<(String, String, Arc<[String]>)>,
    /// Who is counted, as written, when that tells them from everybody: not "people".
    pub(super) who: Option<String>,
    /// The noun that tells those counted from everybody: "monks".
    pub(super) noun: Option<String>,
    /// Who is counted is told apart by nationality.
    pub(super) nationality: bool,
    /// Source families, ascending, each once.
    pub(super) families: Vec<String>,
    /// Ranks of its articles, ascending, each once.
    pub(super) articles: Vec<usize>,
    /// Every claim of it counts some of those concerned: "three others", "two of the victims", "a passer-by".
    pub(super) counts_some: bool,
    /// Of these, "others" throughout: two such counts mostly leave out the same people.
    pub(super) others: bool,
    /// Every claim of it stands in a headline, and no body under such a headline gives its number.
    pub(super) headline_alone: bool,
    /// One of its claims stands in a headline or in the sentences after it.
    pub(super) leads: bool,
    /// Its words say that the count has just grown to it.
    pub(super) risen: bool,
    /// The other numbers that each of its articles gives for things of its type, ascending.
    pub(super) besides: Vec<Decimal>,
    /// The numbers that its articles say were given before, ascending.
    pub(super) former: Vec<Decimal>,
    /// Of headlines that leave out the hedge of their bodies ("12 dead" over "at least 12 died"), what those say.
    pub(super) body: Option<Box<Body>>,
    /// The id of the claim to show.
    pub(super) id: String,
}

/// What a body says of the number that its headline gives without a hedge.
#[derive(Clone, Debug)]
pub(super) struct Body {
    value: Value,
    written: String,
}

impl Reading {
    /// This reading as it stands against one of other texts: headlines mean what their bodies say. Within one text the
    /// headline is compared as it is.
    pub(super) fn against(&self, other: &Self) -> Cow<'_, Self> {
        let shared = |article| other.articles.binary_search(article).is_ok();
        match &self.body {
            Some(body) if !self.articles.iter().any(shared) => Cow::Owned(Self {
                value: body.value.clone(),
                written: body.written.clone(),
                headline: Some(self.written.clone()),
                body: None,
                ..self.clone()
            }),
            _ => Cow::Borrowed(self),
        }
    }
}

/// What the figure asks, as far as verdicts depend on it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent fact of the figure, and no two make a state"
)]
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// How values of its type compare.
    pub(super) rule: CompareRule,
    /// What time does to it.
    pub(super) motion: Motion,
    /// Its event.
    pub(super) event: Option<Event>,
    /// Its type needs an event to compare.
    pub(super) asks_event: bool,
    /// Its type needs a place to compare.
    pub(super) asks_place: bool,
    /// Its type tells counted groups apart.
    pub(super) asks_who: bool,
    /// The listed war in which its event is known by kind, place and day alone, by the name to show.
    pub(super) within_war: Option<String>,
    /// Its event is violence that is in no list: what is known of it is what the articles tell.
    pub(super) unlisted_deed: bool,
    /// Its event is of a kind that strikes many places.
    pub(super) widespread: bool,
    /// Its values are percentages, whose differences are told in points.
    pub(super) in_points: bool,
    /// How many attackers its articles say are among the dead: none, one, or more.
    pub(super) dead_attackers: u8,
}

/// One variant as a side of comparisons about an event.
pub(super) fn reading(
    desk: &Desk<'_, '_>,
    claim_type: &ClaimType,
    reported: &Reported,
    event: Option<&Event>,
) -> Reading {
    let roll = desk.roll;
    let first = reported.seats[0];
    let record = roll.records[first];
    let notes = |word: &str| {
        let noted = |seat: &Seat| roll.records[*seat].claim.notes.contains(&word);
        reported.seats.iter().any(noted)
    };
    let mut families: Vec<String> = reported
        .seats
        .iter()
        .filter_map(|seat| roll.records[*seat].source.family.clone())
        .collect();
    families.sort_unstable();
    families.dedup();
    let noun = particular::noun(roll.who(first), record, desk.schema);
    let mut articles: Vec<usize> = reported.seats.iter().map(|s| roll.article[*s]).collect();
    articles.dedup();
    Reading {
        value: reported.variant.value.clone(),
        written: roll.written(first).to_owned(),
        headline: None,
        as_of: reported.variant.as_of,
        days: Days::of(&reported.variant.as_of),
        stretch: record.stretch,
        fresh: time::fresh(&reported.variant.as_of, event),
        denied: record.claim.polarity == Polarity::Denied,
        earlier: said_earlier(record),
        revised: notes("revised") || besides::takes_back(desk, reported),
        uncertain: reported
            .seats
            .iter()
            .all(|seat| roll.records[*seat].claim.certainty == Certainty::Possible),
        untold: untold::of(desk, reported),
        has_place: record.place.is_some(),
        place: place(desk, reported),
        who: roll
            .who(first)
            .filter(|_| asks(claim_type, KeySlot::Who))
            .filter(|_| noun.is_some() || !record.who.facets.is_empty())
            .map(str::to_owned),
        noun: noun.map(str::to_owned),
        nationality: record.who.facets.nationality.is_some(),
        families,
        articles,
        others: reported.seats.iter().all(|seat| {
            let claim = &roll.records[*seat].claim;
            claim.notes.contains(&"others")
        }),
        counts_some: reported.seats.iter().all(|seat| {
            let whole = roll.whole[*seat].map(|whole| roll.records[whole]);
            // "Three of them children": all the children among them.
            let all = whole.is_some_and(|whole| {
                let part = roll.records[*seat];
                is_all_of_kind(part, whole) || has_own_place(part, whole)
            });
            counts_some(roll.records[*seat]) && !all && !is_all_hurt(desk, *seat)
        }),
        headline_alone: reported
            .seats
            .iter()
            .all(|seat| headline::stands_alone(roll, *seat)),
        leads: reported.seats.iter().any(|seat| leads(roll, *seat)),
        risen: notes("risen"),
        besides: besides::numbers(desk, reported),
        former: besides::former(desk, reported),
        body: headline::hedged_beneath(roll, &reported.seats).map(|beneath| {
            Box::new(Body {
                value: roll.records[beneath].claim.value.clone(),
                written: roll.written(beneath).to_owned(),
            })
        }),
        id: record.id.clone(),
    }
}

/// The place of all claims of a variant, where it is one.
fn place(desk: &Desk<'_, '_>, reported: &Reported) -> Option<(String, String, Arc<[String]>)> {
    let of = |seat: &Seat| desk.roll.records[*seat].place.as_ref();
    let first = of(&reported.seats[0])?;
    let all = reported
        .seats
        .iter()
        .all(|seat| of(seat).is_some_and(|it| it.id == first.id));
    all.then(|| {
        (
            first.id.clone(),
            first.name.clone(),
            Arc::clone(&first.within),
        )
    })
}

/// True for a claim in a headline or in the sentences after it.
pub(super) fn leads(roll: &Roll<'_>, seat: Seat) -> bool {
    roll.records[seat].claim.sentence <= LEAD || headline::holds(roll, seat)
}

/// True when the words count some of those concerned, beside or among others.
pub(super) fn counts_some(record: &Record) -> bool {
    let claim = &record.claim;
    let noted = ["others", "of-a-group", "some-of-those"]
        .iter()
        .any(|note| claim.notes.contains(note));
    !claim.value.increment && (noted || claim.quantity.rule == SINGULAR)
}

/// "Two were killed and six others hurt": others than the dead are all the hurt.
fn is_all_hurt(desk: &Desk<'_, '_>, seat: Seat) -> bool {
    let claim = &desk.roll.records[seat].claim;
    let noted = |note: &str| claim.notes.contains(&note);
    let of_some = noted("of-a-group") || noted("some-of-those");
    let before = seat.checked_sub(1).map(|at| desk.roll.records[at]);
    let behind = before.is_some_and(|before| {
        let dead = before.claim.claim_type != claim.claim_type;
        dead && before.claim.sentence == claim.sentence
    });
    // A round-up of several attacks counts on.
    let kind = (claim.claim_type, claim.aspect);
    let alone = desk.roll.neighbours(seat).all(|other| {
        let other = &desk.roll.records[other].claim;
        (other.claim_type, other.aspect) != kind || other.value.number == claim.value.number
    });
    let of_all = noted("others") && !of_some && behind && alone;
    of_all && !is_beside(desk.roll, desk.schema, seat)
}
