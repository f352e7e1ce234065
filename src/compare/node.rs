//! Claims with equal scope, taken together: what grouping works on.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::claims::{Frame, SINGULAR};
use crate::decimal::Decimal;
use crate::resolve::{Evidence, Record};
use crate::schema::Schema;
use crate::schema::claim_type::Basis;

use super::Grade;
use super::alone::Alone;
use super::catalog::Catalog;
use super::gap;
use super::headline;
use super::part::{is_all_of_kind, is_of_a_nation, narrower};
use super::particular;
use super::profile::{Profile, Setting, profile};
use super::roll::{Roll, Seat};
use super::rounding;

/// All claims of one profile.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Their scope.
    pub(super) profile: Profile,
    /// The claims, in order.
    pub(super) seats: Vec<Seat>,
    /// Their distinct numbers, ascending.
    pub(super) numbers: Vec<Decimal>,
}

/// The claims by profile, in order of profile.
pub(super) fn nodes(roll: &Roll<'_>, schema: &Schema, catalog: &Catalog<'_>) -> Vec<Node> {
    let articles = roll.by_article();
    let lanes: Vec<_> = articles
        .into_par_iter()
        .map(|article| lanes(roll, schema, catalog, article))
        .collect();
    let mut by_profile: FxHashMap<Profile, Vec<Seat>> = FxHashMap::default();
    for (profile, seats) in lanes.into_iter().flatten() {
        by_profile.entry(profile).or_default().extend(seats);
    }
    let mut by_profile: Vec<(Profile, Vec<Seat>)> = by_profile.into_iter().collect();
    by_profile.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    by_profile
        .into_par_iter()
        .map(|(profile, mut seats)| {
            seats.sort_unstable();
            let value = |seat: &Seat| roll.records[*seat].claim.value.number;
            let mut numbers: Vec<Decimal> = seats.iter().filter_map(value).collect();
            numbers.sort_unstable();
            numbers.dedup();
            Node {
                profile,
                seats,
                numbers,
            }
        })
        .collect()
}

/// The claims of one article by profile. Of claims with one profile and different numbers, an article means one
/// question only where it says so.
fn lanes(
    roll: &Roll<'_>,
    schema: &Schema,
    catalog: &Catalog<'_>,
    article: std::ops::Range<Seat>,
) -> BTreeMap<Profile, Vec<Seat>> {
    let mut main: BTreeMap<Profile, Vec<Seat>> = BTreeMap::new();
    for seat in article {
        main.entry(profile_of(roll, schema, catalog, seat))
            .or_default()
            .push(seat);
    }
    let mut lanes: BTreeMap<Profile, Vec<Seat>> = BTreeMap::new();
    for (profile, mut seats) in main {
        seats.sort_by_key(|seat| (standing(roll, schema, *seat), *seat));
        let mut kept: Vec<Seat> = Vec::new();
        for seat in seats {
            if kept.iter().any(|other| one_question(roll, *other, seat)) || kept.is_empty() {
                kept.push(seat);
                continue;
            }
            let aside = Profile {
                alone: Some(Alone::new(None, &roll.records[seat].claim.value)),
                ..profile.clone()
            };
            lanes.entry(aside).or_default().push(seat);
        }
        lanes.entry(profile).or_default().extend(kept);
    }
    lanes
}

fn profile_of(roll: &Roll<'_>, schema: &Schema, catalog: &Catalog<'_>, seat: Seat) -> Profile {
    let record = roll.records[seat];
    let whole = roll.whole[seat].map(|whole| roll.records[whole]);
    let mut remarks = record.claim.notes.iter();
    let is_noted = remarks.any(|it| matches!(*it, "of-a-group" | "some-of-those"));
    // "213, of whom 44 worked there": who they are no noun says.
    let is_unnamed = roll.who(seat).is_none() && whole.is_some_and(|it| !narrower(record, it));
    profile(
        record,
        Setting {
            claim_type: &schema.types[record.claim.claim_type],
            catalog,
            article: roll.article[seat],
            text: roll.text(seat),
            who: roll.who(seat),
            parties: parties(schema, record),
            part: whole.is_some_and(|whole| !narrower(record, whole))
                || counts_some(roll, schema, seat)
                    && !whole.is_some_and(|whole| is_all_of_kind(record, whole)),
            among: whole.is_some_and(|whole| is_of_a_nation(record, whole)),
            some: (is_noted || is_unnamed)
                && !whole.is_some_and(|whole| is_all_of_kind(record, whole)),
            member: roll.member[seat].clone(),
            aged: aged(roll, seat),
        },
    )
}

