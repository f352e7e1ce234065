//! The sheet as written.

use serde::Deserialize;

use super::{Amount, Attribution, Entry, Former, Scope, Sheet};
use crate::calendar::Date;
use crate::decimal::Decimal;
use crate::ingest::parse_date;
use crate::report::clean;
use crate::review::form::{self, MAX_BYTES, VERSION};
use crate::review::yaml::{map, quoted};
use crate::schema::amount;
use crate::schema::source::Source;
use crate::schema::{Error, file};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetFile {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    figures: Vec<EntryFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EntryFile {
    key: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    part_of: String,
    best: Option<amount::Amount>,
    low: Option<amount::Amount>,
    high: Option<amount::Amount>,
    as_of: Option<String>,
    valid_until: Option<String>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    attribution: AttributionFile,
    #[serde(default)]
    url: String,
    #[serde(default)]
    wording: String,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    former: Vec<FormerFile>,
    scope: Option<Scope>,
    #[serde(default)]
    sentence: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum AttributionFile {
    #[default]
    Optional,
    Required,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FormerFile {
    best: Option<amount::Amount>,
    low: Option<amount::Amount>,
    high: Option<amount::Amount>,
    as_of: Option<String>,
}

fn amount_of([best, low, high]: [Option<amount::Amount>; 3]) -> Amount {
    let decimal = |it: Option<amount::Amount>| it.map(|amount::Amount(it)| it);
    Amount {
        best: decimal(best),
        low: decimal(low),
        high: decimal(high),
    }
}

/// Reads a sheet.
pub(super) fn read(name: &str, text: &str) -> Result<Sheet, Error> {
    form::refuse_newer(name, text)?;
    let file: SheetFile = file::parse_within(name, text, MAX_BYTES)?;
    let source = Source {
        file: name.to_owned(),
        text: text.to_owned().into(),
        json: None,
    };
    let entries = file.figures.into_iter().map(|it| entry(it, &source));
    Ok(Sheet {
        entries: entries.collect::<Result<_, _>>()?,
    })
}

fn entry(file: EntryFile, source: &Source) -> Result<Entry, Error> {
    let at = Place {
        source,
        entry: &file.key,
    };
    let amount = amount_of([file.best, file.low, file.high]);
    at.refuse_empty(&file, &amount)?;
    if let Some((key, message)) = file.scope.as_ref().and_then(Scope::fault) {
        return Err(at.fault(key, &message));
    }
    let former = |it: &FormerFile| {
        Ok(Former {
            amount: amount_of([it.best, it.low, it.high]),
            as_of: at.day("as-of", it.as_of.as_ref())?,
        })
    };
    Ok(Entry {
        former: file
            .former
            .iter()
            .map(former)
            .collect::<Result<_, Error>>()?,
        as_of: at.day("as-of", file.as_of.as_ref())?,
        valid_until: at.day("valid-until", file.valid_until.as_ref())?,
        label: if file.label.is_empty() {
            clean(&file.key)
        } else {
            clean(&file.label)
        },
        key: clean(&file.key),
        part_of: clean(&file.part_of),
        amount,
        source: clean(&file.source),
        attribution: match file.attribution {
            AttributionFile::Optional => Attribution::Optional,
            AttributionFile::Required => Attribution::Required,
        },
        url: clean(&file.url),
        wording: clean(&file.wording),
        never: file.never.iter().map(|it| clean(it)).collect(),
        note: clean(&file.note),
        owner: clean(&file.owner),
        scope: file.scope,
        sentence: clean(&file.sentence),
    })
}

/// Where an entry stands, for what is wrong with it.
struct Place<'a> {
    source: &'a Source,
    /// Its key.
    entry: &'a str,
}

impl Place<'_> {
    fn fault(&self, key: &str, message: &str) -> Error {
        let found = self.source.fault_along(&[self.entry, key], message);
        found.unwrap_or_else(|| self.source.fault(message))
    }

    fn day(&self, key: &str, words: Option<&String>) -> Result<Option<Date>, Error> {
        let Some(words) = words else { return Ok(None) };
        let message = format!("{key}: {words} is no date; write 2024-09-07");
        let found = parse_date(words);
        found.map(Some).ok_or_else(|| self.fault(key, &message))
    }

    /// Refuses an entry without a key, a number, or what it counts.
    fn refuse_empty(&self, file: &EntryFile, amount: &Amount) -> Result<(), Error> {
        if file.key.trim().is_empty() {
            return Err(self.source.fault("an entry without a key: name it"));
        }
        let missing = if amount.is_empty() && file.sentence.is_empty() {
            "says no number: give best, or low and high"
        } else if file.scope.is_none() && file.sentence.is_empty() {
            "says not what it counts: give `sentence: \"41 people were killed when …\"`"
        } else {
            return Ok(());
        };
        Err(self.fault("key", &format!("{}: {missing}", file.key)))
    }
}

/// The text of a new sheet.
pub(super) fn written(entries: &[Entry], open: &[String]) -> String {
    let mut text = format!(
        "# Figures that the desk agreed on. To check a draft: figcheck check DRAFT --sheet THIS_FILE\n\
         # Add by hand what you like: valid-until, wording, never, url, note, owner.\nversion: {VERSION}\n"
    );
    text.push_str(if entries.is_empty() {
        "figures: []\n"
    } else {
        "figures:\n"
    });
    for entry in entries {
        text.push_str(&lines(entry));
    }
    for words in open {
        text.extend([OPEN, words, "\n"]);
    }
    text
}

/// What the remark on a figure in dispute begins with.
const OPEN: &str = "# not agreed: ";

/// The text of a sheet without the remark that nobody has agreed on this figure.
pub(super) fn without_open(text: &str, key: &str) -> String {
    let is_open = |line: &&str| {
        let named = line.strip_prefix(OPEN).and_then(|it| it.strip_prefix(key));
        named.is_some_and(|rest| rest.starts_with(':'))
    };
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !is_open(line)).collect()
}

