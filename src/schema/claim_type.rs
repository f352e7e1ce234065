//! A claim type, checked and ready to use: what the YAML file of that name says.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::reject::Reject;
use super::{Frame, Lent};
use crate::decimal::Decimal;

/// What is counted, in which words, and how two counts compare.
#[derive(Clone, Debug)]
pub struct ClaimType {
    /// The file's stem: `deaths`.
    pub name: String,
    /// For tables: "Deaths".
    pub label: String,
    /// One sentence: what it counts and what not.
    pub about: String,
    /// Unit of every value: `person`, `day`, `item`.
    pub unit: String,
    /// Which numbers qualify.
    pub value: ValueRule,
    /// Noun classes, roles or ages of `lexicon/nouns.yaml` that may be counted; empty: any.
    pub counted: Vec<String>,
    /// Roles and ages that everyone counted has: "251 hostages" taken are no part of those taken.
    pub everyone: Vec<String>,
    /// Other types, by name, whose people this one counts too: "five others were shot" leaves out those killed.
    pub includes: Vec<String>,
    /// The one of these that a count is of where the text tells of none of the others.
    pub taken_for: Option<String>,
    /// Kinds of events that it comes of; empty: any.
    pub comes_of: Vec<Lent>,
    /// Words that name the type.
    pub triggers: Vec<Trigger>,
    /// Never compared with each other: taken, held, released, dead.
    pub aspects: Vec<Aspect>,
    /// The first rule that applies gives the basis.
    pub basis: Vec<BasisRule>,
    /// Regular expressions over the sentence with the number replaced by `Q`, lower case: a match refuses the claim.
    pub reject: Vec<Reject>,
    /// Slots that must be equal or compatible within one figure.
    pub key: Vec<KeySlot>,
    /// How two values compare.
    pub compare: CompareRule,
    /// Checks between aspects: `dead <= held`.
    pub arithmetic: Vec<Arithmetic>,
}

/// Which numbers qualify as values of a claim type.
#[derive(Clone, Debug)]
pub struct ValueRule {
    /// The kind of quantity.
    pub kind: ValueKind,
    /// Smallest possible value.
    pub min: Decimal,
    /// Largest possible value.
    pub max: Decimal,
    /// For durations and measures: how many of the type's unit one written unit is, at least and at most
    /// (`month: [28, 31]` in days).
    pub units: BTreeMap<String, (Decimal, Decimal)>,
}

/// The kind of quantity a claim type takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// Plain counts.
    Count,
    /// Counts, or shares of a base ("most of its 2.3 million").
    CountOrShare,
    /// Lengths of time.
    Duration,
    /// Counts or ordinals ("11th visit").
    CountOrOrdinal,
    /// Amounts of money.
    Money,
    /// Percentages.
    Percent,
    /// Numbers with a physical unit, or scale values (magnitude).
    Measure,
}

impl ValueKind {
    /// True for numbers that count nothing: money, percentages, measures.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Money | Self::Percent | Self::Measure)
    }
}

/// A word that names the claim type, with the shapes it takes part in.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Unique within the type.
    pub id: String,
    /// Part of speech: how the words are inflected and matched.
    pub part: Part,
    /// Lemmas (verb, noun), words (adj) or phrases with `(a|b)` and `(a)?` groups already expanded.
    pub words: Vec<Lent>,
    /// Shapes it takes part in.
    pub frames: Vec<Frame>,
    /// Phrases of which one must stand in the clause; empty: none needed.
    pub need_cue: Vec<Lent>,
    /// Phrases of which one must follow number and trigger within a few words: "took 12 villagers *hostage*"; empty: none
    /// needed.
    pub then_cue: Vec<Lent>,
    /// Phrases of which one must stand right before the number: "beat Hall *by* 312 votes". The number is then what one is
    /// ahead of another by, and its agent the one who is ahead. Empty: none needed.
    pub before_cue: Vec<Lent>,
    /// It counts some of those whom the type counts: of the injured, the ones in one hospital or in danger.
    pub some: bool,
    /// Phrases of which none may stand in the clause.
    pub never_cue: Vec<Lent>,
    /// Phrases of which one must stand in the article's opening, the sentence or those before it; empty: none needed.
    pub topic: Vec<Lent>,
    /// Phrases of which none may stand there.
    pub never_topic: Vec<Lent>,
    /// It counts some of those whom the sentence before counts, and takes its type from there.
    pub of_before: bool,
    /// The number stands without a noun.
    pub bare: bool,
    /// Most tokens between number and trigger; `None`: the frame's own limit.
    pub within: Option<usize>,
    /// The aspect it gives.
    pub aspect: Option<usize>,
    /// The aspect of which its count is a part: it holds only beside a claim of that aspect ("130 hostages, of whom 24
    /// are dead").
    pub of: Option<usize>,
    /// Noun classes, roles or ages it counts, where these differ from the type's.
    pub counted: Option<Vec<String>>,
}

