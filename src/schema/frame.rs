//! The closed set of clause shapes that tie a number to a trigger.

use serde::{Deserialize, Serialize};

/// A clause shape. Q is the quantity with its noun, T the trigger, BE a chain of auxiliaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Q BE T: "18 people, including four children, were killed"
    Passive,
    /// T Q: "killed 40 fighters"
    Active,
    /// and Q T-participle: "and over 91,700 injured"
    Elliptic,
    /// Q T-intransitive: "tens of thousands of people have fled"
    Subject,
    /// Q who/that BE T: "100,000 people who were displaced"
    Relative,
    /// Q T-noun: "some 1,200 deaths"
    QNoun,
    /// T-noun of Q: "the loss of life of 23,000 people"
    NounOf,
    /// T verb-of-level Q: "the death toll rose to 52,418"
    Toll,
    /// T-noun BE put/estimated at Q: "deaths are estimated at 200,000"
    Estimated,
    /// Q T-adjective: "at least 7 dead"
    QAdj,
    /// Q BE T-adjective: "24 are dead"
    Copula,
    /// left/leaves Q T-adjective: "left 12 wounded"
    Left,
    /// T-noun … Q: "hostages in Gaza, at the moment more than 130"
    NounThenQ,
    /// X, Y and Z BE T: "75 officers and a policeman were killed"
    Coord,
    /// including Q: a part of the claim before it
    Incl,
    /// Q-duration T: "21-day ceasefire"
    DurNoun,
    /// T of Q: "a truce of three weeks"
    NounOfDur,
    /// T lasting/for Q: "a ceasefire lasting 60 days"
    NounLastDur,
    /// T: Q in a list or headline: "Dead: 192"
    Label,
    /// Q-ordinal T: "his 11th visit"
    OrdinalNoun,
}

impl Frame {
    /// Every frame, in the order of the documentation.
    pub const ALL: [Self; 20] = [
        Self::Passive,
        Self::Active,
        Self::Elliptic,
        Self::Subject,
        Self::Relative,
        Self::QNoun,
        Self::NounOf,
        Self::Toll,
        Self::Estimated,
        Self::QAdj,
        Self::Copula,
        Self::Left,
        Self::NounThenQ,
        Self::Coord,
        Self::Incl,
        Self::DurNoun,
        Self::NounOfDur,
        Self::NounLastDur,
        Self::Label,
        Self::OrdinalNoun,
    ];

    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passive => "passive",
            Self::Active => "active",
            Self::Elliptic => "elliptic",
            Self::Subject => "subject",
            Self::Relative => "relative",
            Self::QNoun => "q_noun",
            Self::NounOf => "noun_of",
            Self::Toll => "toll",
            Self::Estimated => "estimated",
            Self::QAdj => "q_adj",
            Self::Copula => "copula",
            Self::Left => "left",
            Self::NounThenQ => "noun_then_q",
            Self::Coord => "coord",
            Self::Incl => "incl",
            Self::DurNoun => "dur_noun",
            Self::NounOfDur => "noun_of_dur",
            Self::NounLastDur => "noun_last_dur",
            Self::Label => "label",
            Self::OrdinalNoun => "ordinal_noun",
        }
    }
}
