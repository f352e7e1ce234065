//! Closed word classes that attachment rests on, as one bit each per word.

use crate::schema::{Lent, Lexicon};
use crate::text::{Token, Vocabulary, WordId};

/// A set of word classes.
pub(super) type Class = u64;

/// "in", "near", "against", "struck": puts what happens into a place.
pub(super) const PREPOSITION: Class = 1;
/// Of these, "in", "near", "at": says where something is.
pub(super) const LOCATIVE: Class = 1 << 1;
/// "southern", "Strip"
pub(super) const REGION: Class = 1 << 2;
/// "University"
pub(super) const ORGANISATION: Class = 1 << 3;
/// "Ms."
pub(super) const TITLE: Class = 1 << 4;
/// "which"
pub(super) const RELATIVE: Class = 1 << 5;
/// "while"
pub(super) const BREAK: Class = 1 << 6;
/// "said"
pub(super) const CONFIRMS: Class = 1 << 7;
/// "claimed"
pub(super) const CLAIMS: Class = 1 << 8;
/// "denied"
pub(super) const DENIES: Class = 1 << 9;
/// "officials"
pub(super) const SPEAKER: Class = 1 << 10;
/// Month and weekday names: capitalised, but neither places nor persons.
pub(super) const CALENDAR: Class = 1 << 11;
/// "the", "its"
pub(super) const DETERMINER: Class = 1 << 12;
/// "was"
pub(super) const BE: Class = 1 << 13;
/// "also", "has"
pub(super) const ADVERB: Class = 1 << 14;
/// "in", "near": what stands right after it, capitalised, is a place even when no list has it.
pub(super) const AT_NAME: Class = 1 << 15;
/// "Avenue", "Stadium": ends the name of a spot within a town.
pub(super) const VENUE: Class = 1 << 16;
/// "police": a town's name before it tells whose they are.
pub(super) const AUTHORITY: Class = 1 << 17;
/// "Congress", "God": capitalised after "in", but no place.
pub(super) const NO_PLACE: Class = 1 << 18;
/// "de": joins the words of a place's name.
pub(super) const JOINT: Class = 1 << 19;
/// "it": capitalised at the head of a sentence, and no name.
pub(super) const PRONOUN: Class = 1 << 20;
/// "arraigned": what follows an event, on a day of its own.
pub(super) const AFTERMATH: Class = 1 << 21;
/// "twin": more than one event.
pub(super) const SEVERAL: Class = 1 << 22;
/// "over": parts the day of another verb from the event after it.
pub(super) const APART: Class = 1 << 23;
/// "bombardment": goes on for days.
pub(super) const LASTING: Class = 1 << 24;
/// "hit", "rocked": what an event does to a place.
pub(super) const STRUCK: Class = 1 << 25;
/// "towns": several places without a name.
pub(super) const SPREAD: Class = 1 << 26;
/// "neighborhoods": parts of the place behind "of".
pub(super) const PARTS: Class = 1 << 56;
/// "three", "several": how many such places.
pub(super) const SPREAD_COUNT: Class = 1 << 27;
/// "second", "simultaneous": tells of another event than the one before.
pub(super) const ANOTHER: Class = 1 << 28;
/// "charged": the event lies behind.
pub(super) const LATER: Class = 1 << 29;
/// "Center": behind "Hurricane", and no name of it.
pub(super) const NO_NAME: Class = 1 << 30;
/// "it", "incident": what happens.
pub(super) const HAPPENING: Class = 1 << 31;
/// "officers": who is called to it.
pub(super) const RESPONDER: Class = 1 << 32;
/// "election", "outbreak": a country's own.
pub(super) const OWNED: Class = 1 << 33;
/// "recorded": what a country has so many of.
pub(super) const RECORDS: Class = 1 << 34;
/// "the", "these": what has been told before.
pub(super) const DEFINITE: Class = 1 << 35;
/// "entered", "stormed": what stands right after it, put into a province, is a place.
pub(super) const ENTERED: Class = 1 << 36;
/// "town": behind the name of one.
pub(super) const SETTLEMENT: Class = 1 << 52;
/// "dropped", "fired": how a deed is done.
pub(super) const FIRED: Class = 1 << 53;
/// "hospital": its town need not be the event's.
pub(super) const CARE: Class = 1 << 37;
/// "gunmen": who does a deed.
pub(super) const ATTACKER: Class = 1 << 38;
/// "market": named by its town, "the market of".
pub(super) const SQUARE: Class = 1 << 39;
/// "treated": of the hurt, mostly in another town.
pub(super) const TREATED: Class = 1 << 40;
/// "members": told by whose they are.
pub(super) const MEMBERS: Class = 1 << 59;
/// "left behind", "lost": what one does to one's own.
pub(super) const LOSES: Class = 1 << 57;
/// "army": its members fight.
pub(super) const ARMY: Class = 1 << 58;
/// "fighters": who kills for a cause.
pub(super) const ARMED: Class = 1 << 41;
/// "killed": what they do.
pub(super) const KILLS: Class = 1 << 42;
/// "toll": counted on a day of its own.
pub(super) const TALLY: Class = 1 << 43;
/// "people": behind it and "of" stands a place, whoever they are.
pub(super) const DWELLERS: Class = 1 << 44;
/// "based": the place behind it is where someone has his seat.
pub(super) const SEATED: Class = 1 << 45;
/// "attack": what is claimed as one's own.
pub(super) const DEED: Class = 1 << 46;
/// "of", "in", "and", "that": what stands behind the noun of a phrase that is complete.
pub(super) const LINK: Class = 1 << 47;
/// "claim", "report": of a verb of saying the form that may as well be a noun.
pub(super) const PLAIN: Class = 1 << 48;
/// "would", "not", "did": stands between a speaker and the plain form of a verb.
pub(super) const HELPS: Class = 1 << 49;
/// "ferry": its name stands behind it.
pub(super) const VESSEL: Class = 1 << 51;
/// "Monday"
pub(super) const WEEKDAY: Class = 1 << 50;
/// "embassy": behind its country's name, and never there.
pub(super) const MISSION: Class = 1 << 54;
/// "bombs": what explodes.
pub(super) const WEAPONS: Class = 1 << 55;
/// "alleged": before a noun it is no verb.
pub(super) const DESCRIBED: Class = 1 << 60;
/// "indicted": done by a court, wherever it sits, to those who did a deed.
pub(super) const COURT: Class = 1 << 61;
/// Any verb of saying.
pub(super) const SPEECH: Class = CONFIRMS | CLAIMS | DENIES;

