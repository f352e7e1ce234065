//! Whose nationals are counted: "the State Department said 11 of its nationals had died".

use std::ops::Range;

use super::atlas::is_country;
use super::mention;
use super::scene::Scene;
use super::{Record, Resolver};

/// Nouns that ask for a country.
const NATIONALS: [&str; 4] = ["nationals", "citizens", "national", "citizen"];
/// Words that point back to one.
const OWN: [&str; 3] = ["its", "their", "our"];
/// The most words between such a word and the noun: "its own nationals".
const REACH: usize = 2;
/// Notes on a count of some of a group; a country's nationals are no group that a text has told of.
const SOME: [&str; 2] = ["of-a-group", "some-of-those"];

/// Gives those counted the country that their sentence names before them, where the words point back to it.
pub(super) fn settle(resolver: &Resolver, scene: &Scene<'_>, records: &mut [Record]) {
    for record in records {
        if record.who.facets.nationality.is_some() {
            continue;
        }
        if let Some(country) = country(resolver, scene, record) {
            record.who.facets.nationality = Some(country);
            record.claim.notes.retain(|note| !SOME.contains(note));
        }
    }
}

fn country(resolver: &Resolver, scene: &Scene<'_>, record: &Record) -> Option<String> {
    let document = scene.document;
    let counted = record.claim.counted?;
    let noun = document
        .tokens
        .partition_point(|it| it.span.end < counted.end);
    if noun >= document.tokens.len() || !NATIONALS.contains(&document.token_text(noun)) {
        return None;
    }
    let sentence = scene.sentence_of(noun);
    let near = noun.saturating_sub(REACH).max(sentence.start)..noun;
    let own = near
        .rev()
        .find(|at| OWN.contains(&document.token_text(*at)))?;
    told_last(resolver, scene, sentence.start..own)
}

/// The country told last, by its name or by its people.
fn told_last(resolver: &Resolver, scene: &Scene<'_>, range: Range<usize>) -> Option<String> {
    let party = mention::within(&scene.mentions.parties, range.clone()).last();
    let place = scene.places(range).last();
    let nation = party.and_then(|it| resolver.parties.party(it.what).nation.clone());
    let country = place.map(|it| &scene.atlas.place(it.place).id);
    let country = country.filter(|id| is_country(id)).cloned();
    let behind = party.map(|it| it.tokens.start) < place.map(|it| it.tokens.start);
    if behind {
        country.or(nation)
    } else {
        nation.or(country)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn nationals_are_of_the_country_told_before() {
        let of = |text| {
            let said = deaths(Frame::Passive, "11", "nationals", "killed");
            let records = records(text, "2030-05-02", &[said]);
            records[0].who.facets.nationality.clone()
        };
        let own = of("The German foreign ministry said 11 of its nationals were killed.");
        assert_eq!(own.as_deref(), Some("DE"));
        assert_eq!(
            of("The ministry said 11 of its nationals were killed."),
            None
        );
        assert_eq!(of("Germany said 11 foreign nationals were killed."), None);
    }
}
