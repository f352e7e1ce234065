//! Borders as places: "along the Israel-Lebanon border", "on both sides of the border".

use std::ops::Range;
use std::sync::Arc;

use super::Resolver;
use super::anchor::Anchor;
use super::gazetteer::KnownPlace;
use super::mention;
use super::scene::Scene;

/// What the id of a border begins with.
const BORDER: &str = "border-";
/// The most words between the border's own countries and the word itself: "the border between Israel and Lebanon".
const REACH: usize = 6;
/// How many sentences back "between Israel and Lebanon" may stand.
const BACK: usize = 3;

/// The border that a claim's clause names, with its token. Its countries stand beside the word, else stood
/// "between" them a few sentences before.
pub(super) fn in_clause(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
) -> Option<(usize, KnownPlace)> {
    let clause = anchor.clause.start.min(anchor.low)..anchor.clause.end.max(anchor.high);
    let at = clause
        .clone()
        .find(|at| scene.document.is_word(*at, "border"))?;
    let near = at.saturating_sub(REACH).max(clause.start)..(at + REACH).min(clause.end);
    let beside = countries(resolver, scene, near);
    let pair = pair(&beside).or_else(|| {
        let sentences = &scene.document.sentences;
        let this = sentences.partition_point(|sentence| sentence.tokens.start <= at);
        sentences[..this.saturating_sub(1)]
            .iter()
            .rev()
            .take(BACK)
            .find_map(|sentence| between(resolver, scene, sentence.tokens.clone()))
    })?;
    Some((at, place(resolver, &pair)))
}

/// The pair of "between Israel and Lebanon".
fn between(resolver: &Resolver, scene: &Scene<'_>, sentence: Range<usize>) -> Option<[String; 2]> {
    let at = sentence.clone().find(|at| {
        scene
            .document
            .token_text(*at)
            .eq_ignore_ascii_case("between")
    })?;
    pair(&countries(
        resolver,
        scene,
        at..(at + REACH).min(sentence.end),
    ))
}

/// Country codes in order of the text.
fn countries(resolver: &Resolver, scene: &Scene<'_>, range: Range<usize>) -> Vec<(usize, String)> {
    let places = scene.places(range.clone()).iter().map(|mention| {
        let known = scene.atlas.place(mention.place);
        (mention.tokens.start, known.id.clone())
    });
    let parties = mention::within(&scene.mentions.parties, range).iter();
    let parties = parties.map(|mention| {
        let party = resolver.parties.party(mention.what);
        (mention.tokens.start, party.id.clone())
    });
    let mut codes: Vec<(usize, String)> = places
        .chain(parties)
        .filter(|(_, id)| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase()))
        .collect();
    codes.sort();
    codes
}

/// The first two different codes, sorted.
fn pair(codes: &[(usize, String)]) -> Option<[String; 2]> {
    let (_, first) = codes.first()?;
    let (_, second) = codes.iter().find(|(_, code)| code != first)?;
    let mut pair = [first.clone(), second.clone()];
    pair.sort();
    Some(pair)
}

fn place(resolver: &Resolver, pair: &[String; 2]) -> KnownPlace {
    let name = |code: &str| {
        resolver
            .gazetteer
            .by_id(code)
            .map_or_else(|| code.to_owned(), |place| place.name.clone())
    };
    KnownPlace {
        id: format!(
            "{BORDER}{}-{}",
            pair[0].to_lowercase(),
            pair[1].to_lowercase()
        ),
        name: format!("{}–{} border", name(&pair[0]), name(&pair[1])),
        within: Arc::default(),
        supposed: false,
        wide: true,
        holds: false,
        capital: false,
    }
}

/// True for the id of a border.
pub(crate) fn is_border(id: &str) -> bool {
    id.starts_with(BORDER)
}
