//! One story, every output.

use super::fixture::{self, Story};
use super::*;
use crate::numbers::{Kind, Reason};

/// Compares an output with its accepted file in `snapshots/report/`.
fn snapshot(name: &str, write: impl FnOnce(&mut String) -> fmt::Result) {
    let mut text = String::new();
    write(&mut text).unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots/report");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn json_of_the_dam() {
    snapshot("dam.json", |out| {
        all(&Story::dam().input(), Format::Json, out)
    });
}

#[test]
fn claim_lines_of_the_dam() {
    snapshot("dam.claims.jsonl", |out| {
        claims_jsonl(&Story::dam().input(), out)
    });
}

#[test]
fn nothing_read_is_still_an_output() {
    snapshot("empty.json", |out| {
        all(&Story::empty().input(), Format::Json, out)
    });
}

/// The table of `diff`.
fn table(
    input: &Input<'_>,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let options = Options {
        singles,
        ..Options::new(*style)
    };
    diff(input, Format::Table, &options, out)
}

/// `diff` in a format, with everything listed.
fn all(input: &Input<'_>, format: Format, out: &mut dyn fmt::Write) -> fmt::Result {
    let options = Options {
        singles: Singles::List,
        ..Options::new(WIDE)
    };
    diff(input, format, &options, out)
}

const WIDE: Style = Style {
    width: 100,
    color: false,
    ascii: false,
};
const NARROW: Style = Style {
    width: 50,
    color: false,
    ascii: false,
};

#[test]
fn table_of_the_dam() {
    let input = Story::dam();
    let input = input.input();
    let color = Style {
        color: true,
        ..WIDE
    };
    snapshot("dam.table.100", |out| {
        table(&input, &WIDE, Singles::Count, out)
    });
    snapshot("dam.table.100.all", |out| {
        table(&input, &WIDE, Singles::List, out)
    });
    snapshot("dam.table.50", |out| {
        table(&input, &NARROW, Singles::List, out)
    });
    snapshot("dam.table.color", |out| {
        table(&input, &color, Singles::Count, out)
    });
}

#[test]
fn plain_signs_take_no_other_columns() {
    let story = Story::dam();
    let input = story.input();
    let table_in = |ascii| {
        let mut out = String::new();
        table(&input, &Style { ascii, ..WIDE }, Singles::Count, &mut out).unwrap();
        out
    };
    let (plain, typeset) = (table_in(true), table_in(false));
    assert!(plain.is_ascii(), "{plain}");
    assert!(!typeset.is_ascii());
    for (one, other) in plain.lines().zip(typeset.lines()) {
        // A comparison in running text takes a column more.
        let longer = other.matches('≤').count();
        assert_eq!(one.chars().count(), other.chars().count() + longer, "{one}");
    }
}

#[test]
fn claims_of_the_dam() {
    let story = Story::dam();
    let wider = Style { width: 160, ..WIDE };
    snapshot("dam.claims.160", |out| {
        claims_table(&story.input(), &wider, out)
    });
    snapshot("dam.claims.50", |out| {
        claims_table(&story.input(), &NARROW, out)
    });
    snapshot("dam.figures.100", |out| {
        figures_table(&story.input(), &story.inside(), &WIDE, out)
    });
}

#[test]
fn every_format_of_the_dam() {
    let story = Story::dam();
    let input = story.input();
    for (name, format) in [
        ("dam.plain", Format::Plain),
        ("dam.list", Format::List),
        ("dam.markdown", Format::Markdown),
        ("dam.csv", Format::Csv),
        ("dam.tsv", Format::Tsv),
        ("dam.sarif", Format::Sarif),
        ("dam.github", Format::Github),
        ("dam.html", Format::Html),
        ("dam.jsonl", Format::Jsonl),
    ] {
        snapshot(name, |out| all(&input, format, out));
    }
    let options = Options {
        layout: Layout::Matrix,
        ..Options::new(plain(160))
    };
    snapshot("dam.table.matrix", |out| {
        diff(&input, Format::Table, &options, out)
    });
    snapshot("dam.xlsx", |out| {
        let options = Options {
            singles: Singles::List,
            ..Options::new(WIDE)
        };
        read_back(&workbook(&input, &options).unwrap(), out)
    });
    snapshot("dam.claims.csv", |out| {
        claims_csv(&input, b',', SheetStyle::default(), out)
    });
}

