//! What a count spans, by the rules of its claim type.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Event;
use super::anchor::Anchor;
use super::scene::Scene;
use super::{elapsed, so_far};
use crate::claims::{Claim, Frame};
use crate::decimal::Decimal;
use crate::schema::claim_type::Basis;
use crate::schema::{Lent, Schema};
use crate::text::{NameTable, Vocabulary};

/// The basis rules of all claim types.
#[derive(Clone, Debug, Default)]
pub(super) struct BasisRules {
    /// By claim type.
    types: Vec<TypeRules>,
    /// The cues of all rules: types that extend one file share them.
    cues: Vec<NameTable<()>>,
}

#[derive(Clone, Debug, Default)]
struct TypeRules {
    rules: Vec<Rule>,
    /// By aspect.
    aspects: Vec<Option<Basis>>,
}

#[derive(Clone, Debug)]
struct Rule {
    /// Index into the tables of cues; `None`: no condition.
    cue: Option<usize>,
    /// The same of what must stand beside it.
    with_cue: Option<usize>,
    of_trigger: bool,
    aspect: Option<usize>,
    event: Vec<Lent>,
    frame: Vec<Frame>,
    least: Option<Decimal>,
    then: Basis,
}

impl BasisRules {
    pub(super) fn new<'a>(schema: &'a Schema, vocabulary: &mut Vocabulary) -> Self {
        let mut types = Vec::with_capacity(schema.types.len());
        let mut cues = Vec::new();
        let mut tables = FxHashMap::default();
        for claim_type in schema.types.iter() {
            let mut rules = Vec::with_capacity(claim_type.basis.len());
            for rule in &claim_type.basis {
                let mut table = |phrases: &'a [Lent]| {
                    *tables.entry(phrases).or_insert_with(|| {
                        let mut table = NameTable::with_room(phrases.len());
                        for phrase in phrases {
                            table.insert(vocabulary, phrase, ());
                        }
                        cues.push(table);
                        cues.len() - 1
                    })
                };
                rules.push(Rule {
                    cue: (!rule.cue.is_empty()).then(|| table(&rule.cue)),
                    with_cue: (!rule.with_cue.is_empty()).then(|| table(&rule.with_cue)),
                    of_trigger: rule.of_trigger,
                    aspect: rule.aspect,
                    event: rule.event.clone(),
                    frame: rule.frame.clone(),
                    least: rule.least,
                    then: rule.then,
                });
            }
            let aspects = claim_type.aspects.iter().map(|aspect| aspect.basis);
            types.push(TypeRules {
                rules,
                aspects: aspects.collect(),
            });
        }
        Self { types, cues }
    }

    /// The basis of a claim: of the first rule for its aspect that applies, else of its aspect, else of the first rule
    /// that applies, else one event's.
    pub(super) fn of(
        &self,
        scene: &Scene<'_>,
        claim: &Claim,
        anchor: &Anchor,
        event: Option<&Event>,
    ) -> Basis {
        let Some(rules) = self.types.get(claim.claim_type) else {
            return Basis::Incident;
        };
        let of_aspect = claim
            .aspect
            .and_then(|aspect| rules.aspects.get(aspect).copied().flatten());
        let first = |of: Option<usize>| {
            let mut own = rules.rules.iter().filter(|rule| rule.aspect == of);
            let rule = own.find(|rule| rule.applies(&self.cues, scene, claim, anchor, event))?;
            Some(rule.then)
        };
        let special = claim.aspect.and_then(|aspect| first(Some(aspect)));
        let basis = special
            .or(of_aspect)
            .or_else(|| first(None))
            .unwrap_or(Basis::Incident);
        // "Between 27 June and 18 August, 14 people were killed": over those days, and at no one of them.
        let period = || elapsed::period(scene, &anchor.clause).is_some();
        match basis {
            Basis::Incident if !rules.rules.is_empty() && period() => Basis::Cumulative,
            basis => basis,
        }
    }
}

/// "500 have died since 2029, an average of 60 a year": how often is said of the average, and of nothing before it.
fn up_to_average(scene: &Scene<'_>, anchor: &Anchor, clause: &Range<usize>) -> usize {
    let mut behind = anchor.high..clause.end;
    let average = behind.find(|at| scene.document.token_text(*at) == "average");
    average.unwrap_or(clause.end)
}

/// How many words of a trigger's phrase may stand before and behind the ones it is known by: "still" in hospital,
/// hospitalized.
const BESIDE_TRIGGER: usize = 4;

/// The words of the trigger, and those right beside it.
fn around_trigger(anchor: &Anchor, clause: &Range<usize>) -> Range<usize> {
    let start = anchor.trigger.start.saturating_sub(2).max(clause.start);
    let end = (anchor.trigger.start + BESIDE_TRIGGER)
        .max(anchor.trigger.end)
        .min(clause.end);
    start..end
}

/// False when each of the cues belongs to something else: "killed during last week's clashes".
fn spans(scene: &Scene<'_>, cues: &NameTable<()>, clause: Range<usize>) -> bool {
    let document = scene.document;
    let owns = |after: usize| {
        let next = document.tokens[..clause.end].get(after).map(|_| after);
        next.is_some_and(|at| matches!(document.token_text(at), "'s" | "’s"))
    };
    clause.clone().any(|at| {
        let found = cues.longest_before(&document.tokens, scene.text(), at, clause.end);
        found.is_some_and(|(after, ())| !owns(after))
    })
}

impl Rule {
    fn applies(
        &self,
        tables: &[NameTable<()>],
        scene: &Scene<'_>,
        claim: &Claim,
        anchor: &Anchor,
        event: Option<&Event>,
    ) -> bool {
        let value = &claim.value;
        let many = |least| value.number.or(value.core.low).is_some_and(|n| n >= least);
        let framed = self.frame.is_empty() || self.frame.contains(&claim.frame);
        // What costs least is asked first.
        if !framed || !self.least.is_none_or(many) {
            return false;
        }
        let document = scene.document;
        let mut clause = anchor.clause.start.min(anchor.low)..anchor.clause.end.max(anchor.high);
        if self.then == Basis::Rate {
            clause.end = up_to_average(scene, anchor, &clause);
        }
        let stands = |cue: Option<usize>, range: Range<usize>| {
            cue.is_none_or(|cue| {
                tables[cue].any_in(&document.tokens, scene.text(), range.clone())
                    && spans(scene, &tables[cue], range)
            })
        };
        let range = if self.of_trigger {
            around_trigger(anchor, &clause)
        } else {
            clause
        };
        let cued = stands(self.cue, range) && stands(self.with_cue, anchor.sentence.clone());
        let of_kind = self.event.is_empty()
            || event.is_some_and(|event| {
                self.event.iter().any(|kind| *kind == event.kind)
                    && so_far::counts_on(scene, anchor, event)
            });
        cued && of_kind
    }
}