/// The classes of every word.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    /// By word number.
    of_word: Vec<Class>,
}

impl Classes {
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut classes = Self::default();
        let incidents = &lexicon.incidents;
        for (class, words) in [
            (PREPOSITION, &incidents.place_prepositions),
            (LOCATIVE, &incidents.locative),
            (REGION, &incidents.region_words),
            (ORGANISATION, &incidents.organisation_words),
            (TITLE, &incidents.titles),
            (AFTERMATH, &incidents.aftermath),
            (LATER, &incidents.later),
            (COURT, &incidents.courts),
            (NO_NAME, &incidents.no_name),
            (OWNED, &incidents.owned),
            (RECORDS, &incidents.records),
            (HAPPENING, &incidents.happenings),
            (CARE, &incidents.care),
            (ATTACKER, &incidents.attackers),
            (TREATED, &incidents.treated),
            (ARMED, &incidents.armed),
            (KILLS, &incidents.killings),
            (FIRED, &incidents.fired),
            (RESPONDER, &incidents.responders),
            (SEVERAL, &incidents.several),
            (ANOTHER, &incidents.another),
            (SPREAD, &incidents.spread),
            (PARTS, &incidents.place_parts),
            (SPREAD_COUNT, &incidents.spread_count),
            (APART, &incidents.apart),
            (TALLY, &incidents.tally),
            (MISSION, &incidents.missions),
            (WEAPONS, &incidents.weapons),
            (VESSEL, &incidents.vessels),
            (LASTING, &incidents.lasting),
            (RELATIVE, &incidents.relatives),
            (BREAK, &incidents.breaks),
            (SPEAKER, &lexicon.speech.speakers),
            (MEMBERS, &lexicon.grammar.members),
            (ARMY, &lexicon.grammar.armies),
            (LOSES, &lexicon.grammar.loses),
            (DETERMINER, &lexicon.grammar.determiner),
            (DEFINITE, &lexicon.grammar.definite),
            (BE, &lexicon.grammar.be),
            (PRONOUN, &lexicon.grammar.pronoun),
            (ADVERB, &lexicon.grammar.adverb),
            (ADVERB, &lexicon.grammar.have),
            (DEED, &lexicon.speech.deeds),
            (DESCRIBED, &lexicon.speech.described),
            (LINK, &lexicon.grammar.preposition),
            (LINK, &lexicon.grammar.relative),
            (LINK, &lexicon.grammar.conjunction),
            (LINK, &lexicon.grammar.subordinator),
            (HELPS, &lexicon.grammar.modal),
            (HELPS, &lexicon.grammar.do_),
            (HELPS, &lexicon.grammar.negation),
            (HELPS, &lexicon.grammar.relative),
        ] {
            classes.add(vocabulary, class, words);
        }
        let unlisted = &lexicon.places.unlisted;
        for (class, words) in [
            (AT_NAME, &unlisted.after),
            (STRUCK, &unlisted.struck),
            (ENTERED, &unlisted.entered),
            (SETTLEMENT, &unlisted.settlements),
            (SQUARE, &unlisted.squares),
            (DWELLERS, &unlisted.dwellers),
            (SEATED, &unlisted.seated),
            (VENUE, &unlisted.venues),
            (AUTHORITY, &unlisted.authorities),
            (NO_PLACE, &unlisted.never),
            (JOINT, &unlisted.joints),
        ] {
            classes.add(vocabulary, class, words);
        }
        let calendar = &lexicon.calendar;
        for names in &calendar.weekdays {
            classes.add(vocabulary, WEEKDAY, names);
        }
        for names in calendar.months.iter().chain(&calendar.weekdays) {
            classes.add(vocabulary, CALENDAR, names);
        }
        for verbs in &lexicon.speech.verbs {
            let class = match verbs.stance.as_str() {
                "claimed" => CLAIMS,
                "denied" => DENIES,
                _ => CONFIRMS,
            };
            classes.add(vocabulary, class, &verbs.words);
            let has_third = |word: &Lent| verbs.words.contains(&format!("{word}s").into());
            let plain: Vec<Lent> = verbs
                .words
                .iter()
                .filter(|it| has_third(it))
                .cloned()
                .collect();
            classes.add(vocabulary, PLAIN, &plain);
        }
        classes
    }

    /// Puts `words` into `class`.
    pub(super) fn add(&mut self, vocabulary: &mut Vocabulary, class: Class, words: &[Lent]) {
        for word in words {
            let index = vocabulary.intern(&word.to_lowercase()).index();
            if self.of_word.len() <= index {
                self.of_word.resize(index + 1, 0);
            }
            self.of_word[index] |= class;
        }
    }

    /// The classes of the token's word.
    pub(super) fn of(&self, token: &Token) -> Class {
        let found = self.of_word.get(token.word.index());
        found.copied().unwrap_or_default()
    }

    /// True when the token's word is in one of `classes`.
    pub(super) fn is(&self, token: &Token, classes: Class) -> bool {
        token.word != WordId::UNKNOWN
            && self
                .of_word
                .get(token.word.index())
                .is_some_and(|found| found & classes != 0)
    }
}
