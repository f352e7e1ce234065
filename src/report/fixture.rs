//! A small story in three articles, with the records and figures that the stages before would make of it, so that all
//! outputs can be seen side by side.

use std::collections::BTreeMap;

use super::{Input, Setting};
use crate::calendar::{Date, DateRange};
use crate::claims::{Certainty, Claim, Frame, Modality, Polarity, Trigger};
use crate::compare::{Check, Comparison, Figure, Grade, Pair, Related, Scope, Variant, Verdict};
use crate::decimal::{Decimal, Interval};
use crate::ingest::Article;
use crate::numbers::{Kind, Operator, Quantity, Reason, Value};
use crate::resolve::{
    AsOf, AsOfEvidence, Event, Evidence, Facets, Place, Record, Source, Stance, Who,
};
use crate::schema::claim_type::{Aspect, CompareRule, OverTime, ValueKind, ValueRule};
use crate::schema::{Basis, ClaimType, Lexicon, Schema};
use crate::span::Span;
use crate::text::Zone;

/// Everything an [`Input`] borrows.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) schema: Schema,
    pub(crate) articles: Vec<Article>,
    pub(crate) names: Vec<String>,
    pub(crate) records: Vec<Record>,
    pub(crate) settings: Vec<Setting>,
    pub(crate) comparison: Comparison,
}

const DEATHS: usize = 0;
const DISPLACED: usize = 1;
const TRUCE: usize = 2;
const HOSTAGES: usize = 3;