/// "A 19-year-old": one person, who is no other.
fn aged(roll: &Roll<'_>, seat: Seat) -> Option<String> {
    let who = roll.who(seat)?.to_lowercase();
    let one = roll.records[seat].claim.value.number == Some(Decimal::ONE);
    let (before, _) = who
        .split_once("-year")
        .or_else(|| who.split_once(" year"))?;
    let age = before.rsplit([' ', '-']).next()?;
    let is_age = !age.is_empty() && age.bytes().all(|byte| byte.is_ascii_digit());
    (one && is_age).then(|| age.to_owned())
}

/// The parties to a listed event.
fn parties<'s>(schema: &'s Schema, record: &Record) -> &'s [String] {
    let id = record.event.as_ref().map_or("", |event| event.id.as_str());
    schema
        .events
        .binary_search_by(|event| event.id.as_str().cmp(id))
        .map_or(&[], |at| &schema.events[at].parties)
}

/// The most sentences between a count and the "others" that it leaves out.
const BESIDE: usize = 2;

/// True when the words count some of those whom another count may be of: one person without a number, "two of the
/// victims", and "three others" after a count of the same or of what the type
/// includes.
fn counts_some(roll: &Roll<'_>, schema: &Schema, seat: Seat) -> bool {
    let record = roll.records[seat];
    let claim = &record.claim;
    let noted = |note: &str| claim.notes.contains(&note);
    claim.quantity.rule == SINGULAR
        || ["of-a-group", "some-of-those", "and-others"]
            .into_iter()
            .any(noted)
        || noted("others") && is_beside(roll, schema, seat) && !repeats(roll, seat)
}

/// True behind a count of the same, or of what the type includes: "three others" may leave those out. Behind the dead "six
/// others were hurt" are all the hurt.
pub(super) fn is_beside(roll: &Roll<'_>, schema: &Schema, seat: Seat) -> bool {
    let claim = &roll.records[seat].claim;
    let includes = &schema.types[claim.claim_type].includes;
    let before = seat.checked_sub(1).map(|at| (at, roll.records[at]));
    before.is_some_and(|(at, before)| {
        roll.article[at] == roll.article[seat]
            && (before.claim.claim_type == claim.claim_type && before.claim.aspect == claim.aspect
                || includes.contains(&schema.types[before.claim.claim_type].name))
            && claim.sentence - before.claim.sentence.min(claim.sentence) <= BESIDE
    })
}

/// "Three others hurt" over "three other people were hurt": one count told again.
fn repeats(roll: &Roll<'_>, seat: Seat) -> bool {
    let claim = &roll.records[seat].claim;
    roll.neighbours(seat).any(|other| {
        let other = &roll.records[other].claim;
        (other.claim_type, other.aspect, other.value.number)
            == (claim.claim_type, claim.aspect, claim.value.number)
            && other.sentence != claim.sentence
            && other.notes.contains(&"others")
    })
}

/// How firmly a claim is tied to its scope, best first: the headline, its own clause, its sentence, the article.
fn standing(roll: &Roll<'_>, schema: &Schema, seat: Seat) -> (bool, Evidence, bool) {
    let evidence = roll.records[seat]
        .event
        .as_ref()
        .map_or(Evidence::Inferred, |event| event.evidence);
    // Of "eight employees" and "213 dead" the count of all is the one that others tell, too.
    let of_some = particular::noun(roll.who(seat), roll.records[seat], schema).is_some();
    (!headline::holds(roll, seat), evidence, of_some)
}

