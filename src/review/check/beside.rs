//! What is said of a number of a summary that the sources have, or have otherwise, and whether theirs may be written.

use super::elsewhere::{self, Elsewhere};
use super::sources::{distance, finding, of};
use super::{Code, Finding};
use super::{alike, earlier, fit};
use crate::compare::Figure;
use crate::report::{self, View};

/// A claim of a summary beside the claims of the sources that answer its question.
pub(super) struct Beside<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) figure: &'v Figure,
    pub(super) claim: usize,
    pub(super) sources: &'v [usize],
}

impl Beside<'_, '_> {
    /// No source has the number under this question.
    pub(super) fn changed(&self, elsewhere: Option<&Elsewhere>) -> Finding {
        let (view, claim) = (self.view, self.claim);
        if let Some(it) = elsewhere.filter(|it| it.may_be_meant) {
            let why = format!(
                "a source has this number, and its words do not say that it is the same: {}",
                elsewhere::told(view, it)
            );
            return self.finding(Code::Unsure, it.at, why);
        }
        let nearest = self.nearest();
        let mut why = match elsewhere {
            Some(it) => {
                let told = report::Reading::of_claim(view, nearest);
                format!(
                    "no source has this number for it; of something else one has {}; the nearest is {}",
                    elsewhere::told(view, it),
                    told.meaning
                )
            }
            None => changed(view, claim, nearest),
        };
        let is_elsewhere = elsewhere.is_some();
        let mut finding = self.finding(Code::Changed, nearest, String::new());
        if is_elsewhere {
            finding.edit = None;
        } else {
            self.withhold(&mut finding, nearest, &mut why);
        }
        finding.why = why;
        finding
    }

    /// A source has it, and perhaps a newer one has another, or one of the same day contradicts it.
    pub(super) fn held(&self, code: Code, old: usize) -> Finding {
        let (view, claim) = (self.view, self.claim);
        if let Some(new) = earlier::overtaken_by(view, self.figure, claim, self.sources) {
            let mut why = stale(view, old, new);
            let mut finding = self.finding(Code::Stale, new, String::new());
            self.withhold(&mut finding, new, &mut why);
            finding.why = why;
            return finding;
        }
        let has =
            |at: &&usize| of(&view.record(claim).claim, &view.record(**at).claim) != Code::Changed;
        let (holding, others): (Vec<usize>, Vec<usize>) = self.sources.iter().partition(has);
        if let Some(rival) = alike::rival(self.figure, &holding, &others) {
            let had = report::Reading::of_claim(view, old);
            let why = format!(
                "“{}” ({}) bears it out, and the sources do not agree: another has this number",
                had.words,
                place(view, old)
            );
            return self.finding(Code::Disputed, rival, why);
        }
        if let Some(other) = alike::misattributed(view, claim, &holding) {
            let why = "a source has this number, and names somebody else who says so".to_owned();
            return self.finding(Code::Unsure, other, why);
        }
        let why = match code {
            Code::Rounded => rounded(view, old),
            _ => String::new(),
        };
        self.finding(code, old, why)
    }

    /// The source's claim to show beside a number that none has: of those that no newer one has left behind the nearest.
    fn nearest(&self) -> usize {
        let standing = earlier::standing(self.figure, self.sources);
        let value = |at: usize| &self.view.record(at).claim.value;
        let nearest = standing.into_iter().min_by_key(|at| {
            let apart = distance(value(self.claim), value(*at));
            (apart.is_none(), apart, *at)
        });
        nearest.unwrap_or(self.sources[0])
    }

    /// Takes back what is suggested where the number may be of something else, and says why.
    fn withhold(&self, finding: &mut Finding, theirs: usize, why: &mut String) {
        if finding.edit.is_none() {
            return;
        }
        if let Some(objection) = self.objection(theirs) {
            finding.edit = None;
            why.push_str("; nothing is suggested: ");
            why.push_str(&objection);
        }
    }

    fn objection(&self, theirs: usize) -> Option<String> {
        let (view, claim) = (self.view, self.claim);
        let value = |at: usize| &view.record(at).claim.value;
        let standing = earlier::standing(self.figure, self.sources);
        let is_alike = |at: &usize| value(*at).number == value(theirs).number;
        let (same, others): (Vec<usize>, Vec<usize>) = standing.into_iter().partition(is_alike);
        let disputed = || {
            let at = alike::rival(self.figure, &same, &others)?;
            let rival = report::Reading::of_claim(view, at);
            Some(format!(
                "the sources do not agree, another has {} ({})",
                rival.meaning,
                place(view, at)
            ))
        };
        let spoken = || {
            alike::speakers_differ(view, claim, &same)
                .then(|| "the draft names somebody else who says so".to_owned())
        };
        alike::objection(view, claim, theirs)
            .or_else(disputed)
            .or_else(spoken)
    }

    fn finding(&self, code: Code, beside: usize, why: String) -> Finding {
        finding(
            self.view,
            self.figure,
            (code, self.claim),
            Some(beside),
            why,
        )
    }
}

/// What to say of a number that no source has.
fn changed(view: &View<'_>, claim: usize, nearest: usize) -> String {
    let number = |at: usize| view.record(at).claim.value.number;
    let both = number(claim).zip(number(nearest));
    let slip = both.and_then(|(a, b)| fit::slip(a, b));
    let slip = slip.map_or_else(String::new, |it| format!("; {it}"));
    let told = report::Reading::of_claim(view, nearest);
    format!(
        "no source has this number; the nearest is {}{slip}",
        told.meaning
    )
}

/// What to say of a number that a source has more exactly, or hedged otherwise.
fn rounded(view: &View<'_>, at: usize) -> String {
    let told = report::Reading::of_claim(view, at);
    format!("the source has “{}”", told.words)
}

/// What to say of a number that a source had, and a newer one has not.
fn stale(view: &View<'_>, old: usize, new: usize) -> String {
    let said = |at: usize| {
        let day = view.record(at).as_of.range.to;
        let of = day.map_or_else(String::new, |it| format!(" as of {}", report::day(it)));
        let told = report::Reading::of_claim(view, at);
        (format!("{}{of}", told.meaning), place(view, at))
    };
    let ((was, before), (is, _)) = (said(old), said(new));
    format!("it was {was} ({before}); a newer source has {is}")
}

/// Article, line and column, by the article's id as in the readings.
pub(super) fn place(view: &View<'_>, at: usize) -> String {
    let spot = report::spot(view, at);
    let column = spot.column.map_or_else(String::new, |it| format!(":{it}"));
    format!("{}:{}{column}", spot.article, spot.line)
}
