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
    let mut said = Vec::new();
    let mut out = String::new();
    loop {
        let articles = shelf.take(n_bytes);
        said.append(&mut shelf.problems);
        said.append(&mut shelf.notes);
        if articles.is_empty() {
            said.sort();
            return (out, format!("{said:?}"));
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

/// What `extract` needs at most does not grow with the number of articles, but for the mark of an id.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_articles() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    // How many bytes were needed to know all articles, and to write the first claim.
    let peak = |n: usize, id: fn(usize) -> String| {
        let path = folder.path().join("a.jsonl");
        let text = "The flood in Lund killed 12 people. It came at night, and nobody was warned. "
            .repeat(2);
        let line = |at: usize| format!("{{{}\"text\":\"{text}\"}}\n", id(at));
        fs::write(&path, (0..n).map(line).collect::<String>()).unwrap();
        let mut running = Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .args(["extract", "-j", "1"])
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut out = BufReader::new(running.stdout.take().unwrap());
        out.read_line(&mut first).unwrap();
        assert!(first.starts_with('{'), "{first}");
        // It waits for somebody to read on.
        let status = fs::read_to_string(format!("/proc/{}/status", running.id())).unwrap();
        running.kill().unwrap();
        running.wait().unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.unwrap().trim().trim_end_matches(" kB");
        kilobytes.parse::<usize>().unwrap() << 10
    };
    let ids: [fn(usize) -> String; 3] = [
        |at| format!("\"id\":\"{at:0>60}\","),
        |_| String::new(),
        |_| "\"id\":\"k\",".to_owned(),
    ];
    for id in ids {
        // Both are more than are held.
        let (few, many) = (peak(60_000, id), peak(180_000, id));
        let most = few + 120_000 * 64;
        assert!(many < most, "{few} bytes for few articles, {many} for many");
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
