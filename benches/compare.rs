//! How fast 100,000 claims of 10,000 articles are compared.

use criterion::{Criterion, criterion_group, criterion_main};
use figcheck::calendar::{Date, DateRange};
use figcheck::claims::{Certainty, Claim, Frame, Modality, Polarity, Trigger};
use figcheck::compare::compare;
use figcheck::decimal::{Decimal, Interval};
use figcheck::ingest::Article;
use figcheck::numbers::{Kind, Operator, Quantity, Value};
use figcheck::resolve::{AsOf, AsOfEvidence, Event, Evidence, Facets, Place, Record, Source, Who};
use figcheck::schema::Schema;
use figcheck::schema::claim_type::Basis;
use figcheck::span::Span;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ARTICLES: usize = 10_000;
const CLAIMS: usize = 10;

fn criterion_compare(criterion: &mut Criterion) {
    let schema = Schema::built_in().expect("the built-in schema loads");
    let articles: Vec<Article> = (0..ARTICLES).map(article).collect();
    let records: Vec<Record> = (0..ARTICLES)
        .flat_map(|article| (0..CLAIMS).map(move |nth| (article, nth)))
        .map(|(article, nth)| record(article, nth, &schema))
        .collect();
    criterion.bench_function("100,000 claims of 10,000 articles", |bencher| {
        bencher.iter(|| compare(&articles, &records, &schema));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = criterion_compare
}
criterion_main!(benches);

/// A number that looks random and is the same every time.
fn mix(article: usize, nth: usize) -> usize {
    let mixed = (article * CLAIMS + nth)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(23)
        .wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed >> 20
}

fn article(at: usize) -> Article {
    let text = "nearly 40,000 people were killed ".repeat(CLAIMS);
    Article::new(&format!("{at:05}"), None, &text)
}

/// Nine claims in ten belong to one of 2,000 events of two towns' days, one to one of 20 wars.
fn record(article: usize, nth: usize, schema: &Schema) -> Record {
    let random = mix(article, nth);
    let war = random.is_multiple_of(10);
    let event = event(random / 16, war);
    let name = if random.is_multiple_of(3) {
        "injured"
    } else {
        "deaths"
    };
    let claim_type = schema
        .types
        .iter()
        .position(|t| t.name == name)
        .unwrap_or(0);
    let value = value(10 + random % 97);
    let span = Span::new(nth * 33, nth * 33 + 13);
    let who = (random.is_multiple_of(4)).then(|| Span::new(nth * 33 + 14, nth * 33 + 20));
    let day = day(random / 7 % 300);
    Record {
        id: format!("{article:05}#{nth}"),
        article,
        claim: claim(claim_type, value, span, nth),
        who: Who {
            text: who,
            facets: Facets {
                nationality: who.map(|_| format!("A{}", (b'A' + (random % 3) as u8) as char)),
                ..Facets::default()
            },
        },
        place: (random.is_multiple_of(5)).then(|| Place {
            id: format!("town-{}", random % 50),
            name: format!("Town {}", random % 50),
            within: [format!("A{}", (b'A' + (random % 26) as u8) as char)].into(),
            supposed: false,
            span: None,
            evidence: Evidence::Clause,
        }),
        event: (!random.is_multiple_of(11)).then_some(event),
        basis: if war {
            Basis::Cumulative
        } else {
            Basis::Incident
        },
        stretch: None,
        as_of: AsOf {
            range: DateRange::day(day),
            evidence: AsOfEvidence::ArticleDate,
        },
        source: Source::default(),
    }
}

fn event(random: usize, war: bool) -> Event {
    let number = if war { random % 20 } else { random % 2_000 };
    Event {
        id: format!("{war}-{number}"),
        label: format!("event {number}"),
        kind: if war { "war" } else { "strike" }.to_owned(),
        date: DateRange::day(day(number % 300)),
        ongoing: war,
        named: war,
        place: Some(format!("town-{}", number % 50)),
        within: std::sync::Arc::default(),
        supposed: false,
        agent: None,
        evidence: Evidence::Clause,
    }
}

fn day(at: usize) -> Date {
    let (month, day) = (at / 28 % 12 + 1, at % 28 + 1);
    jiff::civil::date(2024, month as i8, day as i8)
}

fn value(number: usize) -> Value {
    let number = Decimal::from(number);
    let point = Interval::point(number);
    Value {
        number: Some(number),
        operator: Operator::Bare,
        core: point,
        support: point,
        literal: point,
        increment: false,
        ordinal: false,
        share_of: None,
        currency: None,
    }
}

fn claim(claim_type: usize, value: Value, span: Span, nth: usize) -> Claim {
    Claim {
        claim_type,
        aspect: None,
        quantity: Quantity {
            span,
            numeral: span,
            tokens: 0..1,
            sentence: nth,
            kind: Kind::Cardinal,
            reason: None,
            value: value.clone(),
            unit: None,
            rule: "bench",
        },
        value,
        sentence: nth,
        clause: 0..1,
        conjunct: None,
        counted: None,
        frame: Frame::Passive,
        trigger: Trigger {
            id: "kill".to_owned(),
            span,
        },
        polarity: Polarity::Affirmed,
        modality: Modality::Actual,
        part_of: None,
        certainty: Certainty::Stated,
        notes: Vec::new(),
    }
}
