//! `check DRAFT --sheet FILE`: every claim of the draft beside the entry that answers the same question.

use std::collections::BTreeMap;

use super::alike;
use super::earlier;
use super::fit::{self, Fit};
use super::kind;
use super::number;
use super::repair;
use super::within;
use super::{Code, Finding, Other};
use crate::calendar::Date;
use crate::claims::Polarity;
use crate::decimal::Interval;
use crate::report::{self, Input, View, clean};
use crate::review::sheet::Entry;

/// A draft in the comparison with a sheet.
pub(super) struct Desk<'v, 'a> {
    pub(super) view: &'v View<'a>,
    /// The articles before this one are drafts.
    n_drafts: usize,
    /// Of each article after them its entry.
    pub(super) entries: &'v [Entry],
    pub(super) today: Date,
}

/// The findings on all claims of the drafts, in order of the text. The articles from `n_drafts` on are those of the
/// entries, in their order.
pub fn against_sheet(
    input: &Input<'_>,
    n_drafts: usize,
    entries: &[Entry],
    today: Date,
) -> Vec<Finding> {
    let view = View::new(input);
    let desk = Desk {
        view: &view,
        n_drafts,
        entries,
        today,
    };
    let agreed = desk.agreed();
    let mut findings = Vec::new();
    let mut used: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for claim in view.records_in_order() {
        if desk.is_draft(claim) {
            match agreed.get(&claim) {
                Some(entry) => {
                    used.entry(*entry).or_default().push(claim);
                    findings.push(desk.judge(claim, *entry));
                }
                None => findings.push(match desk.namesake(claim) {
                    Some(entry) => {
                        let why = "its number, or one that it had, told of another day";
                        let entry = Some(&desk.entries[entry]);
                        desk.finding(Code::Ok, claim, entry, why.to_owned())
                    }
                    None => desk.unknown(claim),
                }),
            }
        }
    }
    for (entry, claims) in used {
        findings.extend(desk.attribution(entry, &claims));
        findings.extend(desk.expiry(entry, &claims));
    }
    within::contradictions(&desk, &agreed, &mut findings);
    findings.sort_by(|a, b| {
        let key = |it: &Finding| (it.spot.article.clone(), it.spot.line, it.spot.column);
        (key(a), a.code).cmp(&(key(b), b.code))
    });
    findings
}

impl Desk<'_, '_> {
    pub(super) fn is_draft(&self, claim: usize) -> bool {
        self.view.record(claim).article < self.n_drafts
    }

    /// The entry of each claim of a draft that has one: of several, the one that fits best.
    fn agreed(&self) -> BTreeMap<usize, usize> {
        let mut agreed = BTreeMap::new();
        for figure in &self.view.input.comparison.figures {
            let claims = || {
                figure
                    .variants
                    .iter()
                    .flat_map(|it| it.claims.iter().copied())
            };
            let entries: Vec<usize> = claims()
                .filter(|at| !self.is_draft(*at))
                .map(|at| self.view.record(at).article - self.n_drafts)
                .collect();
            for claim in claims().filter(|at| self.is_draft(*at)) {
                let value = &self.view.record(claim).claim.value;
                let fit = |at: &usize| {
                    let holds = self.entries.get(*at).map(|it| it.amount.interval());
                    (holds.map(|it| fit::of(value, &it)), *at)
                };
                if let Some(best) = entries.iter().copied().min_by_key(fit) {
                    agreed.insert(claim, best);
                }
            }
        }
        agreed
    }

    /// The one entry that is called as the claim's figure is, where the claim has its number or one that it had: "on
    /// Monday 41 had been killed" may be told of another day, and is still no news.
    fn namesake(&self, claim: usize) -> Option<usize> {
        let figure = self.figure(claim)?;
        let called = [clean(&figure.label), clean(&figure.name)];
        let is_called = |at: &usize| called.contains(&self.entries[*at].label);
        let mut namesakes = (0..self.entries.len()).filter(is_called);
        let (only, None) = (namesakes.next()?, namesakes.next()) else {
            return None;
        };
        let entry = &self.entries[only];
        let value = &self.view.record(claim).claim.value;
        // "Another 41" is no count of them all.
        if value.increment || value.share_of.is_some() {
            return None;
        }
        let fits = |it: &Interval| fit::of(value, it) <= Fit::Rounding;
        let mut known = entry.former.iter().map(|it| it.amount);
        (fits(&entry.amount.interval()) || known.any(|it| fits(&it.interval()))).then_some(only)
    }

    fn figure(&self, claim: usize) -> Option<&crate::compare::Figure> {
        let mut figures = self.view.input.comparison.figures.iter();
        figures.find(|it| it.variants.iter().any(|it| it.claims.contains(&claim)))
    }

    pub(super) fn finding(
        &self,
        code: Code,
        claim: usize,
        entry: Option<&Entry>,
        why: String,
    ) -> Finding {
        let (id, label) = match (entry, self.figure(claim)) {
            (Some(entry), _) => (entry.key.clone(), entry.label.clone()),
            (None, Some(figure)) => (clean(&figure.id), clean(&figure.label)),
            (None, None) => (String::new(), String::new()),
        };
        Finding {
            code,
            claim,
            spot: report::spot(self.view, claim),
            figure: id,
            label,
            other: entry.map(Other::of),
            why,
            edit: None,
        }
    }

