//! What in a sentence speaks for a capitalised name's being that of a place: the country behind it, the police, "in".

use std::cell::LazyCell;
use std::ops::Range;

use super::Resolver;
use super::city::CityName;
use super::classes::{
    ADVERB, AT_NAME, AUTHORITY, BE, BREAK, CARE, Class, DETERMINER, DWELLERS, ENTERED, KILLS,
    PREPOSITION, REGION, RELATIVE, SETTLEMENT, SPEECH, SQUARE, STRUCK, VENUE,
};
use super::gazetteer::KnownPlace;
use super::guard::Guard;
use super::inside;
use super::run::Runs;
use super::shield;
use super::sighting::key;
use crate::text::{Document, Token, TokenKind};

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
        let free_name = |name: Range<usize>| {
            let free = self.guard.is_named(&name) && !self.guard.is_listed(&name);
            free.then_some(name)
        };
        if inside::is_in_province(self.resolver, self.document, run.end, sentence.end) {
            let governed = self.word_before(sentence, run, PREPOSITION | ENTERED | STRUCK);
            return (governed && free()).then(|| run.clone());
        }
        if inside::is_behind_spot(self.resolver, self.document, sentence, run.start) {
            return self.city(run).map(|_| run.clone());
        }
        if let Some(name) = self.before_province(sentence, run) {
            return free_name(name);
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

    /// "In Hallow Linden": a feed has lost the comma between a town and its province.
    fn before_province(&self, sentence: &Range<usize>, run: &Range<usize>) -> Option<Range<usize>> {
        let last = run.end.checked_sub(1).filter(|last| *last > run.start)?;
        let text = self.document.article.text.as_str();
        let gazetteer = &self.resolver.gazetteer;
        let (_, name) = gazetteer.longest_before(&self.document.tokens, text, last, run.end)?;
        let mut holders = gazetteer.name(name).places.iter();
        let holds = holders.any(|at| {
            let place = gazetteer.place(*at);
            place.holds && !place.is_region() && !place.wide
        });
        let name = run.start..last;
        let tokens = &self.document.tokens;
        let plain = name
            .clone()
            .all(|at| !self.resolver.classes.is(&tokens[at], REGION | VENUE));
        let own =
            plain && !self.guard.is_listed(run) && self.word_before(sentence, run, PREPOSITION);
        (holds && own && tokens[last].spaced).then_some(name)
    }

    /// "Struck Maryam hospital": a house is mostly called after no town.
    fn names_house(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let next = self.document.tokens[..sentence.end].get(run.end);
        next.is_some_and(|next| {
            let classes = &self.resolver.classes;
            let house = classes.is(next, VENUE | CARE) && !classes.is(next, SQUARE);
            next.kind == TokenKind::Word && house
        })
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
        let governed = self.word_before(sentence, run, AT_NAME)
            || self.is_struck(sentence, run)
            || self.is_settlement(sentence, run);
        let fits = governed
            && !self.names_house(sentence, run)
            && !self.is_numbered(sentence, run)
            && !self.guard.is_corner(run, sentence.end)
            && !shield::is_owner(self.resolver, self.document, sentence, run.end)
            && self.guard.is_named(run)
            && !self.guard.is_listed(run);
        fits.then(|| run.clone())
    }

    /// "On Hallowfield town", "the shelling of Hallowfield village"; not "a Hallowfield town hall".
    fn is_settlement(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let token = |at: usize| self.document.tokens[..sentence.end].get(at);
        let word = |it: &Token| it.kind == TokenKind::Word;
        let is = |it: &Token, class| self.resolver.classes.is(it, class);
        let named = token(run.end).is_some_and(|it| word(it) && is(it, SETTLEMENT));
        let head = token(run.end + 1).is_none_or(|it| {
            !word(it)
                || is(
                    it,
                    PREPOSITION | RELATIVE | BREAK | BE | ADVERB | KILLS | SPEECH,
                )
        });
        named && head && self.word_before(sentence, run, PREPOSITION | ENTERED | STRUCK)
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

    pub(super) fn city(&self, name: &Range<usize>) -> Option<CityName> {
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
