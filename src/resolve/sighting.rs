//! Which names an article uses as names of places beyond the hand-made list: cities of the table, and what stands where
//! places stand ("in Hallowfield", "HALLOWFIELD, Ohio (AP) —", "Hallowfield police").

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Resolver;
use super::city::CityName;
use super::classes::{AT_NAME, AUTHORITY, Class, PREPOSITION, REGION};
use super::dateline::Dateline;
use super::gazetteer::KnownPlace;
use super::guard::Guard;
use super::run::Runs;
use super::shield;
use super::spelling::fold;
use crate::text::{Document, TokenKind, Zone};

/// Names of an article's own places.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    /// Folded name to the name as written.
    names: BTreeMap<String, String>,
    /// Their first letters, a bit each: most words are not looked up.
    initials: Initials,
}

/// First letters of folded names.
#[derive(Clone, Copy, Debug, Default)]
struct Initials(u32);

impl Initials {
    fn add(&mut self, folded: &str) {
        if let Some(first) = folded.as_bytes().first() {
            self.0 |= 1 << (first & 31);
        }
    }

    /// False when no name begins like these words: folding keeps a first letter that has no accent.
    fn may_open(self, words: &str) -> bool {
        match words.as_bytes().first() {
            Some(first) if first.is_ascii_alphabetic() => self.0 & (1 << (first & 31)) != 0,
            _ => true,
        }
    }
}

/// What speaks for a name's being a place, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cue {
    /// ", Ohio" behind it, or it opens a dateline.
    Container,
    /// "police" behind it.
    Authority,
    /// "in" before it.
    Preposition,
}

impl Sightings {
    /// Reads the names of a document.
    pub(super) fn read(
        resolver: &Resolver,
        document: &Document<'_>,
        dateline: Option<&Dateline>,
    ) -> Self {
        let runs = Runs {
            document,
            classes: &resolver.classes,
        };
        let guard = Guard {
            resolver,
            document,
            runs,
            small: OnceCell::new(),
        };
        let reader = Reader {
            resolver,
            document,
            runs,
            guard,
        };
        let mut found: Vec<(Range<usize>, Cue)> = Vec::new();
        let mut persons = Vec::new();
        if let Some(dateline) = dateline.filter(|dateline| reader.guard.is_named(&dateline.tokens))
        {
            found.push((dateline.tokens.clone(), Cue::Container));
        }
        for sentence in &document.sentences {
            if sentence.zone != Zone::Tail {
                reader.sentence(&sentence.tokens, &mut found, &mut persons);
            }
        }
        let sure = |(_, cue): &(_, Cue)| *cue <= Cue::Authority;
        let persons: BTreeSet<String> = if found.iter().all(sure) {
            BTreeSet::new()
        } else {
            let names = persons.iter().map(|at| key(document, &(*at..at + 1)));
            names.collect()
        };
        let mut sightings = Self::default();
        for (tokens, cue) in found {
            let written = reader.written(&tokens);
            let key = fold(&written);
            // "in Jackson" is no place in an article on Michael Jackson.
            if cue > Cue::Authority && persons.contains(&key) {
                continue;
            }
            sightings.initials.add(&key);
            sightings.names.entry(key).or_insert(written);
        }
        sightings
    }

    /// False where none of the names begins, at the cost of a look or two.
    pub(super) fn may_begin(&self, runs: Runs<'_>, at: usize) -> bool {
        !self.names.is_empty()
            && runs.may_begin(at)
            && self.initials.may_open(runs.document.token_text(at))
    }

    /// The longest of the names that begins at `at`: the index after it.
    pub(super) fn longest(&self, runs: Runs<'_>, at: usize, end: usize) -> Option<usize> {
        let run = self.may_begin(runs, at).then(|| runs.at(at, end))??;
        (run.start + 1..=run.end)
            .rev()
            .find(|after| self.names.contains_key(&key(runs.document, &(at..*after))))
    }

    /// A name as first written, by its folded form.
    pub(super) fn written(&self, key: &str) -> Option<&str> {
        self.names.get(key).map(String::as_str)
    }
}

/// The folded words of some tokens.
pub(super) fn key(document: &Document<'_>, tokens: &Range<usize>) -> String {
    let span = document.tokens[tokens.start]
        .span
        .join(document.tokens[tokens.end - 1].span);
    fold(document.slice(span))
}

struct Reader<'d> {
    resolver: &'d Resolver,
    document: &'d Document<'d>,
    runs: Runs<'d>,
    guard: Guard<'d>,
}