/// Part of speech of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A verb by its lemma; all its forms are matched, passive and active told apart.
    Verb,
    /// A noun by its singular; the plural is matched too.
    Noun,
    /// An adjective or participle used as one, as written.
    Adj,
    /// A fixed phrase, as written, with `(a|b)` and `(a)?`; a verb lemma in it may be written `<take>`.
    Phrase,
}

/// One of several figures that a type keeps apart.
#[derive(Clone, Debug)]
pub struct Aspect {
    /// `held`.
    pub name: String,
    /// "Hostages held".
    pub label: String,
    /// Its basis, where the rules of the type do not say otherwise.
    pub basis: Option<Basis>,
    /// How its values compare, where that differs from the type's.
    pub compare: Option<CompareRule>,
}

/// When a claim has which basis.
#[derive(Clone, Debug)]
pub struct BasisRule {
    /// Phrases of which one must stand in the clause (or sentence); empty: no condition.
    pub cue: Arc<[Lent]>,
    /// Phrases of which one must stand in the sentence, too; empty: no condition.
    pub with_cue: Arc<[Lent]>,
    /// The cue has to be of the trigger's own words.
    pub of_trigger: bool,
    /// The aspect it holds for, before that aspect's own basis; `None`: those without a basis.
    pub aspect: Option<usize>,
    /// Event kinds of which the claim's event must be one; empty: no condition.
    pub event: Vec<Lent>,
    /// Frames of which the claim's must be one; empty: no condition.
    pub frame: Vec<Frame>,
    /// The least count it holds for; `None`: any.
    pub least: Option<Decimal>,
    /// The basis it gives.
    pub then: Basis,
}

/// What a count spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// One event or one day's count.
    Incident,
    /// The toll so far.
    Cumulative,
    /// Held at this moment.
    Stock,
    /// Per day, per hour.
    Rate,
}

impl Basis {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Cumulative => "cumulative",
            Self::Stock => "stock",
            Self::Rate => "rate",
        }
    }
}

/// A slot of the key under which claims answer the same question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeySlot {
    /// Same event.
    Event,
    /// Same place; an unknown place stays comparable.
    Place,
    /// Same place; while it is unknown there is no comparison.
    PlaceRequired,
    /// Same counted group.
    Who,
    /// Same basis.
    Basis,
    /// Whose doing it is: the name before the number in its clause. First in a key, it alone ties claims together.
    Agent,
}

/// How two values of one figure compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRule {
    /// What time does to the figure.
    pub time: OverTime,
    /// Dates closer than this are one moment, in days.
    pub window_days: i32,
    /// Relative difference that is still compatible: 0.05 is 5 %.
    pub tolerance: Decimal,
    /// How many times the mean rate so far a cumulative figure may grow (METHOD.md row 11); `None`: no ceiling.
    pub growth: Option<Decimal>,
    /// Some reports count the attacker himself, and some do not.
    pub attacker: bool,
}

/// What time does to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    /// Nothing: the length of a proposed truce.
    Static,
    /// It is counted once, and may grow while its event is fresh: hostages taken.
    Settles,
    /// It grows.
    Cumulative,
    /// It moves both ways.
    Stock,
    /// As its basis says.
    ByBasis,
}

/// A check between two aspects, or sums of aspects, of one type: `held + released <= taken`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arithmetic {
    /// Aspect indices whose values are added on the left.
    pub left: Vec<usize>,
    /// Aspect indices whose values are added on the right.
    pub right: Vec<usize>,
    /// The line as written.
    pub text: String,
}
