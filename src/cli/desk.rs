//! The way through, from paths to a comparison, as every verb walks it.

use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::sync::OnceLock;

use super::exit::Exit;
use super::progress::Progress;
use super::rest::Untaken;
use super::settings::{Dates, Settings};
use super::streams::Streams;
use crate::compare::{self, Comparison, Inside, Trace};
use crate::engine::Engine;
use crate::ingest::{self, Article, Shelf};
use crate::report::{Input, Setting};
use crate::resolve::{Record, forget_inferred};
use crate::schema;

/// What was read, with the engine that reads it.
#[derive(Debug)]
pub(super) struct Desk {
    /// Compiled from the built-in schema and the desk's own. Never freed: the process ends with its one verb, and
    /// taking the tables apart phrase by phrase would be a tenth of its time.
    pub(super) engine: ManuallyDrop<Engine>,
    /// Sorted by id, or for `extract` by file and line.
    pub(super) articles: Vec<Article>,
    /// Short names for tables, parallel to the articles.
    pub(super) names: Vec<String>,
    /// [`Exit::Trouble`] when something could not be read.
    pub(super) exit: Exit,
    /// Whether progress may be shown.
    progress: bool,
    /// What reads the same articles again.
    again: String,
}

/// Starts as many threads, for all that is read from now on; 0 is one for each core.
fn start_threads(n_threads: usize, streams: &mut Streams<'_>) {
    static STARTED: OnceLock<usize> = OnceLock::new();
    let started = STARTED.get_or_init(|| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
        // Where it fails, threads are there, one for each core.
        pool.build_global().map_or(0, |()| n_threads)
    });
    // A second run in one process (a test) keeps the threads of the first.
    if *started != n_threads {
        streams.detail("threads were started before: -j has no effect");
    }
}

/// What the articles say, and how it compares.
#[derive(Debug)]
pub(super) struct Findings {
    /// The claims of all articles.
    pub(super) records: Vec<Record>,
    /// Where each stands.
    pub(super) settings: Vec<Setting>,
    /// Figures and what binds them.
    pub(super) comparison: Comparison,
    /// The numbers of which nothing was made.
    pub(super) untaken: Untaken,
}

impl Desk {
    /// Loads schemas and articles, and tells what could not be.
    pub(super) fn open(settings: &Settings, streams: &mut Streams<'_>) -> Self {
        Self::with_all(settings, Shelf::take_all, streams)
    }

    /// The same with articles in order of file and line.
    pub(super) fn open_as_they_lie(settings: &Settings, streams: &mut Streams<'_>) -> Self {
        Self::with_all(settings, |shelf| shelf.take(usize::MAX), streams)
    }

    fn with_all(
        settings: &Settings,
        take: impl Fn(&mut Shelf) -> Vec<Article>,
        streams: &mut Streams<'_>,
    ) -> Self {
        let mut shelf = Shelf::open(&settings.request, usize::MAX);
        let articles = take(&mut shelf);
        let mut desk = Self::with_shelf(settings, &mut shelf, streams);
        desk.articles = articles;
        desk.names = ingest::short_names(&desk.articles);
        desk
    }

    /// The same with the articles still on the shelf.
    pub(super) fn with_shelf(
        settings: &Settings,
        shelf: &mut Shelf,
        streams: &mut Streams<'_>,
    ) -> Self {
        streams.talk = settings.talk;
        let (schema, faults) = schema::load(&settings.overlays);
        let n_faults = faults.len() + shelf.problems.len();
        for fault in faults {
            streams.error(fault);
        }
        for fault in shelf.problems.drain(..) {
            streams.error(fault);
        }
        for note in shelf.notes.drain(..) {
            streams.note(note);
        }
        shelf.details.sort();
        for detail in shelf.details.drain(..) {
            streams.detail(detail);
        }
        let (n_articles, n_bytes) = (shelf.n_articles(), shelf.n_bytes());
        streams.detail(format_args!("read {n_articles} articles, {n_bytes} bytes"));
        let desk = Self {
            engine: ManuallyDrop::new(Engine::new(schema)),
            names: Vec::new(),
            articles: Vec::new(),
            progress: settings.progress,
            again: settings.again.clone(),
            exit: if n_faults == 0 {
                Exit::Clean
            } else {
                Exit::Trouble
            },
        };
        // Of one article there is nothing to share out.
        if n_articles > 1 || settings.n_threads > 0 {
            start_threads(settings.n_threads, streams);
        }
        desk
    }

    /// Reads further articles, which come after those that are there.
    pub(super) fn join(&mut self, request: &ingest::Request, streams: &mut Streams<'_>) {
        let batch = ingest::read(request);
        for fault in batch.problems {
            streams.error(fault);
            self.exit = Exit::Trouble;
        }
        for note in batch.notes {
            streams.note(note);
        }
        // A draft that lies among its sources does not support itself.
        let path = |article: &ingest::Article| {
            let whole = |path: &std::path::PathBuf| path.canonicalize().ok();
            article
                .path
                .as_ref()
                .and_then(whole)
                .map(|path| (path, article.record_line))
        };
        let there: Vec<_> = self.articles.iter().filter_map(path).collect();
        for mut article in batch.articles {
            if path(&article).is_some_and(|path| there.contains(&path)) {
                continue;
            }
            while self.articles.iter().any(|it| it.id == article.id) {
                article.id.insert_str(0, "source/");
            }
            self.articles.push(article);
        }
        self.names = ingest::short_names(&self.articles);
    }

    /// The claims of all articles with their scope, compared.
    pub(super) fn compare(&self, dates: Dates) -> Findings {
        // Shown until the comparison is done, too.
        let progress = self.progress(self.articles.len());
        let mut findings = self.read(&progress);
        if dates == Dates::Given {
            forget_inferred(&mut findings.records);
        }
        findings.comparison =
            compare::compare(&self.articles, &findings.records, &self.engine.schema);
        findings
    }

    /// What grouping made of two of the claims, by index.
    pub(super) fn trace(&self, findings: &Findings, pair: (usize, usize)) -> Option<Trace> {
        compare::trace(&self.articles, &findings.records, &self.engine.schema, pair)
    }

    /// How each figure came about.
    pub(super) fn inside(&self, findings: &Findings) -> Vec<Inside> {
        compare::inside(&self.articles, &findings.records, &self.engine.schema)
    }

    /// The claims of all articles with their scope, not compared.
    pub(super) fn records(&self) -> Findings {
        self.read(&self.progress(self.articles.len()))
    }

    /// Begins to show how many of so many articles are done.
    pub(super) fn progress(&self, n_articles: usize) -> Progress {
        Progress::start(n_articles, self.progress)
    }

    /// The same as [`records`](Self::records), counted by somebody else.
    pub(super) fn read(&self, progress: &Progress) -> Findings {
        let untaken = Untaken::default();
        let (records, settings) = self.engine.records(&self.articles, |reading| {
            untaken.see(reading);
            progress.step();
        });
        Findings {
            untaken,
            records,
            settings,
            comparison: Comparison::default(),
        }
    }

    /// What reports take, with everything shown.
    pub(super) fn input<'a>(&'a self, findings: &'a Findings) -> Input<'a> {
        Input {
            schema: &self.engine.schema,
            articles: &self.articles,
            names: &self.names,
            records: &findings.records,
            settings: &findings.settings,
            comparison: &findings.comparison,
            shown: None,
            hidden: None,
            silenced: None,
            baseline: None,
            again: &self.again,
        }
    }

    /// The files that were read, which no output may be written over.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.articles
            .iter()
            .filter_map(|article| article.path.clone())
            .collect()
    }
}
