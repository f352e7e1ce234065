//! How fast articles are cut into sentences and tokens.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use figcheck::ingest::{self, Article, Request};
use figcheck::schema::Lexicon;
use figcheck::text::{Segmenter, Vocabulary};

/// Real text, where it is at hand; never part of the repository.
const GOLD: &str = "../shared/gold/dev";

/// Some 400 kB of news in our own words.
fn generated() -> Vec<Article> {
    let paragraphs = [
        "At least 1,139 people were killed and some 2,300 injured when the river burst its banks near St. Elm on Oct. 7, the U.N. said.",
        "“We had twenty-three patients before 3 a.m.,” said Dr. Ada J. Moss of the town’s only clinic. “By noon there were more than 200.”",
        "The mayor's office put the damage at $1.2bn. It did not say how many of the 40,000 residents had left, or where they went.",
        "Rescuers from Lund — about 60 of them — arrived on Tuesday. They don't expect to find survivors after the fourth night.",
    ];
    let body = paragraphs.join("\n\n");
    let text = format!(
        "River takes a third of the old town\n\n{}",
        [body.as_str(); 200].join("\n\n")
    );
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("river.txt");
    #[expect(
        clippy::disallowed_methods,
        reason = "the benchmark writes what it reads"
    )]
    std::fs::write(&path, text).expect("a temporary file can be written");
    let request = Request {
        paths: vec![path.display().to_string()],
        ..Request::default()
    };
    ingest::read(&request).articles
}

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

fn segment(criterion: &mut Criterion) {
    let lexicon = Lexicon::built_in().expect("the built-in lists load");
    let segmenter = Segmenter::new(&lexicon);
    let mut vocabulary = Vocabulary::default();
    for group in &lexicon.nouns.groups {
        for word in &group.words {
            vocabulary.intern(word);
        }
    }
    let mut group = criterion.benchmark_group("segment");
    for (name, articles) in [("generated", generated()), ("gold", gold())] {
        let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        if n_bytes == 0 {
            continue;
        }
        group.throughput(Throughput::Bytes(n_bytes as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for article in &articles {
                    black_box(segmenter.segment(black_box(article), &vocabulary));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, segment);
criterion_main!(benches);
