//! From a claim type's file to the checked type: the only validation there is. All mistakes of a file are told at once.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::claim_file::{AspectFile, BasisFile, ClaimFile, CompareFile, TriggerFile, ValueFile};
use super::claim_type::{
    Arithmetic, Aspect, Basis, BasisRule, ClaimType, CompareRule, KeySlot, OverTime, Part, Trigger,
    ValueKind, ValueRule,
};
use super::file::suggestion;
use super::source::Source;
use super::{Error, pattern};
use crate::decimal::Decimal;

/// The memory that one compiled `reject` line may take, in bytes.
const REJECT_SIZE: usize = 1 << 20;

/// Checks `file`, merged with what it extends. `sources` are its own text and those it extends, in that order;
/// `classes` the noun classes of the lexicon.
///
/// # Errors
/// Every mistake found, each with its place.
pub fn compile(
    file: ClaimFile,
    sources: &[&Source],
    classes: &BTreeSet<String>,
) -> Result<ClaimType, Vec<Error>> {
    let mut check = Check {
        sources,
        classes,
        errors: Vec::new(),
    };
    let claim_type = check.claim_type(file);
    if check.errors.is_empty() {
        Ok(claim_type)
    } else {
        Err(check.errors)
    }
}

struct Check<'a> {
    sources: &'a [&'a Source],
    classes: &'a BTreeSet<String>,
    errors: Vec<Error>,
}

