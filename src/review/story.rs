//! A story on disk: its snapshot, what is pending, its log. Several files change as one.

use std::path::{Path, PathBuf};

use super::change::{Change, changes};
use super::disk::{self, Lock};
use super::error::Error;
use super::form::{self, VERSION};
use super::journal::{Files, Journal, carry_out, finish, put, put_held, remove, text};
use super::log::{self, Choice, Entry, Stamp};
use super::name;
use super::state::State;

/// A story that nobody else writes to while this lives.
#[derive(Debug)]
pub struct Story {
    /// Its name.
    pub name: String,
    /// What the desk has accepted; `None` before the first snapshot.
    pub accepted: Option<State>,
    /// What new copy makes of it, where that differs.
    pub pending: Option<State>,
    /// What was decided, in order.
    pub log: Vec<Entry>,
    log_text: String,
    files: Files,
    _lock: Lock,
}

/// One decision to carry out.
#[derive(Clone, Debug)]
pub struct Decision {
    /// On what, as it was when it was decided.
    pub change: Change,
    /// What.
    pub choice: Choice,
    /// Why.
    pub note: String,
}

/// What became of a run of `snapshot`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// There was no snapshot: now there is, with so many figures.
    First(usize),
    /// Nothing is new.
    Same,
    /// So many changes wait for a decision.
    Pending(usize),
}

impl Story {
    /// Opens the story `name` in `folder`, and finishes what a killed program began.
    ///
    /// # Errors
    /// The folder is not there, somebody else holds it, or a file of the story cannot be read.
    pub fn open(folder: &Path, name: &str) -> Result<Self, Error> {
        if let Some(fault) = name::fault(name) {
            return Err(Error::Unknown(fault));
        }
        let lock = Lock::on(folder).map_err(|fault| Error::disk(folder, &fault))?;
        if let Some(other) = name::namesake(folder, name) {
            return Err(Error::Unknown(format!(
                "{name}: there is a story {other} already, and where capitals do not count both would be one: write \
                 {other}, or choose another name"
            )));
        }
        let files = Files::new(folder, name);
        for path in files.all() {
            disk::sweep(path);
        }
        finish(&files)?;
        let state = |path: &Path| -> Result<Option<State>, Error> {
            let text = text(path)?;
            let name = path.display().to_string();
            Ok(text.map(|text| form::read(&name, &text)).transpose()?)
        };
        let log_text = text(&files.log)?.unwrap_or_default();
        Ok(Self {
            name: name.to_owned(),
            accepted: state(&files.accepted)?,
            pending: state(&files.pending)?,
            log: log::read(&files.log.display().to_string(), &log_text)?,
            log_text,
            files,
            _lock: lock,
        })
    }

    /// What the desk has accepted.
    ///
    /// # Errors
    /// There is no snapshot yet.
    pub fn known(&self) -> Result<&State, Error> {
        self.accepted.as_ref().ok_or_else(|| {
            let (file, name) = (self.files.accepted.display(), &self.name);
            let stories = name::stories(&disk::folder_of(&self.files.accepted));
            let there = if stories.is_empty() {
                String::new()
            } else {
                format!("there is {}; ", stories.join(", "))
            };
            Error::Unknown(format!(
                "{file}: no such snapshot; {there}make one with: figcheck snapshot {name} PATH…"
            ))
        })
    }

    /// What waits for a decision.
    pub fn changes(&self) -> Vec<Change> {
        match (&self.accepted, &self.pending) {
            (Some(old), Some(new)) => changes(old, new),
            _ => Vec::new(),
        }
    }

    /// Takes out of `new` what was rejected before, and says how many changes that are.
    pub fn without_rejected(&self, new: &mut State) -> usize {
        let Some(old) = &self.accepted else { return 0 };
        let rejected = log::rejected(&self.log);
        let found = changes(old, new);
        let known = found.iter().filter(|it| rejected.contains(&&*it.id));
        let mut n_known = 0;
        for change in known {
            put_back(new, change);
            n_known += 1;
        }
        n_known
    }

    /// Records a state: as the snapshot when there is none, else beside it when it differs.
    ///
    /// # Errors
    /// The disk says no; then nothing was written.
    pub fn record(&mut self, new: State) -> Result<Recorded, Error> {
        let Some(old) = &self.accepted else {
            let n_figures = new.figures.len();
            put(&self.files.accepted, &form::written(&self.name, &new))?;
            self.accepted = Some(new);
            return Ok(Recorded::First(n_figures));
        };
        let found = changes(old, &new);
        if found.is_empty() {
            remove(&self.files.pending)?;
            self.pending = None;
            return Ok(Recorded::Same);
        }
        put(&self.files.pending, &form::written(&self.name, &new))?;
        self.pending = Some(new);
        Ok(Recorded::Pending(found.len()))
    }

