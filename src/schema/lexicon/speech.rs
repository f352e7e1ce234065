//! `lexicon/speech.yaml`: speech verbs, words for speakers, and families of sources.

use serde::Deserialize;

use crate::schema::Lent;

/// Who says so, in which words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speech {
    /// What the file is for.
    pub about: String,
    /// Verbs of saying by stance.
    pub verbs: Vec<SpeechVerbs>,
    /// Of these, forms that are no participles: who stands before one is its subject, "a doctor said".
    pub finite: Vec<Lent>,
    /// Phrases before a source: "according to".
    pub according: Vec<Lent>,
    /// Phrases before a source that is not taken at its word.
    pub according_claimed: Vec<Lent>,
    /// Words that make a phrase a speaker: "officials".
    pub speakers: Vec<Lent>,
    /// Agencies and monitors that stand at the head or end of a line, where no word says that they speak.
    pub agencies: Vec<Lent>,
    /// "alleged": says of the noun behind it that others do not vouch for it.
    pub described: Vec<Lent>,
    /// What is claimed as one's own and not said to be so: "claimed responsibility", "claimed a suicide attack".
    pub deeds: Vec<Lent>,
    /// One name for all the ways to name a source.
    pub families: Vec<Family>,
}

/// Verbs of saying of one stance.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeechVerbs {
    /// confirmed, claimed or denied.
    pub stance: String,
    /// Forms as written.
    pub words: Vec<Lent>,
}

/// A source under all its names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable name: `gaza-health-ministry`.
    pub family: String,
    /// Phrases with groups `(a|b)` and optional `(a)?`.
    pub phrases: Vec<Lent>,
}