/// One entry, a slot a line.
pub(super) fn lines(entry: &Entry) -> String {
    let mut text = format!("- key: {}\n", quoted(&entry.key));
    let mut slot = |key: &str, value: String| {
        if !value.is_empty() {
            text.extend(["  ", key, ": ", &value, "\n"]);
        }
    };
    let words = |it: &str| {
        if it.is_empty() {
            String::new()
        } else {
            quoted(it)
        }
    };
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    slot("label", quoted(&entry.label));
    slot("part-of", words(&entry.part_of));
    for (key, value) in numbers(&entry.amount) {
        slot(key, value);
    }
    slot("as-of", day(entry.as_of));
    slot("valid-until", day(entry.valid_until));
    slot("source", words(&entry.source));
    if entry.attribution == Attribution::Required {
        slot("attribution", "required".to_owned());
    }
    slot("url", words(&entry.url));
    slot("wording", words(&entry.wording));
    let never: Vec<String> = entry.never.iter().map(|it| quoted(it)).collect();
    if !never.is_empty() {
        slot("never", format!("[{}]", never.join(", ")));
    }
    slot("note", words(&entry.note));
    slot("owner", words(&entry.owner));
    slot("sentence", words(&entry.sentence));
    if !entry.former.is_empty() {
        text.push_str("  former:\n");
    }
    for former in &entry.former {
        let mut pairs: Vec<(&str, String)> = numbers(&former.amount);
        pairs.push(("as-of", day(former.as_of)));
        text.extend(["  - ", &map(&pairs), "\n"]);
    }
    text.push_str(&entry.scope.as_ref().map(Scope::lines).unwrap_or_default());
    text
}

fn numbers(amount: &Amount) -> Vec<(&'static str, String)> {
    let number = |it: Option<Decimal>| it.map(|it| it.normalize().to_string()).unwrap_or_default();
    vec![
        ("best", number(amount.best)),
        ("low", number(amount.low)),
        ("high", number(amount.high)),
    ]
}
