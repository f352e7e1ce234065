//! Names that are given to storms and ships: "Storm Petra", "the ferry Santa Lirra sank". Two of one kind with different names are
//! two events, however near in place and time.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Resolver;
use super::classes::{CALENDAR, NO_NAME, ORGANISATION, VESSEL};
use super::mention::{self, Mention, Mentions};
use super::spelling::slug;
use crate::text::{Document, Sentence, TokenKind, Zone};

/// What stands between kind and given name in the id of an event. No kind has it.
const GIVEN: char = '.';

/// Bytes of a small word that shows a sentence to be no line in title case.
const SHORTEST_WORD: usize = 4;

/// The most words of a ship's name.
const LONGEST: usize = 3;

/// The names that an article gives to events, by the kind they are of.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    /// Kind, and name as written.
    names: BTreeSet<(u32, String)>,
}

impl Given {
    /// Reads the names behind the words of events whose kind takes one. Headlines in title case write every word like a name,
    /// so they give none.
    pub(super) fn read(resolver: &Resolver, document: &Document<'_>, mentions: &Mentions) -> Self {
        let mut names = BTreeSet::new();
        let of_vessels = resolver.events.of_vessels();
        let is_running = |it: &Sentence| {
            let mut tokens = document.tokens[it.tokens.clone()].iter();
            it.zone != Zone::Headline
                && tokens.any(|it| it.kind == TokenKind::Word && it.span.len() >= SHORTEST_WORD)
        };
        let sentences = document.sentences.iter().zip(&mentions.seen);
        for (sentence, seen) in sentences.filter(|(it, _)| is_running(it)) {
            for incident in mention::within(&mentions.incidents, sentence.tokens.clone()) {
                if let Some(name) = behind(resolver, document, incident) {
                    names.insert((incident.what, name.to_owned()));
                }
            }
            if let Some(kind) = of_vessels.filter(|_| seen & VESSEL != 0) {
                let ships = vessels(resolver, document, &sentence.tokens);
                names.extend(ships.map(|name| (kind, name.to_owned())));
            }
        }
        Self { names }
    }

    /// The name of an event: the one behind its own word, else the only one that the article gives to events of its kind.
    pub(super) fn of(
        &self,
        resolver: &Resolver,
        document: &Document<'_>,
        incident: &Mention,
    ) -> Option<&str> {
        let mut of_kind = self.names.iter().filter(|(kind, _)| *kind == incident.what);
        let first = of_kind.next()?;
        let own = behind(resolver, document, incident);
        let own = own.and_then(|own| self.names.get(&(incident.what, own.to_owned())));
        let only = || of_kind.next().is_none().then_some(first);
        own.or_else(only).map(|(_, name)| name.as_str())
    }
}

/// The capitalised word behind the word of an event, when it can be its name.
fn behind<'d>(
    resolver: &Resolver,
    document: &'d Document<'_>,
    incident: &Mention,
) -> Option<&'d str> {
    let end = incident.tokens.end;
    let takes_name = resolver.events.takes_name(incident.what);
    let token = document.tokens.get(end).filter(|_| takes_name)?;
    let name = document.token_text(end);
    let is_name = token.kind == TokenKind::Name
        && name.chars().any(char::is_lowercase)
        && !resolver
            .classes
            .is(token, CALENDAR | ORGANISATION | NO_NAME);
    is_name.then_some(name)
}

/// "The ferry Santa Lirra": the names behind words for a ship.
fn vessels<'d>(
    resolver: &Resolver,
    document: &'d Document<'_>,
    sentence: &Range<usize>,
) -> impl Iterator<Item = &'d str> {
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let is_name = move |at: usize| {
        document.tokens[at].kind == TokenKind::Name
            && !is(at, CALENDAR | ORGANISATION | NO_NAME | VESSEL)
            && document.token_text(at).chars().any(char::is_lowercase)
    };
    let end = sentence.end;
    sentence.clone().filter_map(move |at| {
        if !is(at, VESSEL) {
            return None;
        }
        let names = (at + 1..end.min(at + 1 + LONGEST)).take_while(|at| is_name(*at));
        let last = names.last()?;
        let span = document.tokens[at + 1]
            .span
            .join(document.tokens[last].span);
        Some(document.slice(span))
    })
}

/// "storm.petra": what the id of such an event begins with.
pub(super) fn in_id(kind: &str, name: &str) -> String {
    format!("{kind}{GIVEN}{}", slug(name))
}

/// The name in the id of an event.
pub(super) fn of_id(id: &str) -> Option<&str> {
    let (_, name) = id.split([':', '@']).next()?.split_once(GIVEN)?;
    Some(name)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Active, "four", "people", "killed");
        let records = records(text, "2031-11-04", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{text}");
    }

    #[test]
    fn storms_are_told_apart_by_their_names() {
        let petra = "storm.petra:leeds:2031-11-03";
        check("Storm Petra killed four people in Leeds on Monday.", petra);
        check(
            "Hurricane Petra is over. The storm killed four people in Leeds on Monday.",
            petra,
        );
        check(
            "Typhoon Petra has killed four people.",
            "storm.petra:2031-11-04~",
        );
    }

    #[test]
    fn ships_are_known_by_their_names() {
        check(
            "The ferry Santa Lirra sank on Monday. It killed four people.",
            "sinking.santa-lirra:2031-11-03",
        );
        check(
            "A ferry sank on Monday. It killed four people.",
            "sinking:2031-11-03@a",
        );
    }

    #[test]
    fn what_only_looks_like_a_name_is_none() {
        let unnamed = "storm:leeds:2031-11-03";
        for text in [
            "A storm killed four people in Leeds on Monday.",
            "The National Hurricane Center said a storm killed four people in Leeds on Monday.",
            "Storm Kills Four in Leeds\n\nThe storm killed four people in Leeds on Monday.",
        ] {
            check(text, unnamed);
        }
    }
}
