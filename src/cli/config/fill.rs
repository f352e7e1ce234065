//! Fills in, from the settings file, what was not typed, and remembers where each setting comes from.

use std::fmt;
use std::path::PathBuf;

use super::Config;
use crate::calendar::Date;
use crate::cli::args::{DiffArgs, FilterArgs, InputArgs, ScreenArgs, SilenceArgs};
use crate::ingest;
use crate::report::Format;
use crate::schema::Error;

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Origin {
    /// It was typed.
    Typed,
    /// It stands in a file, on a line.
    File(String, usize),
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Typed => f.write_str("command line"),
            Self::File(file, line) => write!(f, "{file}:{line}"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// One setting: key, value as YAML, origin.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Row {
    /// The key in the file, which is the option's name.
    pub(in crate::cli) key: &'static str,
    /// Its value as the file would have it.
    pub(in crate::cli) value: String,
    /// Where it comes from.
    pub(in crate::cli) origin: Origin,
}

/// Takes what was not typed from the file.
struct Filler<'a> {
    config: Option<&'a Config>,
    rows: Vec<Row>,
}

impl Filler<'_> {
    fn origin(&self, key: &str) -> Origin {
        let set = self.config.and_then(|config| config.origin(key));
        set.map_or(Origin::Default, |(source, line)| {
            Origin::File(source.file.clone(), line)
        })
    }

    fn push(&mut self, key: &'static str, value: String, origin: Origin) {
        self.rows.push(Row { key, value, origin });
    }

    /// One value, or the default in words.
    fn one<T: Clone>(
        &mut self,
        key: &'static str,
        typed: &mut Option<T>,
        filed: Option<T>,
        show: impl Fn(&T) -> String,
        default: &str,
    ) {
        let origin = match (&typed, &filed) {
            (Some(_), _) => Origin::Typed,
            (None, Some(_)) => self.origin(key),
            (None, None) => Origin::Default,
        };
        if typed.is_none() {
            *typed = filed;
        }
        let value = typed.as_ref().map_or_else(|| default.to_owned(), show);
        self.push(key, value, origin);
    }

    fn many<T: Clone>(
        &mut self,
        key: &'static str,
        typed: &mut Vec<T>,
        filed: Vec<T>,
        show: impl Fn(&T) -> String,
    ) {
        let origin = match (typed.is_empty(), filed.is_empty()) {
            (false, _) => Origin::Typed,
            (true, false) => self.origin(key),
            (true, true) => Origin::Default,
        };
        if typed.is_empty() {
            *typed = filed;
        }
        let values: Vec<String> = typed.iter().map(show).collect();
        self.push(key, format!("[{}]", values.join(", ")), origin);
    }

    /// A switch that can only be thrown by typing.
    fn switch(&mut self, key: &'static str, typed: &mut bool, filed: Option<bool>, inverted: bool) {
        let origin = match (*typed, filed) {
            (true, _) => Origin::Typed,
            (false, Some(_)) => self.origin(key),
            (false, None) => Origin::Default,
        };
        *typed |= filed.is_some_and(|filed| filed != inverted);
        let value = *typed != inverted;
        self.push(key, value.to_string(), origin);
    }

    /// A day of the file.
    fn day(&self, key: &str, words: Option<&String>) -> Result<Option<Date>, Error> {
        let Some(words) = words else { return Ok(None) };
        ingest::parse_date(words).map(Some).ok_or_else(|| {
            let message = format!("{key}: {words} is no date; write 2024-09-07");
            let set = self.config.and_then(|config| config.origin(key));
            let at = set.and_then(|(source, _)| source.fault_along(&[key], &message));
            at.unwrap_or_else(|| Error {
                file: String::new(),
                line: 0,
                column: 0,
                message,
            })
        })
    }
}