/// The cells of a workbook as a reader that is not ours has them, a row a line.
fn read_back(bytes: &[u8], out: &mut String) -> fmt::Result {
    use calamine::Reader as _;
    use std::fmt::Write as _;
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        writeln!(out, "sheet {name}")?;
        let sheet = book.worksheet_range(&name).unwrap();
        for row in sheet.rows() {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            writeln!(out, "{}", cells.join(" | ").trim_end())?;
        }
    }
    Ok(())
}

#[test]
fn explanations_of_the_dam() {
    let story = Story::dam();
    let input = story.input();
    snapshot("dam.explain.figure", |out| {
        explain(&input, &WIDE, Subject::Figure(0), &[], out)
    });
    snapshot("dam.explain.both", |out| {
        explain_both(&input, &WIDE, (0, 3), story.trace((0, 3)).as_ref(), out)?;
        out.push_str("\n\n");
        explain_both(&input, &WIDE, (0, 1), story.trace((0, 1)).as_ref(), out)
    });
    snapshot("dam.explain.claim", |out| {
        explain(&input, &NARROW, Subject::Claim(1), &[], out)
    });
}

#[test]
fn numbers_of_a_line_are_all_accounted_for() {
    let story = Story::dam();
    let text = &story.articles[2].text;
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let block = fixture::quantity(at("4"), Kind::Guard, Some(Reason::Name), fixture::exact(4));
    let dozens = fixture::quantity(at("dozens"), Kind::Vague, None, fixture::exact(24));
    let guards = fixture::quantity(at("guards"), Kind::Cardinal, None, fixture::exact(2));
    let quantities = [block, dozens, guards];
    snapshot("dam.explain.line", |out| {
        explain_line(
            &story.input(),
            &WIDE,
            2,
            &quantities,
            &[],
            Spot::Line(2),
            out,
        )?;
        explain_line(
            &story.input(),
            &WIDE,
            2,
            &quantities,
            &[],
            Spot::Line(1),
            out,
        )
    });
    let document = Document {
        article: &story.articles[2],
        sentences: Vec::new(),
        tokens: Vec::new(),
    };
    snapshot("dam.numbers", |out| {
        numbers_table(&document, &quantities, "tribune", &WIDE, out)
    });
    snapshot("dam.numbers.jsonl", |out| {
        numbers_jsonl(&document, &quantities, out)
    });
}

#[test]
fn ids_are_found_by_their_beginning_or_their_tail() {
    let story = Story::dam();
    let check = |id: &str, expected: Lookup| assert_eq!(look_up(&story.input(), id), expected);
    check("deaths-c", Lookup::Found(Subject::Figure(0)));
    check("ledger_9b0#k43", Lookup::Found(Subject::Claim(3)));
    check("k43", Lookup::Found(Subject::Claim(3)));
    let both = ["deaths-0b77aa", "deaths-c41e07"]
        .map(str::to_owned)
        .to_vec();
    check("deaths", Lookup::Ambiguous(both));
    check("nothing", Lookup::Unknown);
    check("", Lookup::Unknown);
}

/// A style without colour.
const fn plain(width: usize) -> Style {
    Style {
        width,
        color: false,
        ascii: false,
    }
}

fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut text = String::new();
    write(&mut text).unwrap();
    text
}

#[test]
fn the_order_of_reading_changes_no_byte() {
    type Writer = fn(&Input<'_>, &mut dyn fmt::Write) -> fmt::Result;
    let (there, back) = (Story::dam(), Story::dam().reversed());
    let both = |write: Writer| {
        let there = written(|out| write(&there.input(), out));
        assert_eq!(there, written(|out| write(&back.input(), out)));
    };
    both(|input, out| all(input, Format::Json, out));
    both(|input, out| table(input, &plain(100), Singles::List, out));
    both(|input, out| claims_table(input, &plain(160), out));
}

#[test]
fn claims_as_lines_follow_the_order_of_reading() {
    let lines = |story: &Story| written(|out| claims_jsonl(&story.input(), out));
    let (there, back) = (lines(&Story::dam()), lines(&Story::dam().reversed()));
    assert_ne!(there, back);
    let sorted = |text: String| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(there), sorted(back));
}

