//! A claim type as its file writes it. Nothing is checked here but the shape; see [`compile`](super::compile).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use super::amount::{Amount, UnitSize};
use super::claim_type::{Basis, KeySlot, OverTime, ValueKind};
use super::{Frame, Lent};

/// `schemas/<type>.yaml`. A missing key is taken from the file it extends, then from the default.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "claim type", extend("required" = ["type"])))]
#[serde(deny_unknown_fields, default)]
pub struct ClaimFile {
    /// The name: equal to the file's stem.
    #[serde(rename = "type")]
    pub name: String,
    /// For tables.
    pub label: Option<String>,
    /// What it counts and what not.
    pub about: Option<String>,
    /// The file whose keys hold where this one has none.
    pub extends: Option<String>,
    /// The unit of every value.
    pub unit: Option<String>,
    /// Which numbers qualify.
    pub value: ValueFile,
    /// Noun classes that may be counted.
    pub counted: Option<Vec<String>>,
    /// Roles and ages that everyone counted has, so that naming them names no part.
    pub everyone: Option<Vec<String>>,
    /// Other types whose people this one counts too: those killed among those shot.
    pub includes: Option<Vec<String>>,
    /// The one of these that a count is of where the text tells of none of the others: those shot, of whom none died, are
    /// the injured.
    pub taken_for: Option<String>,
    /// Kinds of events that it comes of: an article's own event of another kind is not taken for that of the count.
    pub comes_of: Option<Vec<Lent>>,
    /// Words that name the type; those of the extended file come after.
    pub triggers: Vec<TriggerFile>,
    /// Figures that the type keeps apart.
    pub aspects: Option<Vec<AspectFile>>,
    /// The first that applies gives the basis; those of the extended file come after.
    pub basis: Vec<BasisFile>,
    /// Regular expressions that refuse a claim; those of the extended file come after.
    pub reject: Vec<String>,
    /// Slots that must agree within one figure.
    pub key: Option<Vec<KeySlot>>,
    /// How two values compare.
    pub compare: CompareFile,
    /// Checks between aspects.
    pub arithmetic: Option<Vec<String>>,
    /// What slots mean for this type, for readers of the file.
    pub slots: Option<BTreeMap<String, String>>,
    /// Sentences that hold the file to its word.
    pub tests: TestsFile,
}

/// `value:`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ValueFile {
    /// The kind of quantity.
    pub kind: Option<ValueKind>,
    /// Smallest possible value.
    pub min: Option<Amount>,
    /// Largest possible value.
    pub max: Option<Amount>,
    /// Written units in the type's unit.
    pub units: Option<BTreeMap<String, UnitSize>>,
}

/// One of `triggers:`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TriggerFile {
    /// Unique within the type.
    pub id: String,
    /// Verb lemmas.
    pub verb: Option<Vec<Lent>>,
    /// Noun singulars.
    pub noun: Option<Vec<Lent>>,
    /// Adjectives as written.
    pub adj: Option<Vec<Lent>>,
    /// Phrases as written.
    pub phrase: Option<Vec<Lent>>,
    /// Shapes it takes part in.
    pub frames: Vec<Frame>,
    /// Phrases of which one must stand in the clause.
    pub need_cue: Vec<Lent>,
    /// Phrases of which one must follow number and trigger.
    pub then_cue: Vec<Lent>,
    /// Phrases of which one must stand right before the number, which is what somebody is ahead of another by.
    pub before_cue: Vec<Lent>,
    /// It counts some of those whom the type counts: the ones in one hospital, the ones in danger.
    pub some: bool,
    /// Phrases of which none may stand in the clause.
    pub never_cue: Vec<Lent>,
    /// Phrases of which one must stand in the article's opening, the sentence or those before it.
    pub topic: Vec<Lent>,
    /// Phrases of which none may stand there.
    pub never_topic: Vec<Lent>,
    /// It counts some of those whom the sentence before counts: "among them were three firefighters".
    pub of_before: bool,
    /// The number stands without a noun: "the commissioner gave 83".
    pub bare: bool,
    /// Most tokens between number and trigger.
    pub within: Option<usize>,
    /// The aspect it gives.
    pub aspect: Option<String>,
    /// The aspect of which its count is a part.
    pub of: Option<String>,
    /// Noun classes it counts.
    pub counted: Option<Vec<String>>,
}

/// One of `aspects:`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AspectFile {
    /// Unique within the type.
    pub name: String,
    /// For tables; without it the type's label and the name.
    pub label: Option<String>,
    /// Its basis.
    pub basis: Option<Basis>,
    /// How its values compare, where that differs from the type's.
    pub compare: Option<CompareFile>,
}