impl Check<'_> {
    fn claim_type(&mut self, file: ClaimFile) -> ClaimType {
        let label = self.required(file.label, "label");
        let aspects = self.aspects(file.aspects.unwrap_or_default(), &label, &file.compare);
        ClaimType {
            about: self.required(file.about, "about"),
            unit: self.required(file.unit, "unit"),
            value: self.value(file.value),
            counted: self.noun_classes(file.counted.unwrap_or_default(), &["counted"]),
            triggers: self.triggers(file.triggers, &aspects),
            basis: self.basis(file.basis),
            reject: self.reject(&file.reject),
            key: file.key.unwrap_or_else(|| {
                vec![KeySlot::Event, KeySlot::Place, KeySlot::Who, KeySlot::Basis]
            }),
            compare: self.compare(file.compare),
            arithmetic: self.arithmetic(file.arithmetic.unwrap_or_default(), &aspects),
            name: file.name,
            label,
            aspects,
        }
    }

    /// Tells a mistake at the last word of `path` that is found, in the first file that has its first word.
    fn tell(&mut self, path: &[&str], message: &str) {
        let along = |source: &&Source| source.fault_along(path, message);
        let first = self.sources.iter().find_map(along);
        self.errors
            .extend(first.or_else(|| self.sources.first().map(|source| source.fault(message))));
    }

    fn required(&mut self, value: Option<String>, key: &str) -> String {
        if value.is_none() {
            self.tell(&["type"], &format!("the key `{key}` is missing: add it"));
        }
        value.unwrap_or_default()
    }

    fn value(&mut self, file: ValueFile) -> ValueRule {
        if file.kind.is_none() {
            self.tell(
                &["type"],
                "the key `value` with a `kind` is missing: add `value: {kind: count}`",
            );
        }
        let min = file.min.map_or(Decimal::ZERO, |Amount(min)| min);
        let max = file.max.map_or(Decimal::MAX, |Amount(max)| max);
        if min > max {
            self.tell(
                &["value", "min"],
                &format!("min {min} is larger than max {max}: swap them"),
            );
        }
        let mut units = BTreeMap::new();
        for (name, size) in file.units.unwrap_or_default() {
            if size.0 <= Decimal::ZERO || size.0 > size.1 {
                self.tell(
                    &["units", &name],
                    "a unit's size is a positive number, or two of which the first is the smaller",
                );
            }
            units.insert(name, (size.0, size.1));
        }
        ValueRule {
            kind: file.kind.unwrap_or(ValueKind::Count),
            min,
            max,
            units,
        }
    }

    fn noun_classes(&mut self, names: Vec<String>, path: &[&str]) -> Vec<String> {
        for name in names
            .iter()
            .filter(|name| !self.classes.contains(*name))
            .cloned()
            .collect::<Vec<_>>()
        {
            let known: Vec<&str> = self.classes.iter().map(String::as_str).collect();
            let message = format!(
                "unknown noun class `{name}`{} (the classes stand in lexicon/nouns.yaml)",
                suggestion(&name, &known)
            );
            self.tell(&[path, &[name.as_str()]].concat(), &message);
        }
        names
    }

    fn phrases(&mut self, patterns: &[String], path: &[&str]) -> Vec<String> {
        let mut phrases = Vec::new();
        for one in patterns {
            match pattern::expand(one) {
                Ok(expanded) => phrases.extend(expanded),
                Err(message) => self.tell(&[path, &[one.as_str()]].concat(), &message),
            }
        }
        phrases
    }

    fn triggers(&mut self, files: Vec<TriggerFile>, aspects: &[Aspect]) -> Vec<Trigger> {
        if files.is_empty() {
            self.tell(
                &["type"],
                "no triggers: add the words that name the figure under `triggers`",
            );
        }
        let mut ids = BTreeSet::new();
        let mut triggers = Vec::with_capacity(files.len());
        for file in files {
            if file.id.is_empty() {
                self.tell(
                    &["triggers"],
                    "a trigger has no `id`: give it one, unique within the file",
                );
            } else if !ids.insert(file.id.clone()) {
                let message = format!("the trigger id `{}` is used twice: rename one", file.id);
                self.tell(&["triggers", &file.id, &file.id], &message);
            }
            triggers.push(self.trigger(file, aspects));
        }
        triggers
    }

    fn trigger(&mut self, file: TriggerFile, aspects: &[Aspect]) -> Trigger {
        let id = file.id.clone();
        let path = ["triggers", id.as_str()];
        let (part, words) = self.words(&file, &path);
        if file.frames.is_empty() {
            self.tell(
                &path,
                &format!("the trigger `{id}` has no `frames`: list the shapes it takes part in"),
            );
        }
        Trigger {
            part,
            words,
            need_cue: self.phrases(&file.need_cue, &path),
            never_cue: self.phrases(&file.never_cue, &path),
            within: file.within,
            aspect: self.named_aspect(file.aspect, aspects, &path),
            of: self.named_aspect(file.of, aspects, &path),
            counted: file
                .counted
                .map(|names| self.noun_classes(names, &[path[0], path[1], "counted"])),
            frames: file.frames,
            id,
        }
    }

    /// The words of a trigger, which names them by exactly one part of speech.
    fn words(&mut self, file: &TriggerFile, path: &[&str]) -> (Part, Vec<String>) {
        let parts = [
            (Part::Verb, &file.verb),
            (Part::Noun, &file.noun),
            (Part::Adj, &file.adj),
            (Part::Phrase, &file.phrase),
        ];
        let mut given = parts
            .into_iter()
            .filter_map(|(part, words)| Some((part, words.as_ref()?)));
        let (Some((part, words)), None) = (given.next(), given.next()) else {
            let message = format!(
                "the trigger `{}` needs exactly one of verb, noun, adj, phrase: split it into two triggers",
                file.id
            );
            self.tell(path, &message);
            return (Part::Phrase, Vec::new());
        };
        let words = match part {
            Part::Adj | Part::Phrase => self.phrases(words, path),
            _ => words
                .iter()
                .map(|word| word.trim().to_lowercase())
                .collect(),
        };
        if words.iter().all(String::is_empty) {
            self.tell(
                path,
                &format!("the trigger `{}` has no words: list at least one", file.id),
            );
        }
        (part, words)
    }

    fn named_aspect(
        &mut self,
        name: Option<String>,
        aspects: &[Aspect],
        path: &[&str],
    ) -> Option<usize> {
        name.and_then(|name| self.aspect(&name, aspects, path))
    }

    fn aspect(&mut self, name: &str, aspects: &[Aspect], path: &[&str]) -> Option<usize> {
        let found = aspects.iter().position(|aspect| aspect.name == name);
        if found.is_none() {
            let known: Vec<&str> = aspects.iter().map(|aspect| aspect.name.as_str()).collect();
            let message = format!("unknown aspect `{name}`{}", suggestion(name, &known));
            self.tell(&[path, &[name]].concat(), &message);
        }
        found
    }

    fn aspects(
        &mut self,
        files: Vec<AspectFile>,
        label: &str,
        compare: &CompareFile,
    ) -> Vec<Aspect> {
        let mut names = BTreeSet::new();
        let mut aspects = Vec::with_capacity(files.len());
        for file in files {
            if file.name.is_empty() || !names.insert(file.name.clone()) {
                let message = "every aspect needs a `name`, unique within the file";
                self.tell(&["aspects", &file.name, &file.name], message);
            }
            let own = file
                .compare
                .map(|own| self.compare(own.over(compare.clone())));
            aspects.push(Aspect {
                label: file
                    .label
                    .unwrap_or_else(|| format!("{label} {}", file.name)),
                basis: file.basis,
                compare: own,
                name: file.name,
            });
        }
        aspects
    }

    /// The rules in order, closed by one without condition.
    fn basis(&mut self, files: Vec<BasisFile>) -> Vec<BasisRule> {
        let mut rules: Vec<BasisRule> = files
            .into_iter()
            .map(|file| BasisRule {
                cue: self.phrases(&file.cue, &["basis"]),
                event: file.event,
                frame: file.frame,
                then: file.then,
            })
            .collect();
        rules.push(BasisRule {
            cue: Vec::new(),
            event: Vec::new(),
            frame: Vec::new(),
            then: Basis::Incident,
        });
        let open = |rule: &BasisRule| {
            rule.cue.is_empty() && rule.event.is_empty() && rule.frame.is_empty()
        };
        let last = rules.iter().position(open).unwrap_or(0);
        rules.truncate(last + 1);
        rules
    }

    fn reject(&mut self, lines: &[String]) -> Vec<regex::Regex> {
        let mut compiled = Vec::with_capacity(lines.len());
        for line in lines {
            let pattern = regex::RegexBuilder::new(line)
                .size_limit(REJECT_SIZE)
                .nest_limit(50)
                .build();
            match pattern {
                Ok(pattern) => compiled.push(pattern),
                Err(fault) => self.tell(&["reject", line], &invalid_pattern(&fault)),
            }
        }
        compiled
    }

    fn compare(&mut self, file: CompareFile) -> CompareRule {
        let tolerance = file.tolerance.map_or(Decimal::ZERO, |Amount(value)| value);
        if tolerance < Decimal::ZERO || tolerance >= Decimal::ONE {
            self.tell(&["tolerance"], "tolerance is a part of one: 0.05 is 5 %");
        }
        let growth = file.growth.map(|Amount(value)| value);
        if growth.is_some_and(|growth| growth <= Decimal::ZERO) {
            self.tell(
                &["growth"],
                "growth is a positive factor of the mean rate so far, or left out",
            );
        }
        CompareRule {
            time: file.time.unwrap_or(OverTime::ByBasis),
            window_days: i32::from(file.window_days.unwrap_or(3)),
            tolerance,
            growth,
        }
    }

    fn arithmetic(&mut self, lines: Vec<String>, aspects: &[Aspect]) -> Vec<Arithmetic> {
        let mut checks = Vec::with_capacity(lines.len());
        for text in lines {
            let Some((left, right)) = text.split_once("<=") else {
                let message = format!(
                    "“{text}” is not a check: write `dead <= held` or `held + released <= taken`"
                );
                self.tell(&["arithmetic", &text], &message);
                continue;
            };
            let mut side = |side: &str| -> Vec<usize> {
                side.split('+')
                    .filter_map(|name| self.aspect(name.trim(), aspects, &["arithmetic", &text]))
                    .collect()
            };
            let (left, right) = (side(left), side(right));
            checks.push(Arithmetic { left, right, text });
        }
        checks
    }
}

/// The last line of a regular expression's fault says what is wrong; those before draw it.
fn invalid_pattern(fault: &regex::Error) -> String {
    let fault = fault.to_string();
    let what = fault
        .lines()
        .last()
        .unwrap_or_default()
        .trim_start_matches("error: ");
    format!(
        "invalid pattern: {what}: correct it, or put a backslash before a mark that stands for itself"
    )
}
