//! Records made by hand: `deaths("some 1,200").event("strike")`, each in an article of its own unless told otherwise.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::calendar::{Date, DateRange};
use crate::claims::{Certainty, Claim, Modality, Polarity, Trigger};
use crate::compare::{Comparison, Figure, Inside, Trace, compare, inside, trace};
use crate::decimal::{Decimal, Interval};
use crate::ingest::Article;
use crate::numbers::{Kind, Operator, Quantity, Value};
use crate::resolve::{
    AsOf, AsOfEvidence, Event, Evidence, Facets, Place, Record, Source, Stance, Who,
};
use crate::schema::claim_type::{Basis, ValueKind};
use crate::schema::{ClaimType, Frame, Schema};
use crate::span::Span;

/// The built-in schema.
pub(super) static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::built_in().unwrap());

/// A claim as a test states it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    claim_type: &'static str,
    aspect: Option<&'static str>,
    number: String,
    article: String,
    who: Option<String>,
    facets: Facets,
    place: Option<&'static str>,
    place_evidence: Evidence,
    event: Option<&'static str>,
    event_evidence: Evidence,
    basis: Option<Basis>,
    stretch: Option<(&'static str, &'static str)>,
    as_of: Option<(&'static str, &'static str)>,
    evidence: AsOfEvidence,
    family: Option<&'static str>,
    denied: bool,
    modality: Modality,
    certainty: Certainty,
    notes: Vec<&'static str>,
    sentence: Option<usize>,
    trigger: Option<&'static str>,
    part_of: Option<usize>,
    increment: bool,
    share_of: Option<&'static str>,
}

pub(super) fn told(claim_type: &'static str, number: &str) -> Told {
    Told {
        claim_type,
        aspect: None,
        number: number.to_owned(),
        article: String::new(),
        who: None,
        facets: Facets::default(),
        place: None,
        place_evidence: Evidence::Clause,
        event: None,
        event_evidence: Evidence::Clause,
        basis: None,
        stretch: None,
        as_of: None,
        evidence: AsOfEvidence::Unknown,
        family: None,
        denied: false,
        modality: Modality::Actual,
        certainty: Certainty::Stated,
        notes: Vec::new(),
        sentence: None,
        trigger: None,
        part_of: None,
        increment: false,
        share_of: None,
    }
}

/// Deaths of one attack on 7 October 2023, unless told otherwise.
pub(super) fn attack(number: &str) -> Told {
    told("deaths", number).event("attack")
}

/// Deaths of a war to date.
pub(super) fn war(number: &str) -> Told {
    told("deaths", number).event("war").basis(Basis::Cumulative)
}

impl Told {
    pub(super) fn of(mut self, aspect: &'static str) -> Self {
        self.aspect = Some(aspect);
        self
    }
    pub(super) fn article(mut self, id: &str) -> Self {
        id.clone_into(&mut self.article);
        self
    }
    /// Who is counted; a code after `=` is a facet: `Israelis=IL`, `children=+child`, `soldiers=@combatant`.
    pub(super) fn who(mut self, who: &str) -> Self {
        let (text, facet) = who.split_once('=').unwrap_or((who, ""));
        self.who = Some(text.to_owned());
        if let Some(age) = facet.strip_prefix('+') {
            self.facets.age_sex = Some(age.to_owned());
        } else if let Some(role) = facet.strip_prefix('@') {
            self.facets.role = Some(role.to_owned());
        } else if !facet.is_empty() {
            self.facets.nationality = Some(facet.to_owned());
        }
        self
    }
    pub(super) fn at(mut self, place: &'static str) -> Self {
        self.place = Some(place);
        self
    }
    pub(super) fn loosely_at(mut self, place: &'static str) -> Self {
        self.place = Some(place);
        self.place_evidence = Evidence::Article;
        self
    }
    pub(super) fn event(mut self, event: &'static str) -> Self {
        self.event = Some(event);
        self
    }
    pub(super) fn no_event(mut self) -> Self {
        self.event = None;
        self
    }
    pub(super) fn main_event(mut self, event: &'static str) -> Self {
        self.event_evidence = Evidence::Article;
        self.event(event)
    }
    pub(super) fn basis(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }
    /// The days over which it counts; without a last one, since the first.
    pub(super) fn over(mut self, from: &'static str, to: &'static str) -> Self {
        self.stretch = Some((from, to));
        self
    }
    /// The day it speaks of.
    pub(super) fn on(self, day: &'static str) -> Self {
        self.during(day, day, AsOfEvidence::ArticleDate)
    }
    pub(super) fn during(
        mut self,
        from: &'static str,
        to: &'static str,
        evidence: AsOfEvidence,
    ) -> Self {
        self.as_of = Some((from, to));
        self.evidence = evidence;
        self
    }
    pub(super) fn says(mut self, family: &'static str) -> Self {
        self.family = Some(family);
        self
    }
    pub(super) fn denied(mut self) -> Self {
        self.denied = true;
        self
    }
    pub(super) fn modality(mut self, modality: Modality) -> Self {
        self.modality = modality;
        self
    }
    pub(super) fn note(mut self, note: &'static str) -> Self {
        self.notes.push(note);
        self
    }
    pub(super) fn sentence(mut self, sentence: usize) -> Self {
        self.sentence = Some(sentence);
        self
    }
    /// Claims of one article with equal trigger words share the trigger.
    pub(super) fn trigger(mut self, words: &'static str) -> Self {
        self.trigger = Some(words);
        self
    }
    pub(super) fn part_of(mut self, whole: usize) -> Self {
        self.part_of = Some(whole);
        self
    }
    pub(super) fn more(mut self) -> Self {
        self.increment = true;
        self
    }
    pub(super) fn share_of(mut self, base: &'static str) -> Self {
        self.share_of = Some(base);
        self
    }
}