    /// A number that no entry is matched to, with those of its kind.
    fn unknown(&self, claim: usize) -> Finding {
        let is_of_kind = kind::of(self.view.record(claim));
        let entries = self.view.input.records.iter();
        let entries = entries.filter(|it| it.article >= self.n_drafts && is_of_kind(it));
        let told: Vec<String> = entries
            .filter_map(|it| self.entries.get(it.article - self.n_drafts))
            .map(|it| format!("{} ({})", it.written(), it.label))
            .collect();
        let why = if told.is_empty() {
            "the sheet has no figure of this kind".to_owned()
        } else {
            let told = kind::listed(&told);
            format!("no figure of the sheet is surely the same; of its kind it has {told}")
        };
        self.finding(Code::NotInSheet, claim, None, why)
    }

    fn judge(&self, claim: usize, at: usize) -> Finding {
        let entry = &self.entries[at];
        let value = &self.view.record(claim).claim.value;
        let fit = fit::of(value, &entry.amount.interval());
        let denied = self.view.record(claim).claim.polarity == Polarity::Denied;
        let (code, why) = match fit {
            _ if denied => (Code::Mismatch, "the draft denies it".to_owned()),
            Fit::Same => (Code::Ok, String::new()),
            Fit::Rounding => (Code::Rounding, "it fits the number of the sheet".to_owned()),
            Fit::Vague => (
                Code::Wording,
                format!("a vague word where the sheet has {}", entry.written()),
            ),
            Fit::Loose | Fit::Apart => self.apart(claim, entry, fit),
        };
        let (code, why) = match repair::banned(self.view, claim, entry) {
            Some(word) if matches!(code, Code::Ok | Code::Rounding) => (
                Code::Wording,
                format!("the desk never says “{word}” for it"),
            ),
            _ => (code, why),
        };
        let twin = entry.twin(self.entries).filter(|_| !denied);
        let (code, why) = match twin {
            Some(twin) if !matches!(code, Code::Stale | Code::Mismatch) => (
                Code::Disputed,
                format!(
                    "the sheet has {} here, and {} under the same name ({}): take one of them out",
                    entry.written(),
                    twin.written(),
                    twin.key
                ),
            ),
            _ => (code, why),
        };
        let mut finding = self.finding(code, claim, Some(entry), why);
        let wrong = matches!(code, Code::Stale | Code::Mismatch);
        // Beyond "at least 12" the draft may know more than the sheet: that is for a person to say.
        let loose = fit == Fit::Vague || fit == Fit::Loose && entry.amount.best.is_some();
        if !denied && twin.is_none() && (wrong || loose) {
            finding.edit = number::of_entry(self.view, claim, entry);
            if let Some(objection) = self.objection(claim, at).filter(|_| finding.edit.is_some()) {
                finding.edit = None;
                finding.why.push_str("; nothing is suggested: ");
                finding.why.push_str(&objection);
            }
        }
        finding
    }

    /// Why the number of an entry is not to be written into the draft: it is of another place.
    fn objection(&self, claim: usize, entry: usize) -> Option<String> {
        let mut records = self.view.input.records.iter();
        let agreed = records.find(|it| it.article == self.n_drafts + entry)?;
        alike::of_other_place(self.view.record(claim), agreed)
    }

    /// A number that does not fit: an older one, a loose one, or a wrong one.
    fn apart(&self, claim: usize, entry: &Entry, fit: Fit) -> (Code, String) {
        let record = self.view.record(claim);
        let value = &record.claim.value;
        let is_former = |it: &Interval| fit::of(value, it) <= Fit::Rounding;
        let former = entry
            .former
            .iter()
            .find(|it| is_former(&it.amount.interval()));
        let is_before = earlier::is_before(record, entry.as_of);
        let of = |day: Option<Date>| {
            day.map_or_else(String::new, |it| format!(" as of {}", report::day(it)))
        };
        let now = format!("the sheet has {}{}", entry.amount.words(), of(entry.as_of));
        if former.is_some() && (earlier::is_said(record) || is_before) {
            return (Code::Ok, "an earlier number, and said to be one".to_owned());
        }
        if let Some(former) = former {
            let was = format!(
                "{} was the number{}",
                former.amount.words(),
                of(former.as_of)
            );
            return (Code::Stale, format!("{was}; {now}"));
        }
        if is_before {
            return (Code::Stale, format!("it speaks of an earlier day; {now}"));
        }
        if fit == Fit::Loose {
            return (
                Code::Wording,
                format!("true as worded, and not what was agreed on: {now}"),
            );
        }
        let slip = value
            .number
            .zip(entry.amount.best)
            .and_then(|(a, b)| fit::slip(a, b));
        let slip = slip.map_or_else(String::new, |it| format!("; {it}"));
        (Code::Mismatch, format!("{now}{slip}"))
    }
}
