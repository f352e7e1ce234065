//! The pipeline of one article: text, numbers, claims, records, set up once and then only read.

use std::sync::mpsc;

use rayon::prelude::*;

use crate::aside;
use crate::claims::{self, Claim, Weighed, Wording};
use crate::ingest::Article;
use crate::numbers::{self, DateMention, Numbers, Quantity};
use crate::report::Setting;
use crate::resolve::{self, Places, Record};
use crate::schema::Schema;
use crate::text::{self, Document, Vocabulary};

/// Every stage between ingest and compare, compiled from one schema. Shared by all threads.
#[derive(Debug)]
pub struct Engine {
    /// What it was compiled from.
    pub schema: Schema,
    vocabulary: Vocabulary,
    segmenter: text::Segmenter,
    reader: numbers::Reader,
    extractor: claims::Extractor,
    resolver: resolve::Resolver,
}

/// What one article says, stage by stage.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Sentences and tokens.
    pub document: Document<'a>,
    /// Every number, guards included, in order of the text.
    pub quantities: Vec<Quantity>,
    /// Every date and stretch of time, in order of the text.
    pub dates: Vec<DateMention>,
    /// The numbers read as claims, in order of the text.
    pub claims: Vec<Claim>,
}

impl Engine {
    /// Compiles the stages. Every word that a rule mentions enters the vocabulary here, one stage after the other; what
    /// needs none of it, or brings its own, is made meanwhile.
    pub fn new(schema: Schema) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (send, receive) = mpsc::sync_channel(1);
        let ((places, segmenter), (reader, mut resolver, extractor)) = aside::both(
            || {
                // Nobody waits for it when the other side has panicked.
                let _ = send.send(Wording::new(&schema));
                let places = Places::new(&schema.lexicon);
                (places, text::Segmenter::new(&schema.lexicon))
            },
            || {
                let reader = numbers::Reader::new(&schema.lexicon, &mut vocabulary);
                let resolver = resolve::Resolver::new(&schema, &mut vocabulary);
                let wording = || receive.recv().unwrap_or_else(|_| Wording::new(&schema));
                let extractor = claims::Extractor::new(&schema, wording, &mut vocabulary);
                (reader, resolver, extractor)
            },
        );
        resolver.enter(places, &schema, &mut vocabulary);
        Self {
            schema,
            vocabulary,
            segmenter,
            reader,
            extractor,
            resolver,
        }
    }

    /// The sentences of one article.
    pub fn segment<'a>(&self, article: &'a Article) -> Document<'a> {
        self.segmenter.segment(article, &self.vocabulary)
    }

    /// Reads one article as far as claims.
    pub fn read<'a>(&self, article: &'a Article) -> Reading<'a> {
        let document = self.segment(article);
        let Numbers { quantities, dates } = self.reader.find(&document);
        let claims = self.extractor.extract(&document, &quantities);
        Reading {
            document,
            quantities,
            dates,
            claims,
        }
    }

    /// Every way to read the numbers of one sentence of an article that was read, and what became of each.
    pub fn weigh(&self, reading: &Reading<'_>, sentence: usize) -> Vec<Weighed> {
        let Reading {
            document,
            quantities,
            ..
        } = reading;
        self.extractor.weigh(document, quantities, sentence)
    }

    /// Gives the claims of one article their scope. `index` is the article's place among those read.
    pub fn resolve(&self, index: usize, reading: &Reading<'_>) -> Vec<Record> {
        self.resolver.resolve(
            index,
            &reading.document,
            &reading.quantities,
            &reading.dates,
            &reading.claims,
        )
    }

    /// The records of all articles, each with where it stands: in parallel, and in the order of the articles. Of an
    /// article nothing else is kept, so memory is bounded by the claims. `step` is called with each article that was
    /// read, by any thread.
    pub fn records(
        &self,
        articles: &[Article],
        step: impl Fn(&Reading<'_>) + Sync,
    ) -> (Vec<Record>, Vec<Setting>) {
        let read_one = |(index, article): (usize, &Article)| {
            let reading = self.read(article);
            let records = self.resolve(index, &reading).into_iter();
            let with_setting = records.map(|record| {
                let setting = Setting::of(&reading.document, &record);
                (record, setting)
            });
            let with_setting = with_setting.collect();
            step(&reading);
            with_setting
        };
        let of_each: Vec<Vec<(Record, Setting)>> = match articles {
            // Threads are not started for one alone.
            [article] => vec![read_one((0, article))],
            // What a single thread makes is made where it is used and freed: memory that comes back from another is cold.
            _ if rayon::current_num_threads() == 1 => {
                articles.iter().enumerate().map(read_one).collect()
            }
            _ => articles.par_iter().enumerate().map(read_one).collect(),
        };
        let n_records = of_each.iter().map(Vec::len).sum();
        let mut all = (Vec::with_capacity(n_records), Vec::with_capacity(n_records));
        all.extend(of_each.into_iter().flatten());
        all
    }
}