impl Reader<'_> {
    fn sentence(
        &self,
        sentence: &Range<usize>,
        found: &mut Vec<(Range<usize>, Cue)>,
        persons: &mut Vec<usize>,
    ) {
        let titled = shield::is_title_case(self.document, sentence);
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
            if titled {
                continue;
            }
            if let Some(name) = self.authority(&run) {
                found.push((name, Cue::Authority));
            } else if let Some(name) = self.preposition(sentence, &run) {
                found.push((name, Cue::Preposition));
            } else {
                self.person(&run, persons);
            }
        }
    }

    /// "Hallowfield, Ohio": a name before a comma and the country or state around it. In no list, it also stands after
    /// a preposition.
    fn container(&self, sentence: &Range<usize>, run: &Range<usize>) -> Option<Range<usize>> {
        let holder = holder_after(self.resolver, self.document, run.end, sentence.end)?;
        let gazetteer = &self.resolver.gazetteer;
        if let Some(name) = self.city(run) {
            let mut cities = name.cities();
            if cities.any(|city| gazetteer.chain(city.holder()).contains(&holder.id)) {
                return Some(run.clone());
            }
        }
        let governed = self.word_before(sentence, run, PREPOSITION);
        (governed && self.guard.is_named(run) && !self.guard.is_listed(run)).then(|| run.clone())
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

    /// "in Hallowfield", "the village of Hallowfield".
    fn preposition(&self, sentence: &Range<usize>, run: &Range<usize>) -> Option<Range<usize>> {
        let after = self.document.tokens.get(run.end);
        let numbered = after.is_some_and(|token| token.kind == TokenKind::Number);
        let fits = self.word_before(sentence, run, AT_NAME)
            && !numbered
            && !self.guard.is_corner(run, sentence.end)
            && !shield::is_owner(self.resolver, self.document, sentence, run.end)
            && self.guard.is_named(run)
            && !self.guard.is_listed(run);
        fits.then(|| run.clone())
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
        let of = sentence.contains(&before) && self.document.token_text(before) == "of";
        is(before, class) || (of && before > 0 && is(before - 1, REGION))
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
    fn written(&self, tokens: &Range<usize>) -> String {
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
    if comma >= end || document.token_text(comma) != "," {
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

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The place of "three", the number of the text.
    fn place(text: &str) -> String {
        let said = deaths(Frame::Passive, "three", "people", "killed");
        let records = records(text, "2024-05-02", &[said]);
        let place = records[0].place.as_ref();
        place.map_or_else(|| "-".to_owned(), |place| place.id.clone())
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(place(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_city_of_the_table_is_told_by_the_state_behind_it() {
        check(&[
            (
                "He said three people were killed in Springfield, Ohio.",
                "springfield.ohio",
            ),
            (
                "He said three people were killed in Springfield, Ill.",
                "springfield.illinois",
            ),
            (
                "He said three people were killed in Taunton, MA.",
                "taunton.massachusetts",
            ),
            (
                "He said three people were killed in Taunton, Mass.",
                "taunton.massachusetts",
            ),
            (
                "He said three people were killed in Springfield.",
                "~springfield",
            ),
            (
                "He said three people were killed in Wilkinsburg.",
                "wilkinsburg.pennsylvania",
            ),
            ("He said three people were killed in Paris.", "paris"),
            (
                "He said three people were killed in Paris, Texas.",
                "paris.texas",
            ),
            (
                "He said three people were killed in Ft. Lauderdale.",
                "fort-lauderdale",
            ),
        ]);
    }

    #[test]
    fn a_name_in_no_list_is_a_place_where_places_stand() {
        check(&[
            (
                "He said three people were killed in Hallowfield.",
                "~hallowfield",
            ),
            (
                "He said three people were killed in Hallowfield, Vermont.",
                "~hallowfield.vermont",
            ),
            (
                "He said three people were killed in the village of al-Hallow.",
                "~al-hallow",
            ),
            (
                "He said three people were killed near Elm Co.",
                "~elm-county",
            ),
            (
                "HALLOWFIELD, Vt. (AP) — Officials said three people were killed.",
                "~hallowfield.vermont",
            ),
            (
                "Hallowfield police said three people were killed.",
                "~hallowfield",
            ),
            (
                "Hallowfield shooting kills 3\n\nHe said three people were killed. The Hallowfield Police Department is looking for a man who left by car.",
                "~hallowfield",
            ),
        ]);
    }

    #[test]
    fn what_is_no_place_stays_none() {
        check(&[
            ("He said three people were killed in March.", "-"),
            ("He said in Congress that three people were killed.", "-"),
            ("He said in English that three people were killed.", "-"),
            (
                "He said three people were killed at Hallow University.",
                "-",
            ),
            ("He said three people were killed near Elm Street.", "-"),
            (
                "He said three people were killed near Elm and Third streets.",
                "-",
            ),
            ("He said three people were killed in Smith's car.", "-"),
            (
                "John Hallow told what happened. He said three people were killed near Hallow.",
                "-",
            ),
            ("He said three people were killed in Kurdish areas.", "-"),
        ]);
    }

    #[test]
    fn a_spot_in_town_is_the_town() {
        check(&[(
            "Hallowfield police came. He said three people were killed in the 1200 block of Elm Street.",
            "~hallowfield",
        )]);
    }
}
