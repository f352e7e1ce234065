//! Where names of places stand in an article, and how each hangs in its clause.

use std::cell::LazyCell;
use std::ops::Range;

use super::Resolver;
use super::care;
use super::classes::{
    ADVERB, AUTHORITY, BE, BREAK, ENTERED, PREPOSITION, RELATIVE, SETTLEMENT, SPEECH,
};
use super::dateline::Dateline;
use super::mention::Governed;
use super::namesake::Found;
use super::openers::PLACES;
use super::run::Runs;
use super::shield;
use super::sighting::Sightings;
use crate::text::{Document, TokenKind};

/// The most words between a place and the incident that it names: "the Hallowfield house party shooting".
const INCIDENT_REACH: usize = 2;

/// What names of places are looked up in.
pub(super) struct Names<'d> {
    pub(super) resolver: &'d Resolver,
    pub(super) document: &'d Document<'d>,
    pub(super) sightings: &'d Sightings,
    pub(super) dateline: Option<&'d Dateline>,
}

impl Names<'_> {
    /// Appends the names of one sentence.
    pub(super) fn read(&self, sentence: &Range<usize>, found: &mut Vec<Found>) {
        // Most sentences name no place.
        let titled = LazyCell::new(|| shield::is_title_case(self.document, sentence));
        let mut at = sentence.start;
        while at < sentence.end {
            let name = self.may_begin(at).then(|| self.longest(at, sentence.end));
            let Some((after, listed)) = name.flatten() else {
                at += 1;
                continue;
            };
            let tokens = at..after;
            at = after;
            let mut governed = self.governed(sentence, &tokens, listed);
            // "In Harsk, Linden Department" is in Harsk.
            let held = |last: &Found| last.tokens.end + 1 == tokens.start;
            let addressed =
                || shield::is_addressed(self.resolver, self.document, sentence, &tokens);
            if governed == Governed::No && !found.last().is_some_and(held) && addressed() {
                governed = Governed::Locative;
            }
            if let Some(name) = listed {
                let known = self.resolver.gazetteer.name(name);
                let shielded = shield::is_shielded(
                    self.resolver,
                    self.document,
                    sentence,
                    &tokens,
                    known,
                    *titled,
                ) || (known.weak
                    && governed == Governed::No
                    && !self.goes_on(found.last(), &tokens, name));
                let wide = known.postal || self.is_wide(name);
                match (shielded, self.is_authority(tokens.end)) {
                    (false, _) => {}
                    (true, true) if !wide => governed = Governed::Authority,
                    _ => continue,
                }
            }
            found.push(Found {
                tokens,
                listed,
                governed,
            });
        }
    }

    const fn runs(&self) -> Runs<'_> {
        Runs {
            document: self.document,
            classes: &self.resolver.classes,
        }
    }

    /// True where a listed name may begin.
    fn may_open(&self, at: usize) -> bool {
        self.resolver.openers.of(&self.document.tokens[at]) & PLACES != 0
    }

    /// False for most tokens: no name begins there.
    fn may_begin(&self, at: usize) -> bool {
        self.may_open(at) || self.sightings.may_begin(self.runs(), at)
    }

    /// The longest name at `at`, of the list or of the article's own.
    fn longest(&self, at: usize, end: usize) -> Option<(usize, Option<u32>)> {
        let text = self.document.article.text.as_str();
        let tokens = &self.document.tokens;
        let gazetteer = &self.resolver.gazetteer;
        let listed = self
            .may_open(at)
            .then(|| gazetteer.longest_before(tokens, text, at, end))
            .flatten();
        let own = self.sightings.longest(self.runs(), at, end);
        match (listed, own) {
            (Some((after, _)), Some(own)) if own > after => Some((own, None)),
            (Some((after, name)), _) => Some((after, Some(name))),
            (None, own) => own.map(|after| (after, None)),
        }
    }

    fn governed(
        &self,
        sentence: &Range<usize>,
        tokens: &Range<usize>,
        listed: Option<u32>,
    ) -> Governed {
        if self
            .dateline
            .is_some_and(|dateline| dateline.tokens.start == tokens.start)
        {
            return Governed::Dateline;
        }
        let wide = listed.is_some_and(|name| self.is_wide(name));
        // "This Indian Ocean port": the sea tells of the port.
        let next = self.document.tokens.get(tokens.end);
        if wide && next.is_some_and(|next| self.resolver.classes.is(next, SETTLEMENT)) {
            return Governed::No;
        }
        let told = self.incident_named(sentence, tokens.end);
        if told.is_some_and(|kind| !wide || self.resolver.events.befalls(kind)) {
            return Governed::Locative;
        }
        if shield::is_owner(self.resolver, self.document, sentence, tokens.end) {
            return Governed::No;
        }
        let before = tokens
            .start
            .checked_sub(1)
            .filter(|at| sentence.contains(at));
        let is = |at: usize, class| self.resolver.classes.is(&self.document.tokens[at], class);
        if listed.is_none() && before.is_some_and(|at| is(at, ENTERED)) {
            return Governed::Locative;
        }
        if care::is_of_care(self.resolver, self.document, sentence, tokens) {
            return Governed::Preposition;
        }
        match shield::governed(self.resolver, self.document, sentence, tokens.start) {
            Governed::No if !wide && self.is_authority(tokens.end) => Governed::Authority,
            governed => governed,
        }
    }

    /// "Hallowfield shooting": the kind of an incident whose noun follows, with at most two words between.
    fn incident_named(&self, sentence: &Range<usize>, from: usize) -> Option<u32> {
        let tokens = &self.document.tokens[..sentence.end];
        let text = self.document.article.text.as_str();
        for at in from..(from + INCIDENT_REACH + 1).min(sentence.end) {
            // "Tanzania had a blast": its verb stands between.
            let function = PREPOSITION | BREAK | SPEECH | RELATIVE | BE | ADVERB;
            let token = &tokens[at];
            if matches!(token.kind, TokenKind::Mark | TokenKind::Number)
                || self.resolver.classes.is(token, function)
                || self.document.is_word(at, "'s")
            {
                return None;
            }
            let verbs = &self.resolver.gazetteer.incident_verbs;
            if let Some(kind) = self.resolver.events.told_at(tokens, text, at) {
                return verbs.longest_at(tokens, text, at).is_none().then_some(kind);
            }
        }
        None
    }

    /// "In Antioquia, Meta and Huila": the next of a list of places of one country is one, too.
    fn goes_on(&self, last: Option<&Found>, tokens: &Range<usize>, name: u32) -> bool {
        let Some((last, listed)) = last.and_then(|last| Some((last, last.listed?))) else {
            return false;
        };
        let between = last.tokens.end..tokens.start;
        let joins = |at: usize| matches!(self.document.token_text(at), "," | "and");
        if between.is_empty() || between.len() > 2 || !between.clone().all(joins) {
            return false;
        }
        let gazetteer = &self.resolver.gazetteer;
        let around = |name: u32| {
            let places = gazetteer.name(name).places.iter();
            places.filter_map(|at| gazetteer.place(*at).within.first())
        };
        around(name).any(|it| around(listed).any(|other| it == other))
    }

    fn is_authority(&self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|token| self.resolver.classes.is(token, AUTHORITY))
    }

    /// True for the name of a country or a part of the world.
    fn is_wide(&self, name: u32) -> bool {
        let gazetteer = &self.resolver.gazetteer;
        let mut places = gazetteer.name(name).places.iter();
        places.any(|at| gazetteer.place(*at).wide)
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
        let place = records[0].place.as_ref();
        place.map_or_else(|| "-".to_owned(), |place| place.id.clone())
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(place(text), *expected, "{text}");
        }
    }

    #[test]
    fn parts_of_a_country_are_places() {
        check(&[
            (
                "He said three people were killed in Morazan Department.",
                "morazan",
            ),
            (
                "He said three people were killed in Usulutan and Morazan Departments.",
                "morazan+usulutan",
            ),
            (
                "He said three people were killed in Antioquia, Meta, and Huila Departments.",
                "antioquia+huila+meta",
            ),
            (
                "He said three people were killed in the Departments of Chalatenango and Morazan.",
                "chalatenango+morazan",
            ),
            (
                "He said three people were killed in Karvona, Morazan Department.",
                "~karvona",
            ),
            (
                "He said three people were killed near the Karvona farm, Marle jurisdiction, Usulutan Department.",
                "usulutan",
            ),
        ]);
    }

    #[test]
    fn a_name_within_another_word_or_an_office_is_no_place() {
        check(&[
            ("He said three people were killed in US-led strikes.", "-"),
            (
                "He said three people were killed by the group (banned in Russia).",
                "-",
            ),
            (
                "Treasury police said three people were killed by Armed men.",
                "-",
            ),
            (
                "A nurse told US that three people were killed at noon.",
                "-",
            ),
        ]);
    }

    #[test]
    fn parts_of_a_town_are_in_it() {
        check(&[
            (
                "He said three people were killed in the central neighborhoods of Damascus.",
                "damascus",
            ),
            (
                "He said three people were killed in a downtown Bogota Street.",
                "bogota",
            ),
            (
                "He said three people were killed in Lima, and other cities.",
                "~cities+",
            ),
            (
                "He said three people were killed near the Guatemala and El Salvador border.",
                "border-gt-sv",
            ),
        ]);
    }

    #[test]
    fn a_town_that_nothing_speaks_for_is_none_abroad() {
        check(&[
            (
                "SAN SALVADOR (AP) — He said three people were killed near Zaragoza, south of the volcano.",
                "~zaragoza",
            ),
            (
                "SAN SALVADOR (AP) — The team flew in from Spain. He said three people were killed near Zaragoza, south of the river.",
                "zaragoza.es",
            ),
            (
                "LIMA (AP) — He said three people were killed in Santa Maria del Valle, Huanuco Department.",
                "~santa-maria-del-valle",
            ),
            (
                "BOGOTA (AP) — Rebels came from Antioquia. He said three people were killed in Cordoba.",
                "cordoba-co",
            ),
        ]);
    }
}
