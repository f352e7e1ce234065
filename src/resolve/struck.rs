//! What an event has hit, as a cue that a name in no list is that of a place: "the raid on Harsk", "the quake that hit Harsk".

use std::ops::Range;

use super::classes::{AT_NAME, DETERMINER, STRUCK};
use super::cue::Reader;
use super::unnamed::is_fire;
use super::{VIOLENCE, family};
use crate::text::TokenKind;

/// The most words from an event to the verb that says what it hit: "the earthquake that hit".
const STRUCK_REACH: usize = 3;
/// The most words of an event's noun.
const DEED_REACH: usize = 3;

impl Reader<'_> {
    /// "The raid on Hallow", "the shelling of Hallow", in a text that writes of villagers. Who is no village may be attacked,
    /// too: a person, a firm.
    pub(super) fn is_target(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
        let Some(on) = run.start.checked_sub(1).filter(|on| {
            sentence.start < *on && matches!(self.document.token_text(*on), "on" | "of")
        }) else {
            return false;
        };
        let text = self.document.article.text.as_str();
        let of = self.document.is_word(on, "of");
        let tokens = &self.document.tokens[..on];
        let events = &self.resolver.events;
        let from = on.saturating_sub(DEED_REACH).max(sentence.start);
        let deed = (from..on).any(|at| {
            let found = events.incidents.longest_before(tokens, text, at, on);
            found.is_some_and(|(after, kind)| {
                let kind = events.kinds.get(kind as usize);
                // "The murder of Maria Hallow".
                let befalls = |kind: &str| {
                    if of {
                        is_fire(kind)
                    } else {
                        family(kind) == VIOLENCE
                    }
                };
                after == on && kind.is_some_and(|(kind, _)| befalls(kind))
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
    pub(super) fn names_event(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
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
            word == "-" && !next.spaced
                || self.resolver.classes.is(next, AT_NAME)
                || next.kind == TokenKind::Word && word.ends_with('s')
        })
    }

    /// "the quake that hit Hallowfield": an event right before the verb.
    pub(super) fn is_struck(&self, sentence: &Range<usize>, run: &Range<usize>) -> bool {
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
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The place of "three", the number of the text.
    fn place(text: &str) -> String {
        let said = deaths(Frame::Passive, "three", "people", "killed");
        let records = records(text, "2030-05-02", &[said]);
        let event = records[0].event.as_ref();
        let place = event.and_then(|it| it.place.clone());
        place.unwrap_or_else(|| "-".to_owned())
    }

    #[test]
    fn towns_are_aimed_at() {
        for text in [
            "Three people were killed in an air strike on Karvona. The town is in ruins.",
            "In the shelling of Karvona three people were killed. The town is in ruins.",
            "In the shelling of Karvona village three people were killed.",
            "In an attack on Karvona, a small town in Idlib, three people were killed.",
        ] {
            assert_eq!(place(&text.replace("Three", "three")), "~karvona", "{text}");
        }
    }

    #[test]
    fn so_are_persons_and_houses() {
        for text in [
            "In the murder of Maria Karvona three people were killed. The town mourns.",
            "He said three people were killed in a raid that hit Karvona hospital.",
        ] {
            assert_eq!(place(text), "-", "{text}");
        }
    }
}
