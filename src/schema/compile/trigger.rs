//! Triggers and aspects: the words of a claim type, and the figures it keeps apart.

use std::collections::BTreeSet;

use super::Check;
use crate::schema::claim_file::{AspectFile, CompareFile, TriggerFile};
use crate::schema::claim_type::{Aspect, Part, Trigger};
use crate::schema::file::suggestion;
use crate::schema::{Lent, pattern};

impl Check<'_> {
    pub(super) fn triggers(&mut self, files: Vec<TriggerFile>, aspects: &[Aspect]) -> Vec<Trigger> {
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
            need_cue: self.phrases(file.need_cue, &path),
            then_cue: self.phrases(file.then_cue, &path),
            before_cue: self.phrases(file.before_cue, &path),
            some: file.some,
            never_cue: self.phrases(file.never_cue, &path),
            topic: self.phrases(file.topic, &path),
            never_topic: self.phrases(file.never_topic, &path),
            of_before: file.of_before,
            bare: file.bare,
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
    fn words(&mut self, file: &TriggerFile, path: &[&str]) -> (Part, Vec<Lent>) {
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
            Part::Adj | Part::Phrase => self.phrases(words.clone(), path),
            _ => words.iter().map(in_small).collect(),
        };
        if words.iter().all(|word| word.is_empty()) {
            self.tell(
                path,
                &format!("the trigger `{}` has no words: list at least one", file.id),
            );
        }
        (part, words)
    }

    pub(super) fn named_aspect(
        &mut self,
        name: Option<String>,
        aspects: &[Aspect],
        path: &[&str],
    ) -> Option<usize> {
        name.and_then(|name| self.aspect(&name, aspects, path))
    }

    pub(super) fn aspect(
        &mut self,
        name: &str,
        aspects: &[Aspect],
        path: &[&str],
    ) -> Option<usize> {
        let found = aspects.iter().position(|aspect| aspect.name == name);
        if found.is_none() {
            let known: Vec<&str> = aspects.iter().map(|aspect| aspect.name.as_str()).collect();
            let message = format!("unknown aspect `{name}`{}", suggestion(name, &known));
            self.tell(&[path, &[name]].concat(), &message);
        }
        found
    }

    pub(super) fn aspects(
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
            let own = file.compare.map(|own| self.compare(&own.over(compare)));
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
}

/// A word in small letters, without white space around it. One that is written so stays where it is.
fn in_small(word: &Lent) -> Lent {
    if pattern::is_plain(word) {
        word.clone()
    } else {
        word.trim().to_lowercase().into()
    }
}