/// One of `basis:`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BasisFile {
    /// Phrases of which one must stand in the clause.
    // Shared by the types that extend the file.
    #[serde(default, deserialize_with = "shared")]
    #[cfg_attr(test, schemars(with = "Vec<Lent>", extend("default" = [])))]
    pub cue: Arc<[Lent]>,
    /// Phrases of which one must stand in the sentence, too: "the siege of" Harsk "has killed".
    #[serde(default, deserialize_with = "shared")]
    #[cfg_attr(test, schemars(with = "Vec<Lent>", extend("default" = [])))]
    pub with_cue: Arc<[Lent]>,
    /// The cue has to be of the trigger's own words: of "two remain in hospital and one was released" the two do.
    #[serde(default)]
    pub of_trigger: bool,
    /// The aspect it holds for, before that aspect's own basis; none: those without a basis.
    #[serde(default)]
    pub aspect: Option<String>,
    /// Event kinds of which the event must be one.
    #[serde(default)]
    pub event: Vec<Lent>,
    /// Frames of which the claim's must be one.
    #[serde(default)]
    pub frame: Vec<Frame>,
    /// The least count it holds for: hundreds that "have been killed" were not killed at once.
    #[serde(default)]
    pub least: Option<Amount>,
    /// The basis it gives.
    pub then: Basis,
}

/// `compare:`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CompareFile {
    /// What time does to the figure.
    pub time: Option<OverTime>,
    /// Dates closer than this are one moment, in days.
    pub window_days: Option<u16>,
    /// Relative difference that is still compatible.
    pub tolerance: Option<Amount>,
    /// How many times the mean rate so far the figure may grow.
    pub growth: Option<Amount>,
    /// Some reports count the attacker himself, and some do not.
    pub attacker: Option<bool>,
}

/// `tests:`
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TestsFile {
    /// Sentences that state the figure.
    pub say: Vec<SayFile>,
    /// Sentences that do not.
    pub never: Vec<Lent>,
}

/// One of `tests.say:`; what is left out is not checked.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SayFile {
    /// The sentence.
    pub text: String,
    /// The number in the type's unit.
    pub number: Option<Amount>,
    /// How the number is hedged.
    #[cfg_attr(test, schemars(with = "Option<super::wording::Operator>"))]
    pub operator: Option<String>,
    /// The aspect's name.
    pub aspect: Option<String>,
    /// The basis.
    pub basis: Option<Basis>,
}

fn shared<'de, D: Deserializer<'de>>(list: D) -> Result<Arc<[Lent]>, D::Error> {
    Vec::deserialize(list).map(Arc::from)
}

impl ClaimFile {
    /// This file with the keys of `parent` where it has none. Triggers, rejects and basis rules of both hold, this
    /// file's first; a trigger with an id of this file is left out of the parent's.
    #[must_use]
    pub fn over(mut self, parent: &Self) -> Self {
        let n_own = self.triggers.len();
        for trigger in &parent.triggers {
            if self.triggers[..n_own]
                .iter()
                .all(|own| own.id != trigger.id)
            {
                self.triggers.push(trigger.clone());
            }
        }
        self.basis.extend_from_slice(&parent.basis);
        self.reject.extend_from_slice(&parent.reject);
        Self {
            label: self.label.or_else(|| parent.label.clone()),
            about: self.about.or_else(|| parent.about.clone()),
            extends: parent.extends.clone(),
            unit: self.unit.or_else(|| parent.unit.clone()),
            value: self.value.over(&parent.value),
            counted: self.counted.or_else(|| parent.counted.clone()),
            everyone: self.everyone.or_else(|| parent.everyone.clone()),
            includes: self.includes.or_else(|| parent.includes.clone()),
            taken_for: self.taken_for.or_else(|| parent.taken_for.clone()),
            comes_of: self.comes_of.or_else(|| parent.comes_of.clone()),
            aspects: self.aspects.or_else(|| parent.aspects.clone()),
            key: self.key.or_else(|| parent.key.clone()),
            compare: self.compare.over(&parent.compare),
            arithmetic: self.arithmetic.or_else(|| parent.arithmetic.clone()),
            slots: self.slots.or_else(|| parent.slots.clone()),
            ..self
        }
    }
}

impl ValueFile {
    fn over(self, parent: &Self) -> Self {
        Self {
            kind: self.kind.or(parent.kind),
            min: self.min.or(parent.min),
            max: self.max.or(parent.max),
            units: self.units.or_else(|| parent.units.clone()),
        }
    }
}

impl CompareFile {
    /// These rules with those of `parent` where a key is missing.
    #[must_use]
    pub fn over(self, parent: &Self) -> Self {
        Self {
            time: self.time.or(parent.time),
            window_days: self.window_days.or(parent.window_days),
            tolerance: self.tolerance.or(parent.tolerance),
            growth: self.growth.or(parent.growth),
            attacker: self.attacker.or(parent.attacker),
        }
    }
}
