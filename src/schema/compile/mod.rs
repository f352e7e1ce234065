//! From a claim type's file to the checked type: the only validation there is. All mistakes of a file are told at once.

mod trigger;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::decimal::Decimal;
use crate::schema::amount::Amount;
use crate::schema::claim_file::{BasisFile, ClaimFile, CompareFile, ValueFile};
use crate::schema::claim_type::{
    Arithmetic, Aspect, Basis, BasisRule, ClaimType, CompareRule, KeySlot, OverTime, ValueKind,
    ValueRule,
};
use crate::schema::file::suggestion;
use crate::schema::reject::Reject;
use crate::schema::source::Source;
use crate::schema::{Error, Lent, pattern};

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
            everyone: self.noun_classes(file.everyone.unwrap_or_default(), &["everyone"]),
            includes: file.includes.unwrap_or_default(),
            taken_for: file.taken_for,
            comes_of: file.comes_of.unwrap_or_default(),
            triggers: self.triggers(file.triggers, &aspects),
            basis: self.basis(file.basis, &aspects),
            reject: self.reject(file.reject),
            key: file.key.unwrap_or_else(|| {
                vec![KeySlot::Event, KeySlot::Place, KeySlot::Who, KeySlot::Basis]
            }),
            compare: self.compare(&file.compare),
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

    /// True for a type that comes with the program: its phrases were written out, which a test holds.
    fn is_built_in(&self) -> bool {
        self.sources.iter().all(|source| source.json.is_some())
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

    fn phrases(&mut self, patterns: Vec<Lent>, path: &[&str]) -> Vec<Lent> {
        if self.is_built_in() || patterns.iter().all(|one| pattern::is_plain(one)) {
            return patterns;
        }
        let mut phrases = Vec::new();
        for one in patterns {
            match pattern::expand(&one) {
                Ok(expanded) => phrases.extend(expanded.into_iter().map(Lent::from)),
                Err(message) => self.tell(&[path, &[one.as_str()]].concat(), &message),
            }
        }
        phrases
    }

    fn cues(&mut self, patterns: Arc<[Lent]>) -> Arc<[Lent]> {
        if self.is_built_in() {
            return patterns;
        }
        self.phrases(patterns.to_vec(), &["basis"]).into()
    }

    /// The rules in order, closed by one without condition.
    fn basis(&mut self, files: Vec<BasisFile>, aspects: &[Aspect]) -> Vec<BasisRule> {
        let mut rules: Vec<BasisRule> = files
            .into_iter()
            .map(|file| BasisRule {
                cue: self.cues(file.cue),
                with_cue: self.cues(file.with_cue),
                of_trigger: file.of_trigger,
                aspect: self.named_aspect(file.aspect, aspects, &["basis"]),
                event: file.event,
                frame: file.frame,
                least: file.least.map(|least| least.0),
                then: file.then,
            })
            .collect();
        rules.push(BasisRule {
            cue: Arc::default(),
            with_cue: Arc::default(),
            of_trigger: false,
            aspect: None,
            event: Vec::new(),
            frame: Vec::new(),
            least: None,
            then: Basis::Incident,
        });
        let open = |rule: &BasisRule| {
            rule.cue.is_empty()
                && rule.with_cue.is_empty()
                && rule.aspect.is_none()
                && rule.event.is_empty()
                && rule.frame.is_empty()
                && rule.least.is_none()
        };
        let last = rules.iter().position(open).unwrap_or(0);
        rules.truncate(last + 1);
        rules
    }

    /// Lines of a desk's own are compiled at once, to tell what is wrong with them.
    fn reject(&mut self, lines: Vec<String>) -> Vec<Reject> {
        let desks_own = !self.is_built_in();
        let rejects: Vec<Reject> = lines.into_iter().map(Reject::new).collect();
        for reject in rejects.iter().filter(|_| desks_own) {
            if let Err(fault) = reject.compile() {
                self.tell(&["reject", reject.line()], &invalid_pattern(&fault));
            }
        }
        rejects
    }

    fn compare(&mut self, file: &CompareFile) -> CompareRule {
        let tolerance = file
            .tolerance
            .as_ref()
            .map_or(Decimal::ZERO, |Amount(value)| *value);
        if tolerance < Decimal::ZERO || tolerance >= Decimal::ONE {
            self.tell(&["tolerance"], "tolerance is a part of one: 0.05 is 5 %");
        }
        let growth = file.growth.as_ref().map(|Amount(value)| *value);
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
            attacker: file.attacker.unwrap_or_default(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::claim_type::Part;
    use crate::schema::file;

    const HEAD: &str = "type: x\nlabel: X\nabout: xs\nunit: item\nvalue: {kind: count}\n";
    const TRIGGER: &str = "triggers: [{id: a, verb: [b], frames: [active]}]\n";

    fn read(text: &str) -> Result<ClaimType, Vec<Error>> {
        let source = Source {
            file: "x.yaml".to_owned(),
            text: text.to_owned().into(),
            json: None,
        };
        let classes = BTreeSet::from(["person".to_owned()]);
        let file = file::read(&source).map_err(|error| vec![error])?;
        compile(file, &[&source], &classes)
    }

    #[test]
    fn a_small_file_is_enough() {
        let read = read(&format!("{HEAD}{TRIGGER}")).unwrap();
        assert_eq!(read.basis.len(), 1);
        assert_eq!(read.compare.window_days, 3);
    }

    #[test]
    fn mistakes_have_a_place_and_a_way_out() {
        let check = |rows: &str, expected: &str| {
            let errors = read(&format!("{HEAD}{rows}")).unwrap_err();
            let first = errors[0].to_string();
            assert!(first.starts_with(expected), "{first}");
        };
        check("", "x.yaml:1:1: no triggers");
        check(
            "triggers: [{id: a, frames: [active]}]",
            "x.yaml:6:17: the trigger `a` needs exactly one of",
        );
        check(
            "triggers: [{id: a, verb: [b], noun: [c], frames: [active]}]",
            "x.yaml:6:17: the trigger `a` needs exactly one of",
        );
        check(
            "triggers: [{id: a, verb: [b]}]",
            "x.yaml:6:17: the trigger `a` has no `frames`",
        );
        check(
            "triggers:\n  - {id: a, verb: [b], frames: [active]}\n  - {id: a, verb: [c], frames: [active]}",
            "x.yaml:8:10: the trigger id `a` is used twice",
        );
        let with = |rows: &str, expected| check(&format!("{TRIGGER}{rows}"), expected);
        with(
            "reject: [\"a(b\"]",
            "x.yaml:7:11: invalid pattern: unclosed group",
        );
        with(
            "reject: [\"(a{999}){999}\"]",
            "x.yaml:7:11: invalid pattern: ",
        );
        with(
            "counted: [persn]",
            "x.yaml:7:11: unknown noun class `persn`: did you mean `person`?",
        );
        with(
            "arithmetic: [\"dead <= held\"]",
            "x.yaml:7:15: unknown aspect `dead`",
        );
        with(
            "arithmetic: [\"dead\"]",
            "x.yaml:7:15: “dead” is not a check",
        );
        with(
            "compare: {tolerance: 2}",
            "x.yaml:7:11: tolerance is a part of one",
        );
        with(
            "basis: [{cue: [\"(so far\"], then: stock}]",
            "x.yaml:7:17: a group is not closed",
        );
        with(
            "value: {min: 2}",
            "x.yaml:7:1: the key `value` stands twice",
        );
    }

    #[test]
    fn the_phrases_of_built_in_types_are_written_out() {
        for kind in crate::schema::Schema::built_in().unwrap().types.iter() {
            let cues = kind.basis.iter().flat_map(|rule| rule.cue.iter());
            let phrases = kind.triggers.iter().flat_map(|rule| {
                let words = matches!(rule.part, Part::Adj | Part::Phrase).then_some(&rule.words);
                let lists = [
                    &rule.need_cue,
                    &rule.then_cue,
                    &rule.before_cue,
                    &rule.never_cue,
                ];
                let topics = [&rule.topic, &rule.never_topic];
                words.into_iter().chain(lists).chain(topics)
            });
            for phrase in phrases.flatten().chain(cues) {
                assert!(pattern::is_plain(phrase), "{}: {phrase}", kind.name);
            }
        }
    }

    #[test]
    fn all_mistakes_of_a_file_are_told_at_once() {
        let errors = read("type: x\nvalue: {min: 3, max: 2}\n").unwrap_err();
        assert_eq!(errors.len(), 6, "{errors:?}");
    }
}
