//! Which names an article uses as names of places beyond the hand-made list: cities of the table, and what stands where
//! places stand ("in Hallowfield", "HALLOWFIELD, Ohio (AP) —", "Hallowfield police").

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Resolver;
use super::cue::{Cue, Reader};
use super::dateline::Dateline;
use super::guard::Guard;
use super::run::Runs;
use super::spelling::fold;
use crate::text::{Document, Zone};

/// Names of an article's own places.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    /// Folded name to the name as written.
    names: FxHashMap<String, String>,
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
        let is_place = |dateline: &&Dateline| {
            // "ELM —" may be anything; it is a town where the text writes of Elm.
            let again = || {
                document
                    .article
                    .text
                    .contains(&reader.written(&dateline.tokens))
            };
            reader.guard.is_named(&dateline.tokens)
                || reader.guard.is_shouted(&dateline.tokens) && again()
        };
        if let Some(dateline) = dateline.filter(is_place) {
            found.push((dateline.tokens.clone(), Cue::Container));
        }
        for sentence in &document.sentences {
            if sentence.zone != Zone::Tail {
                reader.sentence(&sentence.tokens, &mut found, &mut persons);
            }
        }
        let sure = |(_, cue): &(_, Cue)| *cue <= Cue::Authority;
        let persons: FxHashSet<String> = if found.iter().all(sure) {
            FxHashSet::default()
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
                "He said three people were killed in Lebanon, Tennessee.",
                "lebanon.tennessee",
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
                "~hallow",
            ),
            (
                "The storm that hit Hallowfield killed three people.",
                "~hallowfield",
            ),
            ("In Hallowfield three people were killed.", "~hallowfield"),
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
    fn what_befell_a_place_is_named_after_it() {
        check(&[
            ("The Haiti earthquake killed three people.", "HT"),
            ("The Hallow earthquake killed three people.", "~hallow"),
            ("The Smith fire killed three people.", "-"),
            ("The China crackdown killed three people.", "-"),
        ]);
    }

    #[test]
    fn arabic_names_keep_their_article() {
        check(&[(
            "He said three people were killed in Jubb al-Hallow.",
            "~jubb-al-hallow",
        )]);
    }

    #[test]
    fn there_is_the_place_told_last() {
        check(&[
            (
                "Bombers struck a café in Nairobi. He said three people were killed there.",
                "nairobi",
            ),
            (
                "The coalition, which is based in Lyon, said three people were killed.",
                "-",
            ),
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
