//! "Fighting went on in the capital": that of the country in which the article is set.

use std::ops::Range;

use super::atlas::Atlas;
use super::classes::{ADVERB, BE, BREAK, CALENDAR, KILLS, PREPOSITION, REGION, RELATIVE, SPEECH};
use super::home;
use super::mention::{self, Governed, Mentions, PlaceMention};
use super::scene::Scene;
use super::shield;
use super::{Resolver, VIOLENCE, family};
use crate::text::{Document, TokenKind, Zone};

/// How many sentences of the body are read for what happened in the capital.
const FIRST: usize = 8;
/// The most words from a deed to where it was done.
const DEED_REACH: usize = 8;

/// Adds the mentions of the capital that do not name it, where the article has one country.
pub(super) fn enter(
    resolver: &Resolver,
    document: &Document<'_>,
    atlas: &Atlas<'_>,
    mentions: &mut Mentions,
) {
    let told = document.sentences.iter().zip(&mentions.seen);
    let told = told.filter(|(it, seen)| it.zone != Zone::Tail && *seen & REGION != 0);
    let found: Vec<(Range<usize>, Governed)> = told
        .flat_map(|(it, _)| in_sentence(resolver, document, &it.tokens))
        .filter(|(_, governed)| *governed >= Governed::Preposition)
        .collect();
    if found.is_empty() {
        return;
    }
    let Some(place) = of_article(resolver, atlas, &mentions.places) else {
        return;
    };
    for (tokens, governed) in found {
        let at = mentions
            .places
            .partition_point(|it| it.tokens.start < tokens.start);
        let mention = PlaceMention {
            end: tokens.end,
            tokens,
            place,
            governed,
        };
        mentions.places.insert(at, mention);
    }
}

/// The capital in which an article was written, where its first sentences put what happened there and nowhere else: "what
/// happened in the center of Linden". A dateline alone says no more than who writes.
pub(super) fn told(resolver: &Resolver, scene: &Scene<'_>) -> Option<usize> {
    let dateline = scene.dateline()?;
    if !scene.atlas.is_capital(dateline.place) {
        return None;
    }
    let sentences = scene.document.sentences.iter();
    let body = sentences.filter(|it| matches!(it.zone, Zone::Body | Zone::Quote));
    let end = body.take(FIRST).last()?.tokens.end;
    let capital = &scene.atlas.place(dateline.place).id;
    let near = scene.places(0..end);
    let elsewhere = near.iter().any(|it| {
        let place = scene.atlas.place(it.place);
        let apart = !place.wide && place.id != *capital && !place.within.contains(capital);
        it.governed == Governed::Locative && apart
    });
    near.iter().position(|it| {
        let there = it.governed == Governed::Locative && it.place == dateline.place;
        !elsewhere && there && is_scene(resolver, scene, it)
    })
}

/// "In downtown Linden", "the bomb that went off in Linden": where something is seen or done, and not where it is told.
fn is_scene(resolver: &Resolver, scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let tokens = &scene.document.tokens;
    let start = place.tokens.start;
    let is = |at: usize, class| resolver.classes.is(&tokens[at], class);
    let sentence = scene.sentence_of(start);
    let before = |n: usize| start.checked_sub(n).filter(|at| *at >= sentence.start);
    let part = |at: Option<usize>| at.is_some_and(|at| is(at, REGION));
    let of = before(1).is_some_and(|at| scene.document.is_word(at, "of"));
    if part(before(1)) || of && part(before(2)) {
        return true;
    }
    let from = start.saturating_sub(DEED_REACH).max(sentence.start);
    let deed = mention::within(&scene.mentions.incidents, from..start).last();
    deed.is_some_and(|deed| {
        let (kind, _) = &resolver.events.kinds[deed.what as usize];
        let said = (deed.tokens.end..start).any(|at| is(at, SPEECH | RELATIVE));
        family(kind) == VIOLENCE && !said
    })
}