impl Story {
    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            schema: &self.schema,
            articles: &self.articles,
            names: &self.names,
            records: &self.records,
            settings: &self.settings,
            comparison: &self.comparison,
        }
    }

    /// No article at all.
    pub(crate) fn empty() -> Self {
        Self {
            schema: schema(),
            articles: Vec::new(),
            names: Vec::new(),
            records: Vec::new(),
            settings: Vec::new(),
            comparison: Comparison::default(),
        }
    }

    /// A dam breaks; three papers count the dead, the displaced, the hostages of a prison riot and a truce's days.
    pub(crate) fn dam() -> Self {
        let mut story = Self::empty();
        let courier = story.article("courier_5f1", Some("2024-05-03"), COURIER);
        let ledger = story.article("ledger_9b0", Some("2024-06-11"), LEDGER);
        let tribune = story.article("tribune_02c", None, TRIBUNE);
        story.read_courier(courier);
        story.read_ledger(ledger);
        story.read_tribune(tribune);
        story.compare();
        story
    }

    fn read_courier(&mut self, article: usize) {
        let dead = self.claim(article, DEATHS, "214", exact(214), "killed", Frame::Passive);
        dead.who = who(COURIER, "residents");
        dead.as_of = as_of("2024-05-01", "2024-05-03", AsOfEvidence::Explicit);
        dead.source = source(COURIER, "The governor's office");
        let children = self.claim(article, DEATHS, "nine", exact(9), "killed", Frame::Incl);
        children.who = who(COURIER, "children");
        children.who.facets.age_sex = Some("child".to_owned());
        children.claim.part_of = Some(0);
        let fled = self.claim(
            article,
            DISPLACED,
            "More than 3,000",
            more_than(3000),
            "displaced",
            Frame::Passive,
        );
        fled.who = who(COURIER, "people");
        fled.basis = Basis::Cumulative;
        fled.as_of = as_of("2024-05-03", "2024-05-03", AsOfEvidence::ArticleDate);
    }

    fn read_ledger(&mut self, article: usize) {
        let dead = self.claim(
            article,
            DEATHS,
            "some 230",
            about(230, 225, 235),
            "deaths",
            Frame::QNoun,
        );
        dead.as_of = as_of("2024-05-01", "2024-06-11", AsOfEvidence::Inferred);
        let fled = self.claim(
            article,
            DISPLACED,
            "nearly 5,200",
            nearly(5200),
            "displaced",
            Frame::Passive,
        );
        fled.who = who(LEDGER, "people");
        fled.basis = Basis::Cumulative;
        fled.as_of = as_of("2024-06-11", "2024-06-11", AsOfEvidence::ArticleDate);
        fled.source = source(LEDGER, "the relief agency");
        let truce = self.claim(
            article,
            TRUCE,
            "three weeks",
            exact(21),
            "truce",
            Frame::NounLastDur,
        );
        truce.claim.modality = Modality::Planned;
        truce.event = None;
    }

    fn read_tribune(&mut self, article: usize) {
        let truce = self.claim(article, TRUCE, "21-day", exact(21), "truce", Frame::DurNoun);
        truce.claim.modality = Modality::Planned;
        truce.event = None;
        let held = self.claim(
            article,
            HOSTAGES,
            "dozens",
            vague(24, 49, 12, 99),
            "held",
            Frame::Passive,
        );
        held.claim.aspect = Some(0);
        held.basis = Basis::Stock;
        held.event = None;
        held.place = None;
    }

    fn compare(&mut self) {
        let mut dead = self.figure(
            "deaths-c41e07",
            "deaths · Larkfield dam break",
            DEATHS,
            &[0, 3],
        );
        dead.verdict = Verdict::Disagree;
        dead.grade = Some(Grade::Minor);
        dead.pairs = vec![Pair {
            grade: Some(Grade::Minor),
            gap: Some(gap(16, 230)),
            caveats: vec![format!("who-unknown:{}", self.records[3].id)],
            ..pair(
                Verdict::Disagree,
                "static.disjoint",
                "214 lies outside 225 to 234, which \"some 230\" covers, and the event has one date.",
            )
        }];
        let mut fled = self.figure(
            "displaced-17aa20",
            "displaced · Larkfield dam break",
            DISPLACED,
            &[2, 4],
        );
        fled.verdict = Verdict::Updated;
        fled.pairs = vec![Pair {
            gap: Some(gap(2200, 5200)),
            ..pair(
                Verdict::Updated,
                "time.grew",
                "The figure grows, and the second count is 39 days later.",
            )
        }];
        let mut truce = self.figure(
            "truce-88d1f3",
            "ceasefire duration · rival unions",
            TRUCE,
            &[5],
        );
        truce.verdict = Verdict::Agree;
        truce.variants[0].claims = vec![5, 6];
        let children = self.figure(
            "deaths-0b77aa",
            "deaths of children · Larkfield dam break",
            DEATHS,
            &[1],
        );
        let held = self.figure("hostages-6e2b90", "hostages held", HOSTAGES, &[7]);
        self.comparison = Comparison {
            figures: vec![dead, fled, truce, children, held],
            related: vec![Related {
                a: 3,
                b: 0,
                reason: "scope.part",
                why: "children are a part of all the dead".to_owned(),
                check: Some(Check {
                    text: "9 ≤ 214".to_owned(),
                    holds: true,
                }),
            }],
        };
    }

    fn article(&mut self, id: &str, date: Option<&str>, text: &str) -> usize {
        self.names
            .push(id.split('_').next().unwrap_or(id).to_owned());
        self.articles.push(Article {
            id: id.to_owned(),
            path: Some(format!("news/{id}.txt").into()),
            record_line: 0,
            text: text.to_owned(),
            title: None,
            body_start: 0,
            prose: Span::new(0, text.len()),
            date: date.map(day),
            source: None,
            url: None,
            lang: None,
        });
        self.articles.len() - 1
    }

    /// Adds a claim on the words `number` and gives its record, for the rest to be filled in.
    pub(crate) fn claim(
        &mut self,
        article: usize,
        claim_type: usize,
        number: &str,
        value: Value,
        trigger: &str,
        frame: Frame,
    ) -> &mut Record {
        let text = &self.articles[article].text;
        let span = find(text, number);
        let from = text[..span.start as usize]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let to = text[from..].find('\n').map_or(text.len(), |at| from + at);
        let trigger_at = from + text[from..to].find(trigger).unwrap();
        self.settings.push(Setting {
            sentence: Span::new(from, to),
            zone: if from == 0 {
                Zone::Headline
            } else {
                Zone::Body
            },
        });
        let claim = Claim {
            claim_type,
            aspect: None,
            quantity: quantity(span, Kind::Cardinal, None, value.clone()),
            value,
            sentence: 0,
            clause: 0..0,
            counted: None,
            frame,
            trigger: Trigger {
                id: trigger.to_owned(),
                span: Span::new(trigger_at, trigger_at + trigger.len()),
            },
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            part_of: None,
            certainty: Certainty::Stated,
            notes: Vec::new(),
        };
        let id = format!("{}#k{}", self.articles[article].id, span.start);
        self.records.push(record(id, article, claim));
        self.records.last_mut().unwrap()
    }

    fn figure(&self, id: &str, label: &str, claim_type: usize, claims: &[usize]) -> Figure {
        let variants = claims
            .iter()
            .map(|&claim| Variant {
                value: self.records[claim].claim.value.clone(),
                claims: vec![claim],
                as_of: self.records[claim].as_of,
            })
            .collect();
        let event = self.records[claims[0]].event.as_ref();
        Figure {
            id: id.to_owned(),
            label: label.to_owned(),
            claim_type,
            aspect: self.records[claims[0]].claim.aspect,
            scope: Scope {
                event: event.map(|event| event.id.clone()),
                event_label: event.map(|event| event.label.clone()),
                basis: Some(self.records[claims[0]].basis.name().to_owned()),
                ..Scope::default()
            },
            verdict: Verdict::Single,
            grade: None,
            tags: Vec::new(),
            variants,
            pairs: Vec::new(),
        }
    }
}

const COURIER: &str = "Dam gives way above Larkfield\n\
    The governor's office said 214 residents, including nine children, were killed on May 1 when the dam gave way.\n\
    More than 3,000 people have been displaced since.";
const LEDGER: &str = "Six weeks after the flood\n\
    The break caused some 230 deaths and closed the valley road.\n\
    By now nearly 5,200 people have been displaced, the relief agency reports.\n\
    The rival unions may soon sign a truce lasting three weeks.";
const TRIBUNE: &str = "Unions weigh a 21-day truce\n\
    On cell block 4 dozens of guards are still held.";

