//! What a draft says against itself.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Desk;
use super::{Code, Finding};
use crate::compare::{Figure, Verdict};
use crate::report;

/// Numbers of one draft that contradict each other, where the sheet does not say which is right: one remark a figure and
/// draft.
pub(super) fn contradictions(
    desk: &Desk<'_, '_>,
    agreed: &BTreeMap<usize, usize>,
    findings: &mut Vec<Finding>,
) {
    for figure in &desk.view.input.comparison.figures {
        let mut told: BTreeSet<usize> = BTreeSet::new();
        for (a, b) in apart(desk, figure) {
            let article = desk.view.record(a).article;
            let is_plain = |at: usize| desk.is_draft(at) && !agreed.contains_key(&at);
            if !is_plain(a) || !is_plain(b) || !told.insert(article) {
                continue;
            }
            // What is read later is what an editor would change: in a draft the headline is written last.
            let line = |at: usize| report::spot(desk.view, at).line;
            let (first, second) = if line(a) <= line(b) { (a, b) } else { (b, a) };
            let reading = report::Reading::of_claim(desk.view, second);
            let why = format!("line {} has {}", line(second), reading.meaning);
            findings.retain(|it| it.claim != first || it.code != Code::NotInSheet);
            findings.push(desk.finding(Code::Inconsistent, first, None, why));
        }
    }
}

/// Claims of one article that disagree.
fn apart(desk: &Desk<'_, '_>, figure: &Figure) -> Vec<(usize, usize)> {
    let claims = |at: usize| figure.variants.get(at).map_or(&[][..], |it| &it.claims[..]);
    let article = |at: usize| desk.view.record(at).article;
    let disagree = figure
        .pairs
        .iter()
        .filter(|it| it.verdict == Verdict::Disagree);
    disagree
        .flat_map(|pair| {
            let left = claims(pair.a).iter();
            left.flat_map(move |a| claims(pair.b).iter().map(move |b| (*a, *b)))
        })
        .filter(|(a, b)| article(*a) == article(*b))
        .collect()
}
