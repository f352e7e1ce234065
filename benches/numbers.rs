//! How fast numbers are read from articles that are cut into tokens already.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use figcheck::ingest::{self, Article, Request};
use figcheck::numbers::Reader;
use figcheck::schema::Lexicon;
use figcheck::text::{Segmenter, Vocabulary};

/// Real text, where it is at hand; never part of the repository.
const GOLD: &str = "../shared/gold/dev";

fn gold() -> Vec<Article> {
    let names = ["gva.jsonl", "muc4.jsonl", "fakes_syria.jsonl"];
    let paths = names
        .iter()
        .map(|name| Path::new(GOLD).join(name))
        .filter(|path| path.exists())
        .map(|path| path.display().to_string())
        .collect();
    ingest::read(&Request {
        paths,
        ..Request::default()
    })
    .articles
}

/// Some 600 kB of a kind each: news in our own words with and without numerals, and heaps that nobody writes.
fn made() -> Vec<(&'static str, Article)> {
    let news = "At least 1,139 people were killed and some 2,300 injured when the river burst its banks near St. Elm on Oct. 7. \
        The mayor's office put the damage at $1.2bn. It did not say how many of the 40,000 residents had left. ";
    let prose = "The river burst its banks near the old mill, and the people of the town went up to the church. \
        They did not say how they had got there, or what had become of the boats that were tied up below. ";
    let heaps = [
        ("news", news),
        ("no numerals", prose),
        ("digits", "1234567890"),
        ("numbers", "40 "),
        ("and", "and "),
        ("hyphens", "-"),
        ("quotes", "\"'("),
    ];
    heaps
        .into_iter()
        .map(|(name, part)| {
            let text = part.repeat(600_000 / part.len());
            (name, Article::new(name, None, &text))
        })
        .collect()
}

fn numbers(criterion: &mut Criterion) {
    let lexicon = Lexicon::built_in().expect("the built-in lists load");
    let segmenter = Segmenter::new(&lexicon);
    let mut vocabulary = Vocabulary::default();
    let reader = Reader::new(&lexicon, &mut vocabulary);
    let mut sets: Vec<(&str, Vec<Article>)> = made()
        .into_iter()
        .map(|(name, article)| (name, vec![article]))
        .collect();
    sets.insert(0, ("gold", gold()));
    let mut group = criterion.benchmark_group("numbers");
    for (name, articles) in &sets {
        let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        if n_bytes == 0 {
            continue;
        }
        let documents: Vec<_> = articles
            .iter()
            .map(|article| segmenter.segment(article, &vocabulary))
            .collect();
        group.throughput(Throughput::Bytes(n_bytes as u64));
        group.bench_function(*name, |bencher| {
            bencher.iter(|| {
                for document in &documents {
                    black_box(reader.find(black_box(document)));
                }
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = numbers
}
criterion_main!(benches);
