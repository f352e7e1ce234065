//! Remarks on an entry that are made once in a draft, however often its number stands there.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Desk;
use super::repair;
use super::{Code, Finding};
use crate::report;
use crate::review::sheet::Attribution;
use crate::text::Zone;

impl Desk<'_, '_> {
    /// One remark where nobody in the draft is named for a figure that needs it: at its first mention in the body.
    pub(super) fn attribution(&self, at: usize, claims: &[usize]) -> Vec<Finding> {
        let entry = &self.entries[at];
        if entry.attribution == Attribution::Optional {
            return Vec::new();
        }
        let articles: BTreeSet<usize> = claims
            .iter()
            .map(|at| self.view.record(*at).article)
            .collect();
        let mut found = Vec::new();
        for article in articles {
            let own = claims.iter().copied().filter(|at| {
                let zone = self.view.setting(*at).zone;
                self.view.record(*at).article == article && zone != Zone::Headline
            });
            let own: Vec<usize> = own.collect();
            let is_named = |at: &usize| {
                self.view.record(*at).source.text.is_some()
                    || repair::names(self.view, *at, &entry.source)
            };
            let Some(first) = own.first().filter(|_| !own.iter().any(is_named)) else {
                continue;
            };
            let why = format!("say who says so: {}", entry.source);
            let mut finding = self.finding(Code::AttributionMissing, *first, Some(entry), why);
            finding.edit = repair::attribution(self.view, *first, &entry.source);
            found.push(finding);
        }
        found
    }

    /// One remark in each draft where an entry is past its day.
    pub(super) fn expiry(&self, at: usize, claims: &[usize]) -> Vec<Finding> {
        let entry = &self.entries[at];
        let Some(until) = entry.valid_until.filter(|until| *until < self.today) else {
            return Vec::new();
        };
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for claim in claims {
            let article = self.view.record(*claim).article;
            first.entry(article).or_insert(*claim);
        }
        let until = report::day(until);
        let why = format!("the sheet's number was valid to {until}: agree on it anew");
        let remark = |claim: usize| self.finding(Code::Expired, claim, Some(entry), why.clone());
        first.into_values().map(remark).collect()
    }
}
