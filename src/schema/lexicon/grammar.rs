//! `lexicon/grammar.yaml` and `lexicon/modality.yaml`: closed word classes, and cues of denial, possibility and plan.

use serde::Deserialize;

use crate::schema::Lent;

/// Function words and common verbs by their part in a clause. Verbs are lemmas; all else is as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "each field is the class it names; the file says what is in it"
)]
pub struct Grammar {
    pub about: String,
    pub be: Vec<Lent>,
    pub have: Vec<Lent>,
    pub get: Vec<Lent>,
    pub modal: Vec<Lent>,
    #[serde(rename = "do")]
    pub do_: Vec<Lent>,
    pub negation: Vec<Lent>,
    pub determiner: Vec<Lent>,
    /// Of these, what tells of a group that is there, or known.
    pub definite: Vec<Lent>,
    /// Who is told by what they belong to: "members of the border guard".
    pub members: Vec<Lent>,
    /// Verbs for what one does to one's own: "the group lost 12 members".
    pub loses: Vec<Lent>,
    /// Bodies of those who fight: "army".
    pub armies: Vec<Lent>,
    /// Adjectives that say nothing of who is counted: "15 different people".
    pub filler: Vec<Lent>,
    pub preposition: Vec<Lent>,
    /// Prepositions of the place or time of one member of a list: "two died in Harsk and five in Linden".
    pub adjunct: Vec<Lent>,
    /// Where people are kept, whatever befell them.
    pub kept_in: Vec<Lent>,
    /// Who is counted beside the dead and not with them.
    pub unharmed: Vec<Lent>,
    pub conjunction: Vec<Lent>,
    pub contrast: Vec<Lent>,
    pub subordinator: Vec<Lent>,
    pub relative: Vec<Lent>,
    pub inclusion: Vec<Lent>,
    pub pronoun: Vec<Lent>,
    /// Pronouns that are subjects: no number stands for the subject of their verb.
    pub nominative: Vec<Lent>,
    pub other: Vec<Lent>,
    pub adverb: Vec<Lent>,
    /// Participles that stand between "be" and what is the case: "were believed dead".
    pub linking: Vec<Lent>,
    /// "a group of 12 people" is 12 people.
    pub collective: Vec<Lent>,
    /// Verbs of what a blow leaves behind: "leaving 12 dead".
    pub leaves: Vec<Lent>,
    /// Behind the name of a place and part of it.
    pub areas: Vec<Lent>,
    /// Those who belong to somebody: "the brothers of three strikers" are not three.
    pub kin: Vec<Lent>,
    /// Words between a toll and its level: "stands at 40", "between 20 and 30".
    pub to_level: Vec<Lent>,
    /// What is published of the dead one by one: "the names of three victims".
    pub roll: Vec<Lent>,
    /// How badly somebody is hurt: "2,000 were hurt, 168 critically".
    pub manner: Vec<Lent>,
    /// Words between an auxiliary and its verb that take up the subject: "were both killed".
    pub floating: Vec<Lent>,
    /// Of the verbs of level, those by which a count has just grown.
    pub rises: Vec<Lent>,
    /// Verbs whose base and third forms are as often nouns.
    pub noun_verbs: Vec<Lent>,
    /// Phrases that join members of a list.
    pub joiners: Vec<Lent>,
    /// Nouns for people that as often describe the noun behind them: "an official note".
    pub adjectival: Vec<Lent>,
    /// What tells of one more, with a noun or without: "and another wounded".
    pub another: Vec<Lent>,
    /// Who has as many children as are told behind "of": "father of five".
    pub parents: Vec<Lent>,
    /// Phrases before a number that does not hold: "28 people, and not 32, died".
    pub against: Vec<Lent>,
    /// Phrases that open who is left out of "nobody".
    pub except: Vec<Lent>,
    pub verbs: Vec<Lent>,
    pub level: Vec<Lent>,
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
    pub before: Vec<Lent>,
    /// Phrases that stand after it.
    pub after: Vec<Lent>,
}
