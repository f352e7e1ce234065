//! Any bytes are read as an article: no panic, no overlap, and every span slices the text.
#![no_main]

use std::sync::LazyLock;

use figcheck::ingest::Article;
use figcheck::numbers::{Kind, Numbers, Reader};
use figcheck::schema::Lexicon;
use figcheck::text::{Segmenter, TokenKind, Vocabulary};
use libfuzzer_sys::fuzz_target;

struct Stages {
    vocabulary: Vocabulary,
    segmenter: Segmenter,
    reader: Reader,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| {
    let lexicon = Lexicon::built_in().expect("the built-in lists load");
    let mut vocabulary = Vocabulary::default();
    let reader = Reader::new(&lexicon, &mut vocabulary);
    Stages {
        segmenter: Segmenter::new(&lexicon),
        vocabulary,
        reader,
    }
});

fuzz_target!(|bytes: &[u8]| {
    let article = Article::new("a", None, &String::from_utf8_lossy(bytes));
    let document = STAGES.segmenter.segment(&article, &STAGES.vocabulary);
    let Numbers { quantities, dates } = STAGES.reader.find(&document);
    let mut end = 0;
    for quantity in &quantities {
        assert!(quantity.tokens.start >= end && quantity.tokens.start < quantity.tokens.end);
        assert!(!document.slice(quantity.span).is_empty());
        assert!(quantity.span.contains(quantity.numeral));
        assert_eq!(quantity.reason.is_some(), quantity.kind == Kind::Guard);
        end = quantity.tokens.end;
    }
    for (at, token) in document.tokens.iter().enumerate() {
        let covered = || quantities.iter().any(|quantity| quantity.tokens.contains(&at));
        assert!(token.kind != TokenKind::Number || covered());
    }
    for date in &dates {
        assert!(!document.slice(date.span).is_empty());
    }
});
