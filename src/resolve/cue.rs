//! What in a sentence speaks for a capitalised name's being that of a place: the country behind it, the police, "in".

use std::cell::LazyCell;
use std::ops::Range;

use super::city::CityName;
use super::classes::{
    AT_NAME, AUTHORITY, Class, DETERMINER, DWELLERS, ENTERED, PREPOSITION, REGION, SQUARE, STRUCK,
};
use super::gazetteer::KnownPlace;
use super::guard::Guard;
use super::inside;
use super::run::Runs;
use super::shield;
use super::sighting::key;
use super::{Resolver, VIOLENCE, family};
use crate::text::{Document, TokenKind};

/// The most words from an event to the verb that says what it hit: "the earthquake that hit".
const STRUCK_REACH: usize = 3;

/// The most words of an event's noun.
const DEED_REACH: usize = 3;

/// What speaks for a name's being a place, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// ", Ohio" behind it, or it opens a dateline.
    Container,
    /// "police" behind it.
    Authority,
    /// "in" before it.
    Preposition,
}

/// Reads the names of one document.
pub(super) struct Reader<'d> {
    pub(super) resolver: &'d Resolver,
    pub(super) document: &'d Document<'d>,
    pub(super) runs: Runs<'d>,
    pub(super) guard: Guard<'d>,
}