/// True when two claims of one article and one profile are about one question: they give one number, or each names its
/// event or place itself, or one is the headline, or one is said to be the earlier count.
fn one_question(roll: &Roll<'_>, a: Seat, b: Seat) -> bool {
    let (left, right) = (roll.records[a], roll.records[b]);
    if rounding::one_number(&left.claim.value, &right.claim.value) {
        return true;
    }
    if said_earlier(left) || said_earlier(right) {
        return true;
    }
    // Two numbers in one sentence are two things that the sentence counts.
    if left.claim.sentence == right.claim.sentence {
        return false;
    }
    // "Killed 74. (…) State media put the toll at 40": of one event both are its toll, however far apart.
    let tolls = |record: &Record| record.claim.frame == Frame::Toll;
    if (tolls(left) || tolls(right)) && sources_differ(roll, a, b) && is_deed(left) {
        return true;
    }
    let headline = headline::holds(roll, a) || headline::holds(roll, b);
    if left.basis != right.basis {
        return toll_beneath(roll, a, b) || toll_beneath(roll, b, a);
    }
    if headline {
        return true;
    }
    // A report sets the number of one source against that of another.
    let far = gap::grade(&left.claim.value, &right.claim.value) == Grade::Major;
    if !far && (sources_differ(roll, a, b) || only_one_is_said(roll, a, b)) {
        return true;
    }
    // Nor are two numbers far apart one: a report does not give its own figure twice so differently.
    !far && ties_itself(left) && ties_itself(right)
}

/// "23 dead" over "the toll rose to 21": of an event of one day both are its toll. A count of some beneath a toll is not.
fn toll_beneath(roll: &Roll<'_>, headline: Seat, body: Seat) -> bool {
    let (above, beneath) = (roll.records[headline], roll.records[body]);
    headline::holds(roll, headline)
        && (above.basis, beneath.basis) == (Basis::Incident, Basis::Cumulative)
}

/// True of an event of one day or few, and no war.
fn is_deed(record: &Record) -> bool {
    record.event.as_ref().is_some_and(|event| !event.ongoing)
}

/// Both name a source, and not the same one: "police" are "the city's police".
fn sources_differ(roll: &Roll<'_>, a: Seat, b: Seat) -> bool {
    let name = |seat: Seat| {
        let source = &roll.records[seat].source;
        let words = source.text.map(|span| span.slice(roll.text(seat)));
        let last = words.and_then(|words| words.split_whitespace().next_back());
        let last = last.map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        });
        source.family.clone().or(last)
    };
    name(a).zip(name(b)).is_some_and(|(a, b)| a != b)
}

/// The least of two counts that a report gives of its own and by a source: small ones are as likely of two things.
const SAID: u32 = 10;

/// "The dead stood at 107. (…) The Red Cross said it had 94": one number is the report's own, and the other a source's.
fn only_one_is_said(roll: &Roll<'_>, a: Seat, b: Seat) -> bool {
    let said = |seat: Seat| roll.records[seat].source.text.is_some();
    let large = |seat: Seat| {
        let number = roll.records[seat].claim.value.number;
        number.is_some_and(|number| number >= Decimal::from(SAID))
    };
    said(a) != said(b) && large(a) && large(b)
}

/// The claim is marked as an earlier count of the same thing.
pub(super) fn said_earlier(record: &Record) -> bool {
    record.claim.notes.contains(&"earlier-report")
}

fn ties_itself(record: &Record) -> bool {
    let near = |evidence: Evidence| evidence <= Evidence::Sentence;
    match (&record.event, &record.place) {
        // "The Harsk toll was put at 40".
        (Some(_), Some(place)) if record.claim.frame == Frame::Toll && near(place.evidence) => true,
        (Some(event), _) => near(event.evidence),
        (None, Some(place)) => near(place.evidence),
        (None, None) => true,
    }
}