#[test]
fn a_failed_check_is_an_alarm_in_words() {
    let mut story = Story::dam();
    if let Some(check) = &mut story.comparison.related[0].check {
        check.holds = false;
    }
    snapshot("dam.check.fails", |out| {
        table(&story.input(), &plain(80), Singles::Count, out)
    });
}

#[test]
fn without_figures_one_calm_line_says_so() {
    let check = |story: &Story, expected: &str| {
        let text = written(|out| table(&story.input(), &plain(80), Singles::Count, out));
        assert_eq!(text, expected);
    };
    check(&Story::empty(), "No articles read.\n");
    let mut silent = Story::dam();
    silent.comparison = Comparison::default();
    check(&silent, "No figure was found twice.\n");
    silent.records.clear();
    check(&silent, "No figures found: nothing to compare.\n");
}

#[test]
fn every_format_stands_thousands_of_findings() {
    let mut story = Story::dam();
    let figures = story.comparison.figures.clone();
    story.comparison.figures = (0..5_000)
        .map(|at| {
            let mut figure = figures[at % figures.len()].clone();
            figure.id = format!("{}-{at}", figure.id);
            figure
        })
        .collect();
    let input = story.input();
    for format in [
        Format::Table,
        Format::Plain,
        Format::List,
        Format::Json,
        Format::Jsonl,
        Format::Csv,
        Format::Tsv,
        Format::Markdown,
        Format::Html,
        Format::Sarif,
        Format::Github,
    ] {
        let text = written(|out| all(&input, format, out));
        let loud = text.matches("deaths-c41e07-").count();
        assert!(loud >= 1_000, "{format:?}: {loud}");
    }
    assert!(workbook(&input, &Options::new(WIDE)).is_ok());
}

const RIGHT_TO_LEFT: char = '\u{202e}';

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn at_any_width_no_number_is_lost_and_nothing_steers_the_terminal(
        width in 40_usize..220,
        junk in "\\PC{0,30}|[\u{0}-\u{2f}\u{1b}\u{9b}\u{202e} ]{0,12}|[水 ]{0,40}",
    ) {
        let story = Story::dam().with_names(&junk);
        let input = story.input();
        let style = plain(width);
        let stacked = Options {
            singles: Singles::List,
            layout: Layout::Stacked,
            ..Options::new(style)
        };
        let matrix = Options { layout: Layout::Matrix, ..stacked };
        let in_format = |format, options: &Options| written(|out| diff(&input, format, options, out));
        let texts = [
            in_format(Format::Table, &stacked),
            in_format(Format::List, &stacked),
            in_format(Format::Plain, &stacked),
            in_format(Format::Table, &matrix),
            written(|out| claims_table(&input, &style, out)),
            written(|out| explain(&input, &style, Subject::Figure(0), &[], out)),
        ];
        for text in &texts {
            proptest::prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
            proptest::prop_assert!(!text.contains(RIGHT_TO_LEFT), "{text:?}");
            proptest::prop_assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
        }
        for text in &texts[..3] {
            for number in ["214", "230", "225–234", "3,000", "5,200", "three", "21", "24–49"] {
                proptest::prop_assert!(text.contains(number), "{number} is not in\n{text}");
            }
        }
        for number in ["214", "some 230", "More than 3,000", "nearly 5,200", "three weeks"] {
            let flat = texts[3].split_whitespace().collect::<Vec<_>>().join(" ");
            let words: Vec<&str> = number.split(' ').collect();
            proptest::prop_assert!(words.iter().all(|word| flat.contains(word)), "{number} is not in\n{flat}");
        }
    }
}