impl Reader<'_> {
    /// Appends the names of one sentence, and the last words of names of persons.
    pub(super) fn sentence(
        &self,
        sentence: &Range<usize>,
        found: &mut Vec<(Range<usize>, Cue)>,
        persons: &mut Vec<usize>,
    ) {
        let titled = LazyCell::new(|| shield::is_title_case(self.document, sentence));
        let mut at = sentence.start;
        while at < sentence.end {
            let run = self
                .runs
                .may_begin(at)
                .then(|| self.runs.at(at, sentence.end))
                .flatten();
            let Some(run) = run else {
                at += 1;
                continue;
            };
            at = run.end;
            if let Some(name) = self.container(sentence, &run) {
                found.push((name, Cue::Container));
                continue;
            }
            if *titled {
                continue;
            }
            if let Some(name) = self.authority(&run) {
                found.push((name, Cue::Authority));
            } else if self.is_target(sentence, &run) || self.names_event(sentence, &run) {
                found.push((run, Cue::Preposition));
            } else if let Some(name) = self.preposition(sentence, &run) {
                found.push((name, Cue::Preposition));
            } else {
                self.person(&run, persons);
            }
        }
    }

    /// "Hallowfield, Ohio": a name before a comma and the country or state around it. In no list, it also stands after
    /// a preposition. So it does before a province: "into Hallow in the Linden region".
    fn container(&self, sentence: &Range<usize>, run: &Range<usize>) -> Option<Range<usize>> {
        let free = || self.guard.is_named(run) && !self.guard.is_listed(run);
        if inside::is_in_province(self.resolver, self.document, run.end, sentence.end) {
            let governed = self.word_before(sentence, run, PREPOSITION | ENTERED);
            return (governed && free()).then(|| run.clone());
        }
        if inside::is_behind_spot(self.resolver, self.document, sentence, run.start) {
            return self.city(run).map(|_| run.clone());
        }
        let holder = holder_after(self.resolver, self.document, run.end, sentence.end)?;
        let gazetteer = &self.resolver.gazetteer;
        if let Some(name) = self.city(run) {
            let mut cities = name.cities();
            if cities.any(|city| gazetteer.chain(city.holder()).contains(&holder.id)) {
                return Some(run.clone());
            }
        }
        let governed = self.word_before(sentence, run, PREPOSITION);
        (governed && free()).then(|| run.clone())
    }

    /// "Hallowfield police", "Hallowfield Police Department".
    fn authority(&self, run: &Range<usize>) -> Option<Range<usize>> {
        let is = |at: usize| {
            let token = self.document.tokens.get(at);
            token.is_some_and(|token| self.resolver.classes.is(token, AUTHORITY))
        };
        let end = (run.start..=run.end).find(|at| is(*at))?;
        let name = run.start..end;
        let fits = !name.is_empty() && self.guard.is_named(&name) && !self.guard.is_listed(&name);
        fits.then_some(name)
    }

    /// "in Hallowfield", "the village of Hallowfield", "the quake that hit Hallowfield".
    fn preposition(&self, sentence: &Range<usize>, run: &Range<usize>) -> Option<Range<usize>> {
        let governed = self.word_before(sentence, run, AT_NAME) || self.is_struck(sentence, run);
        let fits = governed
            && !self.is_numbered(sentence, run)
            && !self.guard.is_corner(run, sentence.end)
            && !shield::is_owner(self.resolver, self.document, sentence, run.end)
            && self.guard.is_named(run)
            && !self.guard.is_listed(run);
        fits.then(|| run.clone())
    }

    /// "The raid on Hallow", in a text that writes of villagers. Who is no village may be attacked, too: a person, a firm.
    fn is_target(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let Some(on) = run
            .start
            .checked_sub(1)
            .filter(|on| sentence.start + 1 < *on && self.document.is_word(*on, "on"))
        else {
            return false;
        };
        let text = self.document.article.text.as_str();
        let tokens = &self.document.tokens[..on];
        let events = &self.resolver.events;
        let from = on.saturating_sub(DEED_REACH).max(sentence.start);
        let deed = (from..on).any(|at| {
            let found = events.incidents.longest_before(tokens, text, at, on);
            found.is_some_and(|(after, kind)| {
                let kind = events.kinds.get(kind as usize);
                after == on && kind.is_some_and(|(kind, _)| family(kind) == VIOLENCE)
            })
        });
        let settled = || {
            let words = &self.resolver.settled;
            words.iter().any(|word| self.guard.is_small(word))
        };
        deed && !self.hits_others(sentence, run)
            && self.guard.is_named(run)
            && !self.guard.is_listed(run)
            && settled()
    }

    /// "The Harsk earthquake", "the Lausanne fire": what befell a place is named after it. A name in no list may be that of a
    /// ship, a street or a person, but where it befalls whole regions.
    fn names_event(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let tokens = &self.document.tokens[..sentence.end];
        let text = self.document.article.text.as_str();
        let before = run.start.checked_sub(1).filter(|at| sentence.contains(at));
        let definite = before.is_some_and(|at| self.resolver.classes.is(&tokens[at], DETERMINER));
        let kind = || self.resolver.events.told_at(tokens, text, run.end);
        let named = |kind: u32| {
            let events = &self.resolver.events;
            let known = self.city(run).is_some();
            events.named_by_place(kind) || events.befalls(kind) && known
        };
        let follows = run.end < sentence.end && tokens[run.end].kind == TokenKind::Word;
        definite
            && follows
            && kind().is_some_and(named)
            && self.guard.is_named(run)
            && !self.guard.is_listed(run)
    }

    /// "hit Shiite pilgrims", "hit Marines in Anbar", "hit Oran-backed fighters": those who were there.
    fn hits_others(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let next = self.document.tokens[..sentence.end].get(run.end);
        next.is_some_and(|next| {
            let word = self.document.token_text(run.end);
            word == "-"
                || self.resolver.classes.is(next, AT_NAME)
                || next.kind == TokenKind::Word && word.ends_with('s')
        })
    }

    /// "Flight 93" is no place; that in "In Hallowfield 93 were hurt" is one.
    fn is_numbered(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let token = |at: usize| self.document.tokens.get(at);
        let number = token(run.end).is_some_and(|token| token.kind == TokenKind::Number);
        let opens = run.start == sentence.start + 1;
        let counts = token(run.end + 1).is_some_and(|next| {
            let function = DETERMINER | PREPOSITION;
            next.kind == TokenKind::Word && !self.resolver.classes.is(next, function)
        });
        number && !(opens && counts)
    }

    /// "the quake that hit Hallowfield": an event right before the verb.
    fn is_struck(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let tokens = &self.document.tokens[..run.start];
        let Some(verb) = run.start.checked_sub(1).filter(|at| *at > sentence.start) else {
            return false;
        };
        let text = self.document.article.text.as_str();
        let event = |at: usize| self.resolver.events.tells(tokens, text, at);
        let from = verb.saturating_sub(STRUCK_REACH).max(sentence.start);
        if self.hits_others(sentence, run) {
            return false;
        }
        self.resolver.classes.is(&tokens[verb], STRUCK) && (from..verb).any(event)
    }

    /// True when a word of `class` stands right before the run, or with a word like "northern" between, or the run hangs
    /// on a word like "village" by "of".
    fn word_before(&self, sentence: &Range<usize>, run: &Range<usize>, class: Class) -> bool {
        let is = |at: usize, class| {
            sentence.contains(&at) && self.resolver.classes.is(&self.document.tokens[at], class)
        };
        let Some(before) = run.start.checked_sub(1) else {
            return false;
        };
        if is(before, REGION) && before > 0 {
            return is(before - 1, class);
        }
        let of = sentence.contains(&before) && self.document.is_word(before, "of");
        is(before, class) || (of && before > 0 && is(before - 1, REGION | SQUARE | DWELLERS))
    }

    fn city(&self, name: &Range<usize>) -> Option<CityName> {
        CityName::find(&key(self.document, name))
    }

    /// The last word of a name of two or three words that stands where no place stands.
    fn person(&self, run: &Range<usize>, persons: &mut Vec<usize>) {
        let directed = self
            .resolver
            .classes
            .is(&self.document.tokens[run.start], REGION);
        if (2..=3).contains(&run.len()) && !directed {
            persons.push(run.end - 1);
        }
    }

    /// The words; a name in capitals throughout is given small letters.
    pub(super) fn written(&self, tokens: &Range<usize>) -> String {
        let span = self.document.tokens[tokens.start]
            .span
            .join(self.document.tokens[tokens.end - 1].span);
        let words = self.document.slice(span);
        if words.chars().any(char::is_lowercase) {
            return words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let mut begins = true;
        let lower = |letter: char| {
            let kept = begins;
            begins = !letter.is_alphabetic() && letter != '\'';
            if kept {
                letter
            } else {
                letter.to_lowercase().next().unwrap_or(letter)
            }
        };
        words.chars().map(lower).collect()
    }
}

/// The country or state after the comma at `comma`.
pub(super) fn holder_after<'r>(
    resolver: &'r Resolver,
    document: &Document<'_>,
    comma: usize,
    end: usize,
) -> Option<&'r KnownPlace> {
    if comma >= end || !document.is_word(comma, ",") {
        return None;
    }
    let text = document.article.text.as_str();
    let gazetteer = &resolver.gazetteer;
    let (_, name) = gazetteer.longest_before(&document.tokens, text, comma + 1, end)?;
    let places = gazetteer.name(name).places.iter();
    places
        .map(|at| gazetteer.place(*at))
        .find(|place| place.holds && !place.is_region())
}