/// The capital of the country of the dateline, or else of the only country whose places the article names.
fn of_article(resolver: &Resolver, atlas: &Atlas<'_>, places: &[PlaceMention]) -> Option<u32> {
    let dateline = places.iter().find(|it| it.governed == Governed::Dateline);
    let mut countries = places
        .iter()
        .filter_map(|it| home::country(atlas, it.place));
    let country = if let Some(dateline) = dateline {
        home::country(atlas, dateline.place)?
    } else {
        let first = countries.next()?;
        countries.all(|it| it == first).then_some(first)?
    };
    // Papers write in Washington of the whole world.
    resolver
        .gazetteer
        .capital(country)
        .filter(|_| country != "US")
}

/// "the capital", "this capital", "the country's capital".
fn is_definite(document: &Document<'_>, at: usize) -> bool {
    let word = |n: usize| at.checked_sub(n).map(|at| document.token_text(at));
    match word(1) {
        Some("the" | "this") => true,
        Some("'s") => matches!(word(2), Some("country" | "nation")),
        _ => false,
    }
}

/// "in the capital", "in this capital city", and how it hangs in its clause; not "the capital of Linden", "the capital, Harsk",
/// "the capital markets".
fn in_sentence(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
) -> Vec<(Range<usize>, Governed)> {
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let mut found = Vec::new();
    for at in sentence.start + 1..sentence.end {
        if !(is(at, REGION) && document.is_word(at, "capital") && is_definite(document, at)) {
            continue;
        }
        let city = at + 1 < sentence.end && document.is_word(at + 1, "city");
        let end = at + 1 + usize::from(city);
        let comma = end < sentence.end && document.is_word(end, ",");
        let next = |at: usize| document.tokens[..sentence.end].get(at);
        let named = next(end + usize::from(comma)).is_some_and(|it| it.kind == TokenKind::Name);
        let function = PREPOSITION | BE | ADVERB | RELATIVE | BREAK | SPEECH | KILLS | CALENDAR;
        let heads = next(end).is_some_and(|it| {
            let plain =
                it.kind == TokenKind::Word && !matches!(document.token_text(end), "and" | "or");
            plain && !is(end, function)
                || document.is_word(end, "of")
                || document.is_word(end, "'s")
        });
        if !named && !heads {
            let governed = shield::governed(resolver, document, sentence, at);
            found.push((at..end, governed));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn the_capital_is_that_of_the_country_at_hand() {
        let place = |text: &str| {
            let said = deaths(Frame::Passive, "three", "people", "killed");
            let records = records(text, "2030-05-02", &[said]);
            records[0].place.as_ref().map(|it| it.id.clone())
        };
        for text in [
            "MOMBASA, Kenya (AP) — Shops were looted in Kisumu at noon. He said three people were killed in the capital at night.",
            "MOMBASA, Kenya (AP) — He said three people were killed in the northern part of the capital.",
        ] {
            assert_eq!(place(text).as_deref(), Some("nairobi"), "{text}");
        }
        for text in [
            "MOMBASA, Kenya (AP) — He said three people were killed in the capital of Hallow.",
            "MOMBASA, Kenya (AP) — He said three people were killed in the capital markets of the world.",
        ] {
            assert_ne!(place(text).as_deref(), Some("nairobi"), "{text}");
        }
    }

    #[test]
    fn a_dateline_is_where_it_happened_when_the_text_puts_it_there() {
        let place = |text: &str| {
            let said = deaths(Frame::Passive, "three", "people", "killed");
            let records = records(text, "2030-05-02", &[said]);
            records[0].place.as_ref().map(|it| it.id.clone())
        };
        let there = "NAIROBI (AP) — A bomb went off in a car park in downtown Nairobi. He said three people were killed.";
        assert_eq!(place(there).as_deref(), Some("nairobi"));
        let told = "NAIROBI (AP) — A bomb went off in a car park. Nobody saw who had left it. The guards had gone home. A minister said in Nairobi that it was no accident. He knew that three people were killed.";
        assert_eq!(place(told), None);
    }
}