/// A quantity at `span`.
pub(crate) fn quantity(span: Span, kind: Kind, reason: Option<Reason>, value: Value) -> Quantity {
    Quantity {
        span,
        numeral: span,
        tokens: 0..0,
        sentence: 0,
        kind,
        reason,
        value,
        unit: None,
        rule: "fixture",
    }
}

fn record(id: String, article: usize, claim: Claim) -> Record {
    Record {
        id,
        article,
        claim,
        who: Who::default(),
        place: Some(Place {
            id: "larkfield".to_owned(),
            name: "Larkfield".to_owned(),
            within: vec!["GB".to_owned()],
            span: None,
            evidence: Evidence::Article,
        }),
        event: Some(Event {
            id: "dam:larkfield:2024-05-01".to_owned(),
            label: "Larkfield dam break".to_owned(),
            kind: "flood".to_owned(),
            date: DateRange::day(day("2024-05-01")),
            ongoing: false,
            named: false,
            place: Some("larkfield".to_owned()),
            agent: None,
            evidence: Evidence::Sentence,
        }),
        basis: Basis::Incident,
        as_of: AsOf::default(),
        source: Source::default(),
    }
}

fn pair(verdict: Verdict, reason: &'static str, why: &str) -> Pair {
    Pair {
        a: 0,
        b: 1,
        verdict,
        grade: None,
        gap: None,
        reason,
        why: why.to_owned(),
        caveats: Vec::new(),
        tags: Vec::new(),
    }
}

fn gap(difference: i64, larger: i64) -> Decimal {
    Decimal::from(difference) / Decimal::from(larger)
}

fn find(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at, at + words.len())
}

fn who(text: &str, words: &str) -> Who {
    Who {
        text: Some(find(text, words)),
        facets: Facets::default(),
    }
}

fn source(text: &str, words: &str) -> Source {
    Source {
        text: Some(find(text, words)),
        family: None,
        stance: Some(Stance::Confirmed),
    }
}

fn day(date: &str) -> Date {
    date.parse().unwrap()
}

fn as_of(from: &str, to: &str, evidence: AsOfEvidence) -> AsOf {
    AsOf {
        range: DateRange {
            from: Some(day(from)),
            to: Some(day(to)),
        },
        evidence,
    }
}

/// A bare number.
pub(crate) fn exact(number: i64) -> Value {
    let point = Interval::point(number.into());
    Value {
        number: Some(number.into()),
        operator: Operator::Bare,
        core: point,
        support: point,
        literal: point,
        increment: false,
        ordinal: false,
        share_of: None,
    }
}

fn about(number: i64, low: i64, high: i64) -> Value {
    let around = Interval::closed(low.into(), high.into()).below_high();
    Value {
        operator: Operator::About,
        core: around,
        support: around,
        literal: around,
        ..exact(number)
    }
}

fn more_than(number: i64) -> Value {
    let upwards = |by: i64| Interval::closed(number.into(), (number + by).into()).above_low();
    Value {
        operator: Operator::MoreThan,
        core: upwards(1000),
        support: upwards(1000),
        literal: Interval::from(number.into()).above_low(),
        ..exact(number)
    }
}

fn nearly(number: i64) -> Value {
    Value {
        operator: Operator::Nearly,
        core: Interval::closed((number - 100).into(), number.into()),
        support: Interval::closed((number - 100).into(), (number + 5).into()),
        literal: Interval::closed((number - 100).into(), (number + 5).into()),
        ..exact(number)
    }
}

fn vague(low: i64, high: i64, least: i64, most: i64) -> Value {
    Value {
        number: None,
        operator: Operator::Vague,
        core: Interval::closed(low.into(), high.into()),
        support: Interval::closed(least.into(), most.into()),
        literal: Interval::from(low.into()),
        ..exact(0)
    }
}

fn schema() -> Schema {
    let held = Aspect {
        name: "held".to_owned(),
        label: "Hostages held".to_owned(),
        basis: None,
        compare: None,
    };
    Schema {
        types: vec![
            claim_type("deaths", "person", ValueKind::Count, Vec::new()),
            claim_type("displaced", "person", ValueKind::CountOrShare, Vec::new()),
            claim_type("ceasefire_duration", "day", ValueKind::Duration, Vec::new()),
            claim_type("hostages", "person", ValueKind::Count, vec![held]),
        ],
        lexicon: Lexicon::default(),
        events: Vec::new(),
    }
}

fn claim_type(name: &str, unit: &str, kind: ValueKind, aspects: Vec<Aspect>) -> ClaimType {
    ClaimType {
        name: name.to_owned(),
        label: name.to_owned(),
        about: String::new(),
        unit: unit.to_owned(),
        value: ValueRule {
            kind,
            min: Decimal::ZERO,
            max: Decimal::MAX,
            units: BTreeMap::new(),
        },
        counted: Vec::new(),
        triggers: Vec::new(),
        aspects,
        basis: Vec::new(),
        reject: Vec::new(),
        key: Vec::new(),
        compare: CompareRule {
            time: OverTime::ByBasis,
            window_days: 0,
            tolerance: Decimal::ZERO,
            growth: None,
        },
        arithmetic: Vec::new(),
    }
}
