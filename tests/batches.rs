//! However many articles are read at a time, and wherever they lie meanwhile, `extract` writes the same bytes.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and writes the files that it reads"
)]

use std::fmt::Write as _;
use std::fs;
use std::sync::OnceLock;

use figcheck::Engine;
use figcheck::compare::Comparison;
use figcheck::ingest::{Request, Shelf};
use figcheck::report::{self, Input};
use figcheck::schema::Schema;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Schema::built_in().unwrap()))
}

/// The claims of a request, and every fault and note.
fn extract(request: &Request, most_held: usize, n_bytes: usize) -> (String, String) {
    let mut shelf = Shelf::open(request, most_held);
    let mut out = String::new();
    loop {
        let articles = shelf.take(n_bytes);
        if articles.is_empty() {
            return (out, format!("{:?} {:?}", shelf.problems, shelf.notes));
        }
        let (records, settings) = engine().records(&articles, |_| ());
        let input = Input {
            schema: &engine().schema,
            articles: &articles,
            names: &[],
            records: &records,
            settings: &settings,
            comparison: &Comparison::default(),
            shown: None,
            hidden: None,
            silenced: None,
            baseline: None,
            again: "",
        };
        report::claims_jsonl(&input, &mut out).unwrap();
    }
}

#[test]
fn the_size_of_a_batch_does_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for n in 0..40 {
        let (id, dead) = (n * 7 % 30, n + 2);
        writeln!(
            lines,
            "{{\"id\":{id},\"title\":\"Flood in Lund\",\"date\":\"2024-05-{:02}\",\"text\":\"The flood in Lund killed \
             {dead} people, police said. Another {n} people were injured on Monday.\"}}",
            n % 28 + 1
        )
        .unwrap();
        if n % 9 == 0 {
            lines.push_str("{\"id\": broken\n\n");
        }
    }
    let path = folder.path().join("a.jsonl");
    fs::write(&path, lines).unwrap();
    fs::write(
        folder.path().join("b.md"),
        "# Fire\n\nA fire killed 12 people in Oslo.",
    )
    .unwrap();
    let request = Request {
        paths: vec![folder.path().display().to_string()],
        ..Request::default()
    };
    let whole = extract(&request, usize::MAX, usize::MAX);
    assert!(whole.0.lines().count() > 60, "{}", whole.0);
    for most_held in [0, 2000, usize::MAX] {
        for n_bytes in [1, 700] {
            assert_eq!(extract(&request, most_held, n_bytes), whole);
        }
    }
}

/// Interrupted while it writes, `extract -o` leaves neither a file nor half of one.
#[cfg(unix)]
#[test]
fn an_interrupted_output_leaves_nothing() {
    use rustix::process::{Pid, Signal, kill_process};
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("a.jsonl"), folder.path().join("out"));
    let line =
        "{\"text\":\"The flood in Lund killed 12 people, police said. Another 40 were hurt.\"}\n";
    fs::write(&input, line.repeat(60_000)).unwrap();
    fs::create_dir(&out).unwrap();
    let mut running = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .args(["extract", "-j", "1", "-o"])
        .arg(out.join("claims.jsonl"))
        .arg(&input)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let names = || fs::read_dir(&out).unwrap().count();
    let since = Instant::now();
    while names() == 0 && since.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(names(), 1, "it writes beside the name that it will have");
    kill_process(Pid::from_child(&running), Signal::INT).unwrap();
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(names(), 0);
}