fn yaml<T: serde::Serialize>(value: &T) -> String {
    // A word of JSON in quotes is the same word of YAML.
    let quoted = serde_json::to_string(value).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

fn path(path: &PathBuf) -> String {
    yaml(path)
}

/// What to read.
///
/// # Errors
/// A value of the file that means nothing.
pub(in crate::cli) fn fill_input(
    args: &mut InputArgs,
    config: Option<&Config>,
) -> Result<Vec<Row>, Error> {
    let mut filler = Filler {
        config,
        rows: Vec::new(),
    };
    let file = config
        .map(|config| config.content.clone())
        .unwrap_or_default();
    filler.one("manifest", &mut args.manifest, file.manifest, path, "none");
    let as_of = filler.day("as-of", file.as_of.as_ref())?;
    filler.one("as-of", &mut args.as_of, as_of, Date::to_string, "none");
    filler.many("schemas", &mut args.schema.schemas, file.schemas, path);
    filler.many("include", &mut args.include, file.include, yaml);
    filler.many("exclude", &mut args.exclude, file.exclude, yaml);
    Ok(filler.rows)
}

/// How to print.
pub(in crate::cli) fn fill_screen(args: &mut ScreenArgs, config: Option<&Config>) -> Vec<Row> {
    let mut filler = Filler {
        config,
        rows: Vec::new(),
    };
    let file = config
        .map(|config| config.content.clone())
        .unwrap_or_default();
    filler.one("color", &mut args.color, file.color, yaml, "auto");
    filler.one(
        "width",
        &mut args.width,
        file.width,
        yaml,
        "that of the terminal",
    );
    filler.one("jobs", &mut args.jobs, file.jobs, yaml, "one for each core");
    filler.rows
}

/// Which figures to show.
///
/// # Errors
/// A value of the file that means nothing.
pub(in crate::cli) fn fill_filter(
    args: &mut FilterArgs,
    config: Option<&Config>,
) -> Result<Vec<Row>, Error> {
    let mut filler = Filler {
        config,
        rows: Vec::new(),
    };
    let file = config
        .map(|config| config.content.clone())
        .unwrap_or_default();
    filler.many("type", &mut args.types, file.types, yaml);
    filler.many("who", &mut args.who, file.who, yaml);
    filler.many("place", &mut args.place, file.place, yaml);
    filler.many("event", &mut args.event, file.event, yaml);
    filler.many("source", &mut args.source, file.source, yaml);
    let since = filler.day("since", file.since.as_ref())?;
    filler.one("since", &mut args.since, since, Date::to_string, "none");
    Ok(filler.rows)
}

/// Everything that `diff` is told.
///
/// # Errors
/// A value of the file that means nothing.
pub(in crate::cli) fn fill_diff(
    args: &mut DiffArgs,
    config: Option<&Config>,
) -> Result<Vec<Row>, Error> {
    let mut rows = fill_input(&mut args.input, config)?;
    rows.extend(fill_screen(&mut args.screen, config));
    rows.extend(fill_filter(&mut args.filter, config)?);
    let mut filler = Filler { config, rows };
    let file = config
        .map(|config| config.content.clone())
        .unwrap_or_default();
    filler.one(
        "min-severity",
        &mut args.min_severity,
        file.min_severity,
        yaml,
        "none",
    );
    // The ending of a file that is typed says more than the settings.
    let ends = |path: &PathBuf| Format::of_path(path).is_some();
    let is_said = args.output.output.iter().any(ends);
    filler.one(
        "format",
        &mut args.output.format,
        file.format.filter(|_| !is_said),
        yaml,
        "table",
    );
    filler.switch("all", &mut args.output.all, file.all, false);
    filler.one("sort", &mut args.output.sort, file.sort, yaml, "severity");
    filler.one("layout", &mut args.output.layout, file.layout, yaml, "auto");
    filler.one("rows", &mut args.output.rows, file.rows, yaml, "findings");
    filler.switch(
        "infer-dates",
        &mut args.no_infer_dates,
        file.infer_dates,
        true,
    );
    filler.one("fail-on", &mut args.fail_on, file.fail_on, yaml, "disagree");
    filler.one(
        "snapshots",
        &mut args.snapshots,
        file.snapshots,
        path,
        "snapshots",
    );
    filler.one(
        "baseline",
        &mut args.known.baseline,
        file.baseline,
        path,
        "none",
    );
    filler.switch("new-only", &mut args.known.new_only, file.new_only, false);
    let mut rows = filler.rows;
    let isolated = args.input.isolated;
    rows.extend(fill_silence(&mut args.known.silence, config, isolated));
    Ok(rows)
}

/// What is silenced.
pub(in crate::cli) fn fill_silence(
    args: &mut SilenceArgs,
    config: Option<&Config>,
    is_isolated: bool,
) -> Vec<Row> {
    let mut filler = Filler {
        config,
        rows: Vec::new(),
    };
    let typed = config.and_then(|config| config.content.suppressions.clone());
    filler.one("suppressions", &mut args.suppressions, typed, path, "none");
    if let (None, Some(beside)) = (
        &args.suppressions,
        super::suppressions_beside(config, is_isolated),
    ) {
        if let Some(row) = filler.rows.last_mut() {
            row.value = path(&beside);
        }
        args.suppressions = Some(beside);
    }
    filler.rows
}
