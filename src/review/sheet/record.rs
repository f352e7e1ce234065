//! A sheet laid beside a draft: each entry becomes an article of its own with one claim, so that the comparison itself
//! says which claims of the draft answer the same question.

use super::{Amount, Entry, Scope};
use crate::calendar::DateRange;
use crate::claims::{Certainty, Claim, Polarity, Trigger};
use crate::decimal::Interval;
use crate::ingest::Article;
use crate::numbers::{Kind, Operator, Quantity, Value};
use crate::resolve::{AsOf, AsOfEvidence, Record, Source, Who};
use crate::schema::{Frame, Schema};
use crate::span::Span;

/// An entry with its place in the comparison.
#[derive(Clone, Debug)]
pub struct Agreed {
    /// Its article.
    pub article: Article,
    /// Its claim; `None` when it counts what no claim type counts. Of an entry with a sentence it is read by the
    /// engine, and this is `None` as well.
    pub record: Option<Record>,
}

impl Agreed {
    /// The article and claim of an entry; `index` is the place of the article among all.
    pub fn new(entry: &Entry, index: usize, schema: &Schema) -> Self {
        let id = format!("sheet {}", entry.key);
        let (text, number) = match &entry.scope {
            None => (entry.sentence.clone(), Span::new(0, 0)),
            Some(scope) => {
                let written = entry.written();
                let start = scope.who.len() + 1;
                let number = Span::new(start, start + written.len());
                (format!("{}\n{written}", scope.who), number)
            }
        };
        let mut article = Article::new(&id, None, &text);
        article.date = entry.as_of;
        let record = entry.scope.as_ref().and_then(|scope| {
            let who = Span::new(0, scope.who.len());
            record(entry, scope, (index, &id), (number, who), schema)
        });
        Self { article, record }
    }
}

fn record(
    entry: &Entry,
    scope: &Scope,
    (index, id): (usize, &str),
    (number, who): (Span, Span),
    schema: &Schema,
) -> Option<Record> {
    let evidence = match entry.as_of {
        Some(_) => AsOfEvidence::Explicit,
        None => AsOfEvidence::Unknown,
    };
    Some(Record {
        id: format!("{id}#"),
        article: index,
        claim: claim(entry, scope, number, schema)?,
        who: Who {
            text: (!who.is_empty()).then_some(who),
            facets: scope.facets(),
        },
        place: scope.place.as_ref().map(super::named::PlaceFile::place),
        event: scope.event.as_ref().map(super::named::EventFile::event),
        basis: scope.basis,
        stretch: scope.stretch(),
        as_of: AsOf {
            range: entry.as_of.map_or_else(DateRange::default, DateRange::day),
            evidence,
        },
        source: Source::default(),
    })
}

/// The claim that an entry makes; `None` of a type or aspect that the schema does not have.
fn claim(entry: &Entry, scope: &Scope, number: Span, schema: &Schema) -> Option<Claim> {
    let claim_type = schema.types.iter().position(|it| it.name == scope.kind)?;
    let aspects = &schema.types[claim_type].aspects;
    let aspect = match &*scope.aspect {
        "" => None,
        name => Some(aspects.iter().position(|it| it.name == name)?),
    };
    let value = Value {
        currency: scope.currency.as_deref().map(Into::into),
        ..value(&entry.amount)
    };
    Some(Claim {
        claim_type,
        aspect,
        quantity: Quantity {
            span: number,
            numeral: number,
            tokens: 0..0,
            sentence: 0,
            kind: Kind::Cardinal,
            reason: None,
            value: value.clone(),
            unit: None,
            rule: "sheet",
        },
        value,
        sentence: 0,
        clause: 0..0,
        counted: None,
        frame: Frame::Passive,
        trigger: Trigger {
            id: "sheet".to_owned(),
            span: number,
        },
        polarity: Polarity::Affirmed,
        modality: scope.modality(),
        part_of: None,
        conjunct: None,
        certainty: Certainty::Stated,
        notes: Vec::new(),
    })
}

fn value(amount: &Amount) -> Value {
    let interval: Interval = amount.interval();
    Value {
        number: amount.best,
        operator: if amount.best.is_some() {
            Operator::Bare
        } else {
            Operator::Range
        },
        core: interval,
        support: interval,
        literal: interval,
        increment: false,
        ordinal: false,
        share_of: None,
        currency: None,
    }
}
