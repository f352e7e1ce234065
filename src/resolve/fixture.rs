//! For tests: records of hand-made claims over small texts.

use std::sync::LazyLock;

use super::{Places, Record, Resolver};
use crate::claims::{Certainty, Claim, Frame, Modality, Polarity, Trigger};
use crate::decimal::{Decimal, Interval};
use crate::ingest::Article;
use crate::numbers::{Kind, Operator, Quantity, Reader, Value};
use crate::schema::Schema;
use crate::span::Span;
use crate::text::{Document, Segmenter, Vocabulary};

/// The built-in schema, compiled once for all tests.
struct Tools {
    schema: Schema,
    vocabulary: Vocabulary,
    segmenter: Segmenter,
    reader: Reader,
    resolver: Resolver,
}

static TOOLS: LazyLock<Tools> = LazyLock::new(|| {
    let schema = Schema::built_in().unwrap();
    let mut vocabulary = Vocabulary::default();
    let segmenter = Segmenter::new(&schema.lexicon);
    let reader = Reader::new(&schema.lexicon, &mut vocabulary);
    let mut resolver = Resolver::new(&schema, &mut vocabulary);
    resolver.enter(Places::new(&schema.lexicon), &schema, &mut vocabulary);
    Tools {
        schema,
        vocabulary,
        segmenter,
        reader,
        resolver,
    }
});

/// One number of a text and how it is read.
pub(super) struct Said<'a> {
    /// Name of the claim type.
    pub(super) kind: &'a str,
    pub(super) frame: Frame,
    /// The number's words.
    pub(super) number: &'a str,
    /// The trigger's words.
    pub(super) trigger: &'a str,
    /// The counted group's words; "" for none.
    pub(super) counted: &'a str,
}

/// A death count.
pub(super) const fn deaths<'a>(
    frame: Frame,
    number: &'a str,
    counted: &'a str,
    trigger: &'a str,
) -> Said<'a> {
    Said {
        kind: "deaths",
        frame,
        number,
        trigger,
        counted,
    }
}

/// The records of what is `said` in `text`, written on `date` ("" for unknown).
pub(super) fn records(text: &str, date: &str, said: &[Said<'_>]) -> Vec<Record> {
    records_with(text, date, said, &[])
}

/// The same, with lengths of time such as ("10 months", 10, "month", operator) that the text holds.
pub(super) fn records_with(
    text: &str,
    date: &str,
    said: &[Said<'_>],
    lengths: &[(&str, i64, &str, Operator)],
) -> Vec<Record> {
    let tools = &*TOOLS;
    let article = article(text, date);
    let document = tools.segmenter.segment(&article, &tools.vocabulary);
    let claims: Vec<Claim> = said
        .iter()
        .map(|said| claim(&tools.schema, &document, said))
        .collect();
    let quantities: Vec<Quantity> = lengths
        .iter()
        .map(|(words, count, unit, operator)| Quantity {
            kind: Kind::Duration,
            unit: Some((*unit).into()),
            value: value(Some(Decimal::from(*count)), *operator),
            ..quantity(&document, find(&document, words))
        })
        .collect();
    let dates = tools.reader.find(&document).dates;
    tools
        .resolver
        .resolve(0, &document, &quantities, &dates, &claims)
}

fn article(text: &str, date: &str) -> Article {
    Article {
        date: (!date.is_empty()).then(|| date.parse().unwrap()),
        ..Article::new("a", None, text)
    }
}

fn find(document: &Document<'_>, words: &str) -> Span {
    let start = document
        .article
        .text
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} is in the text"));
    Span::new(start, start + words.len())
}

fn value(number: Option<Decimal>, operator: Operator) -> Value {
    let any = Interval::from(Decimal::ZERO);
    Value {
        number,
        operator,
        core: any,
        support: any,
        literal: any,
        increment: false,
        ordinal: false,
        share_of: None,
        currency: None,
    }
}

fn quantity(document: &Document<'_>, span: Span) -> Quantity {
    Quantity {
        span,
        numeral: span,
        tokens: super::who::tokens_of(document, span),
        sentence: document.sentence_at(span.start),
        kind: Kind::Cardinal,
        reason: None,
        value: value(None, Operator::Bare),
        unit: None,
        rule: "test",
    }
}

fn claim(schema: &Schema, document: &Document<'_>, said: &Said<'_>) -> Claim {
    let quantity = quantity(document, find(document, said.number));
    let sentence = quantity.sentence;
    let claim_type = schema
        .types
        .iter()
        .position(|kind| kind.name == said.kind)
        .unwrap();
    Claim {
        claim_type,
        aspect: None,
        value: quantity.value.clone(),
        sentence,
        clause: document.sentences[sentence].tokens.clone(),
        counted: (!said.counted.is_empty()).then(|| find(document, said.counted)),
        frame: said.frame,
        trigger: Trigger {
            id: "test".to_owned(),
            span: find(document, said.trigger),
        },
        quantity,
        polarity: Polarity::Affirmed,
        modality: Modality::Actual,
        part_of: None,
        conjunct: None,
        certainty: Certainty::Stated,
        notes: if said.counted == "others" {
            vec!["others"]
        } else {
            Vec::new()
        },
    }
}