    /// Carries out decisions, all or none of them on disk, and gives back those on changes that are no longer there.
    ///
    /// # Errors
    /// The disk says no, or the log cannot be added to; then nothing was decided. [`Error::Unfinished`]: the disk said no
    /// after that, and whoever opens the story next carries them out.
    pub fn decide(&mut self, decisions: &[Decision], stamp: &Stamp) -> Result<Vec<Change>, Error> {
        let (Some(mut accepted), Some(mut pending)) = (self.accepted.clone(), self.pending.clone())
        else {
            return Ok(decisions.iter().map(|it| it.change.clone()).collect());
        };
        let present = changes(&accepted, &pending);
        let (mut entries, mut stale) = (Vec::new(), Vec::new());
        for Decision {
            change,
            choice,
            note,
        } in decisions
        {
            if !present.contains(change) {
                stale.push(change.clone());
                continue;
            }
            match choice {
                Choice::Accepted => {
                    accepted.exchange(change.old.as_ref().map(|it| &*it.id), change.new.as_ref());
                }
                Choice::Rejected => put_back(&mut pending, change),
            }
            entries.push(Entry::new(change, *choice, note, stamp));
        }
        if !entries.is_empty() {
            self.commit(accepted, pending, entries)?;
        }
        Ok(stale)
    }

    fn commit(
        &mut self,
        accepted: State,
        pending: State,
        entries: Vec<Entry>,
    ) -> Result<(), Error> {
        let pending = (!changes(&accepted, &pending).is_empty()).then_some(pending);
        let log_text = log::extended(&self.log_text, &entries);
        self.refuse_unread(&log_text, &entries)?;
        let is_new = self.accepted.as_ref() != Some(&accepted);
        let journal = Journal {
            version: VERSION,
            accepted: is_new.then(|| form::written(&self.name, &accepted)),
            pending: pending.as_ref().map(|it| form::written(&self.name, it)),
            log: Some(log_text.clone()),
        };
        let text =
            serde_json::to_string(&journal).map_err(|fault| Error::Unknown(fault.to_string()))?;
        let _whole = disk::hold();
        put_held(&self.files.journal, &text)?;
        carry_out(&self.files, &journal).map_err(|fault| Error::Unfinished(Box::new(fault)))?;
        (self.accepted, self.pending, self.log_text) = (Some(accepted), pending, log_text);
        self.log.extend(entries);
        Ok(())
    }

    /// A log that somebody set in another way would not take further lines at its end.
    fn refuse_unread(&self, text: &str, entries: &[Entry]) -> Result<(), Error> {
        let file = self.files.log.display();
        let why = match log::read(&file.to_string(), text) {
            Ok(read) if read == [&self.log, entries].concat() => return Ok(()),
            Ok(_) => file.to_string(),
            Err(fault) => fault.to_string(),
        };
        Err(Error::Unknown(format!(
            "{why}: lines cannot be added to this log: end it in `decisions:` and below it each `- {{…}}` at the left \
             margin, or move it away"
        )))
    }

    /// Where it is kept: what no report is written over.
    pub fn files(&self) -> Vec<PathBuf> {
        self.files.all().map(Path::to_owned).into()
    }
}

/// The figure of a change as it was.
fn put_back(state: &mut State, change: &Change) {
    state.exchange(change.new.as_ref().map(|it| &*it.id), change.old.as_ref());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Figure;

    #[test]
    fn what_fails_after_the_decision_is_finished_by_the_next_command() {
        let folder = tempfile::tempdir().unwrap();
        let state = |label: &str| State {
            figures: vec![Figure {
                id: "deaths-1".to_owned(),
                label: label.to_owned(),
                verdict: "agrees".to_owned(),
                readings: Vec::new(),
            }],
        };
        let mut story = Story::open(folder.path(), "calden").unwrap();
        story.record(State::default()).unwrap();
        story.record(state("deaths")).unwrap();
        let sound = story.files.clone();
        // Nothing can be put there; the journal can.
        story.files.log = folder.path().join("nowhere/calden.log");
        let decisions = story.changes().into_iter().map(|change| Decision {
            change,
            choice: Choice::Accepted,
            note: String::new(),
        });
        let decisions: Vec<Decision> = decisions.collect();
        let stamp = Stamp {
            when: "2024-03-08T09:12:00Z".to_owned(),
            who: "Ana".to_owned(),
        };
        let fault = story.decide(&decisions, &stamp).unwrap_err();
        assert!(matches!(fault, Error::Unfinished(_)), "{fault}");
        let told = fault.to_string();
        assert!(
            told.starts_with("decided") && told.contains("calden.log: "),
            "{told}"
        );
        drop(story);
        let story = Story::open(folder.path(), "calden").unwrap();
        assert_eq!(story.accepted, Some(state("deaths")));
        assert_eq!(story.log.len(), 1);
        assert!(!sound.journal.exists());
    }
}
