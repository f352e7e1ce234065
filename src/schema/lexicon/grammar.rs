//! `lexicon/grammar.yaml` and `lexicon/modality.yaml`: closed word classes, and cues of denial, possibility and plan.

use serde::Deserialize;

/// Function words and common verbs by their part in a clause. Verbs are lemmas; all else is as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "each field is the class it names; the file says what is in it"
)]
pub struct Grammar {
    pub about: String,
    pub be: Vec<String>,
    pub have: Vec<String>,
    pub get: Vec<String>,
    pub modal: Vec<String>,
    #[serde(rename = "do")]
    pub do_: Vec<String>,
    pub negation: Vec<String>,
    pub determiner: Vec<String>,
    /// Of these, what tells of a group that is there, or known.
    pub definite: Vec<String>,
    /// Who is told by what they belong to: "members of the border guard".
    pub members: Vec<String>,
    pub preposition: Vec<String>,
    /// Prepositions of the place or time of one member of a list: "two died in Harsk and five in Linden".
    pub adjunct: Vec<String>,
    /// Where people are kept, whatever befell them.
    pub kept_in: Vec<String>,
    /// Who is counted beside the dead and not with them.
    pub unharmed: Vec<String>,
    pub conjunction: Vec<String>,
    pub contrast: Vec<String>,
    pub subordinator: Vec<String>,
    pub relative: Vec<String>,
    pub inclusion: Vec<String>,
    pub pronoun: Vec<String>,
    /// Pronouns that are subjects: no number stands for the subject of their verb.
    pub nominative: Vec<String>,
    pub other: Vec<String>,
    pub adverb: Vec<String>,
    /// Participles that stand between "be" and what is the case: "were believed dead".
    pub linking: Vec<String>,
    /// "a group of 12 people" is 12 people.
    pub collective: Vec<String>,
    /// Verbs of what a blow leaves behind: "leaving 12 dead".
    pub leaves: Vec<String>,
    /// Behind the name of a place and part of it.
    pub areas: Vec<String>,
    /// Those who belong to somebody: "the brothers of three strikers" are not three.
    pub kin: Vec<String>,
    /// Words between a toll and its level: "stands at 40", "between 20 and 30".
    pub to_level: Vec<String>,
    /// What is published of the dead one by one: "the names of three victims".
    pub roll: Vec<String>,
    /// Words between an auxiliary and its verb that take up the subject: "were both killed".
    pub floating: Vec<String>,
    /// Of the verbs of level, those by which a count has just grown.
    pub rises: Vec<String>,
    /// Verbs whose base and third forms are as often nouns.
    pub noun_verbs: Vec<String>,
    /// Phrases that join members of a list.
    pub joiners: Vec<String>,
    /// Nouns for people that as often describe the noun behind them: "an official note".
    pub adjectival: Vec<String>,
    /// What tells of one more, with a noun or without: "and another wounded".
    pub another: Vec<String>,
    /// Who has as many children as are told behind "of": "father of five".
    pub parents: Vec<String>,
    /// Phrases before a number that does not hold: "28 people, and not 32, died".
    pub against: Vec<String>,
    /// Phrases that open who is left out of "nobody".
    pub except: Vec<String>,
    pub verbs: Vec<String>,
    pub level: Vec<String>,
}

/// Cues in the clause of a trigger.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modality {
    /// What the file is for.
    pub about: String,
    /// The claim is denied.
    pub denied: Cues,
    /// It may be so.
    pub possible: Cues,
    /// It is to be so.
    pub planned: Cues,
    /// It was said before and no longer holds.
    pub earlier: Cues,
    /// The sentence corrects what was said before.
    pub revised: Cues,
    /// What somebody is reported to have said is refuted: nouns before its "that", and what is said of them behind it.
    pub refuted: Cues,
    /// What stands behind these has happened, whatever is planned before them: "tried for the murder of".
    pub given: Cues,
    /// Phrases that hold words of the lists above and say nothing: "believed to be".
    pub plain: Cues,
}

/// Phrases before or after the trigger.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cues {
    /// Phrases that stand before the trigger, in its clause.
    pub before: Vec<String>,
    /// Phrases that stand after it.
    pub after: Vec<String>,
}
