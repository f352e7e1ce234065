//! Heaps that nobody writes cost no more a byte than any other text.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and looks at the clock"
)]

use std::time::{Duration, Instant};

use figcheck::ingest::Article;
use figcheck::numbers::Reader;
use figcheck::schema::Lexicon;
use figcheck::text::{Segmenter, Vocabulary};

/// Time grows fourfold with four times the text; sixteenfold if each token looked at all others.
const TIMES: usize = 4;
const MOST: u32 = 9;
/// Noise only adds time: one quiet try among some is enough.
const TRIES: usize = 8;

struct Stages {
    vocabulary: Vocabulary,
    segmenter: Segmenter,
    reader: Reader,
}

impl Stages {
    /// The least time, of some tries, for cutting and reading `part` over and over, up to `n_bytes`.
    fn time(&self, part: &str, n_bytes: usize) -> Duration {
        let article = Article::new("a", None, &part.repeat(n_bytes / part.len()));
        let read = || {
            let begin = Instant::now();
            let document = self.segmenter.segment(&article, &self.vocabulary);
            let quantities = self.reader.find(&document).quantities;
            assert!(quantities.len() <= document.tokens.len());
            begin.elapsed()
        };
        read().min(read())
    }
}

#[test]
fn heaps_take_linear_time() {
    let lexicon = Lexicon::built_in().unwrap();
    let mut vocabulary = Vocabulary::default();
    let stages = Stages {
        segmenter: Segmenter::new(&lexicon),
        reader: Reader::new(&lexicon, &mut vocabulary),
        vocabulary,
    };
    for part in [
        "1234567890",
        "40 ",
        "000 ",
        "a 1, ",
        "from 3 to ",
        "1,",
        "1-",
        "1/2 ",
        "1:",
        "0.",
        "$",
        "(",
        "-",
        "and ",
        "one hundred and ",
        "million ",
        "half a ",
        "at least, ",
        "40, at least ",
        "between 1 and ",
        "no one ",
        "a few ",
        "more than ",
        "“‘",
        "\"'(",
        "May ",
        "7 October ",
        "five-",
        "@",
        "www.",
    ] {
        let small = 20_000;
        let linear = (0..TRIES).any(|_| {
            let (one, all) = (stages.time(part, small), stages.time(part, small * TIMES));
            all <= one * MOST
        });
        assert!(linear, "{part:?} takes more than linear time");
    }
}