/// The articles and records of claims.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    pub(super) articles: Vec<Article>,
    pub(super) records: Vec<Record>,
}

impl Desk {
    pub(super) fn compare(&self) -> Comparison {
        compare(&self.articles, &self.records, &SCHEMA)
    }
    pub(super) fn trace(&self, pair: (usize, usize)) -> Trace {
        trace(&self.articles, &self.records, &SCHEMA, pair).unwrap()
    }
    pub(super) fn inside(&self) -> Vec<Inside> {
        inside(&self.articles, &self.records, &SCHEMA)
    }
}

/// Puts each claim into its article: claims without one into articles 000, 001, ….
pub(super) fn desk(claims: &[Told]) -> Desk {
    let mut articles: Vec<Article> = Vec::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut records = Vec::new();
    for (at, told) in claims.iter().enumerate() {
        let id = if told.article.is_empty() {
            format!("{at:03}")
        } else {
            told.article.clone()
        };
        let known = articles.iter().position(|article| article.id == id);
        let index = known.unwrap_or_else(|| {
            articles.push(Article::new(&id, None, ""));
            articles.len() - 1
        });
        let place_in_article = counts.entry(index).or_default();
        records.push(record(told, index, *place_in_article, &mut articles[index]));
        *place_in_article += 1;
    }
    for article in &mut articles {
        article.prose = Span::new(0, article.text.len());
    }
    Desk { articles, records }
}

/// The comparison of claims.
pub(super) fn compared(claims: &[Told]) -> Comparison {
    desk(claims).compare()
}

/// The only figure of a comparison.
pub(super) fn only(comparison: &Comparison) -> &Figure {
    let labels: Vec<_> = comparison.figures.iter().map(|f| &f.label).collect();
    assert_eq!(comparison.figures.len(), 1, "one figure: {labels:?}");
    &comparison.figures[0]
}

fn record(told: &Told, article: usize, nth: usize, home: &mut Article) -> Record {
    let mut write = |words: &str| {
        let start = home.text.len();
        home.text.push_str(words);
        let span = Span::new(start, home.text.len());
        home.text.push(' ');
        span
    };
    let span = write(&told.number);
    let who = told.who.as_deref().map(&mut write);
    let base = told.share_of.map(&mut write);
    let trigger = told.trigger.map_or(span, |words| {
        home.text.find(words).map_or_else(
            || {
                let start = home.text.len();
                home.text.push_str(words);
                home.text.push(' ');
                Span::new(start, start + words.len())
            },
            |at| Span::new(at, at + words.len()),
        )
    });
    let index = SCHEMA
        .types
        .iter()
        .position(|t| t.name == told.claim_type)
        .unwrap();
    let claim_type = &SCHEMA.types[index];
    let aspect = told.aspect.map(|name| {
        claim_type
            .aspects
            .iter()
            .position(|a| a.name == name)
            .unwrap()
    });
    let mut value = value(&told.number, claim_type);
    value.increment = told.increment;
    value.share_of = base;
    let sentence = told.sentence.unwrap_or(nth + 1);
    let home_id = &home.id;
    Record {
        id: format!("{home_id}#{}{nth}", told.claim_type),
        article,
        claim: Claim {
            claim_type: index,
            aspect,
            quantity: Quantity {
                span,
                numeral: span,
                tokens: 0..1,
                sentence,
                kind: Kind::Cardinal,
                reason: None,
                value: value.clone(),
                unit: None,
                rule: "test",
            },
            value,
            sentence,
            clause: 0..1,
            conjunct: None,
            counted: who,
            frame: Frame::Passive,
            trigger: Trigger {
                id: "test".to_owned(),
                span: trigger,
            },
            polarity: if told.denied {
                Polarity::Denied
            } else {
                Polarity::Affirmed
            },
            modality: told.modality,
            part_of: told.part_of,
            certainty: told.certainty,
            notes: told.notes.clone(),
        },
        who: Who {
            text: who,
            facets: told.facets.clone(),
        },
        place: told.place.map(|id| place(id, told.place_evidence)),
        event: told.event.map(|id| event(id, told.event_evidence)),
        basis: told.basis.unwrap_or_else(|| basis(claim_type, aspect)),
        stretch: told.stretch.map(|(from, to)| range(from, to)),
        as_of: AsOf {
            range: told
                .as_of
                .map_or_else(DateRange::default, |(from, to)| range(from, to)),
            evidence: told.evidence,
        },
        source: Source {
            text: None,
            family: told.family.map(str::to_owned),
            stance: told.family.map(|_| Stance::Confirmed),
        },
    }
}

fn basis(claim_type: &ClaimType, aspect: Option<usize>) -> Basis {
    aspect
        .and_then(|at| claim_type.aspects[at].basis)
        .or(claim_type.basis.last().map(|rule| rule.then))
        .unwrap_or(Basis::Incident)
}

fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn range(from: &str, to: &str) -> DateRange {
    DateRange {
        from: day(from),
        to: day(to),
    }
}

/// Places: a region, two towns in it, another region, a country around the first.
fn place(id: &str, evidence: Evidence) -> Place {
    let within: &[&str] = match id {
        "rafah" | "khan-younis" => &["gaza-strip", "PS"],
        "gaza-strip" => &["PS"],
        "beirut" => &["LB"],
        "sderot" => &["IL"],
        _ => &[],
    };
    Place {
        id: id.to_owned(),
        name: id.replace('-', " "),
        within: within.iter().map(|id| (*id).to_owned()).collect(),
        supposed: false,
        span: None,
        evidence,
    }
}

fn event(id: &str, evidence: Evidence) -> Event {
    let (label, kind, date, ongoing, named, place) = match id {
        "attack" => (
            "7 October attack",
            "attack",
            ("2023-10-07", "2023-10-07"),
            false,
            true,
            "IL",
        ),
        "war" => (
            "Gaza war",
            "war",
            ("2023-10-07", ""),
            true,
            true,
            "gaza-strip",
        ),
        "quake" => (
            "Monday’s quake",
            "earthquake",
            ("2024-03-04", "2024-03-04"),
            false,
            false,
            "JP",
        ),
        "old quake" => (
            "2010 quake",
            "earthquake",
            ("2010-01-12", "2010-01-12"),
            false,
            true,
            "HT",
        ),
        "raid" => (
            "Beirut raid",
            "strike",
            ("2024-10-21", "2024-10-21"),
            false,
            false,
            "beirut",
        ),
        "raid again" => (
            "raid on Lebanon",
            "strike",
            ("2024-10-20", "2024-10-21"),
            false,
            false,
            "LB",
        ),
        "blast" => (
            "Beirut blast",
            "explosion",
            ("2024-10-21", "2024-10-21"),
            false,
            false,
            "beirut",
        ),
        "pile-up" => (
            "Beirut pile-up",
            "crash",
            ("2024-10-21", "2024-10-21"),
            false,
            false,
            "beirut",
        ),
        "undated" => ("blast", "explosion", ("", ""), false, false, ""),
        other => panic!("no event {other}"),
    };
    Event {
        id: id.to_owned(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        date: range(date.0, date.1),
        ongoing,
        named,
        place: (!place.is_empty()).then(|| place.to_owned()),
        within: std::sync::Arc::default(),
        supposed: false,
        agent: None,
        evidence,
    }
}

/// A number with its hedge, read by the operator table of DESIGN.md.
fn value(text: &str, claim_type: &ClaimType) -> Value {
    let (operator, rest) = HEDGES
        .iter()
        .find_map(|(words, operator)| Some((*operator, text.strip_prefix(words)?)))
        .unwrap_or((Operator::Bare, text));
    if let Some(value) = special(rest) {
        return value;
    }
    let mut digits = String::new();
    let mut unit = String::new();
    for c in rest.chars().filter(|c| *c != ',') {
        if c.is_ascii_digit() || c == '.' {
            digits.push(c);
        } else if c.is_alphabetic() {
            unit.push(c);
        }
    }
    let number: Decimal = digits.parse().unwrap();
    let hedged = hedged(operator, number);
    let unit = unit.trim_end_matches('s');
    match claim_type.value.units.get(unit) {
        Some((least, most)) if claim_type.value.kind == ValueKind::Duration => {
            converted(&hedged, *least, *most)
        }
        _ => hedged,
    }
}

const HEDGES: [(&str, Operator); 11] = [
    ("some ", Operator::About),
    ("about ", Operator::About),
    ("around ", Operator::About),
    ("nearly ", Operator::Nearly),
    ("more than ", Operator::MoreThan),
    ("over ", Operator::MoreThan),
    ("greater than ", Operator::MoreThan),
    ("at least ", Operator::AtLeast),
    ("up to ", Operator::AtMost),
    ("exactly ", Operator::Exact),
    ("the ", Operator::Bare),
];

fn special(text: &str) -> Option<Value> {
    let plural = |low: i64, high: i64, support: i64| Value {
        literal: Interval::from(d(low)),
        ..plain(
            Operator::Vague,
            None,
            Interval::closed(d(low), d(high)).below_high(),
            Interval::closed(d(low / 2), d(support)),
        )
    };
    match text {
        "dozens" => Some(plural(24, 100, 150)),
        "thousands" => Some(plural(2_000, 10_000, 20_000)),
        "tens of thousands" => Some(plural(20_000, 100_000, 200_000)),
        _ => {
            let (low, high) = text.split_once(" to ")?;
            let ends = Interval::closed(low.parse().unwrap(), high.parse().unwrap());
            Some(plain(Operator::Range, None, ends, ends))
        }
    }
}

fn plain(operator: Operator, number: Option<Decimal>, core: Interval, support: Interval) -> Value {
    Value {
        number,
        operator,
        core,
        support,
        literal: support,
        increment: false,
        ordinal: false,
        share_of: None,
        currency: None,
    }
}

fn d(n: i64) -> Decimal {
    Decimal::from(n)
}

/// What a hedged number means: the operator table of DESIGN.md.
fn hedged(operator: Operator, v: Decimal) -> Value {
    let written = grain(v);
    let narrow = if v < d(100) {
        written.min(Decimal::ONE)
    } else {
        let mut kept = Decimal::ONE;
        while kept * d(100) <= v {
            kept *= Decimal::TEN;
        }
        written.min(kept)
    };
    let fives = operator == Operator::About && ((v / written) % d(10)) == d(5);
    let coarse = if fives { written * d(5) } else { written };
    let open = |low: Decimal, high: Decimal| Interval::closed(low, high).above_low();
    let around = |half: Decimal| {
        let half = half.min(v / d(8));
        Interval::closed(v - half, v + half).below_high()
    };
    let number = Some(v);
    let down = Interval::closed(v - narrow, v);
    match operator {
        Operator::Bare if v < d(100) || written == Decimal::ONE => {
            plain(operator, number, Interval::point(v), Interval::point(v))
        }
        Operator::Exact => plain(operator, number, Interval::point(v), Interval::point(v)),
        Operator::About if written == Decimal::ONE => {
            let wide = |share: Decimal| Interval::closed(v - v * share, v + v * share);
            plain(
                operator,
                number,
                wide(Decimal::new(1, 2)),
                wide(Decimal::new(5, 2)),
            )
        }
        Operator::Bare | Operator::About => plain(
            operator,
            number,
            around(narrow / d(2)),
            around(coarse / d(2)),
        ),
        Operator::Nearly => {
            let low = (v - written).max(v * Decimal::new(75, 2));
            let support = Interval::closed(low, v + narrow * Decimal::new(5, 2));
            plain(operator, number, down, support)
        }
        Operator::MoreThan => Value {
            literal: Interval::from(v).above_low(),
            ..plain(
                operator,
                number,
                open(v, v + narrow),
                open(v, (v + written).min(v * Decimal::new(125, 2))),
            )
        },
        Operator::AtLeast => Value {
            literal: Interval::from(v),
            ..plain(
                operator,
                number,
                Interval::closed(v, v + narrow),
                Interval::closed(v, (v + written).min(v * Decimal::new(125, 2))),
            )
        },
        Operator::AtMost => Value {
            literal: Interval::closed(Decimal::ZERO, v),
            ..plain(
                operator,
                number,
                down,
                Interval::closed(v * Decimal::new(75, 2), v),
            )
        },
        Operator::Range | Operator::Vague => unreachable!(),
    }
}

/// The place value of the last significant digit.
fn grain(v: Decimal) -> Decimal {
    let plain = v.normalize();
    if plain.scale() > 0 {
        return Decimal::new(1, plain.scale());
    }
    let mut grain = Decimal::ONE;
    while !v.is_zero() && (v % (grain * Decimal::TEN)).is_zero() {
        grain *= Decimal::TEN;
    }
    grain
}

/// A written duration in days; a calendar month or year has no one number.
fn converted(value: &Value, least: Decimal, most: Decimal) -> Value {
    let stretch = |interval: Interval| Interval {
        low: interval.low.map(|v| v * least),
        high: interval.high.map(|v| v * most),
        ..interval
    };
    Value {
        number: value.number.filter(|_| least == most).map(|v| v * least),
        core: stretch(value.core),
        support: stretch(value.support),
        literal: stretch(value.literal),
        ..value.clone()
    }
}
