//! Words of events that tell of many, or of what goes on for days: "Israeli strikes", "a bombardment".

use super::Resolver;
use super::classes::{CALENDAR, DETERMINER, LASTING, PREPOSITION};
use super::mention::Mention;
use super::scene::Scene;
use crate::text::TokenKind;

/// The most words between a determiner and the noun: "the latest deadly air strikes".
const REACH: usize = 4;

/// "Israeli strikes": many of them, none in particular. "Floods" are one, and so are strikes "on a market", or "Friday's".
pub(super) fn is_many(resolver: &Resolver, scene: &Scene<'_>, mention: &Mention) -> bool {
    let document = scene.document;
    let word = document.token_text(mention.tokens.end - 1);
    let start = mention.tokens.start;
    let definite = (start.saturating_sub(REACH)..mention.tokens.end - 1)
        .rev()
        .take_while(|at| !resolver.classes.is(&document.tokens[*at], PREPOSITION))
        .any(|at| {
            let token = &document.tokens[at];
            let counted = token.kind == TokenKind::Number || document.is_word(at, "twin");
            counted || (resolver.classes.is(token, DETERMINER) && !document.is_word(at, "'s"))
        });
    let is_one = resolver.events.is_one_in_plural(mention.what);
    word.ends_with('s')
        && !word.ends_with("ss")
        && !definite
        && !is_one
        && !is_aimed(resolver, scene, mention)
}

/// "Strikes on a market", "raids on Harsk", "Friday's raids": those of one target or day.
fn is_aimed(resolver: &Resolver, scene: &Scene<'_>, mention: &Mention) -> bool {
    let document = scene.document;
    let word = |at: usize| (at < document.tokens.len()).then(|| document.token_text(at));
    let end = mention.tokens.end;
    let on = matches!(word(end), Some("on" | "against"));
    let target = matches!(word(end + 1), Some("a" | "an"));
    let owner = mention.tokens.start.checked_sub(2);
    let dated = owner.is_some_and(|at| {
        resolver.classes.is(&document.tokens[at], CALENDAR) && word(at + 1) == Some("'s")
    });
    let town = || {
        let behind = scene.places(end + 1..end + 2);
        behind.first().is_some_and(|it| {
            let place = scene.atlas.place(it.place);
            !place.wide && !place.holds && !place.is_region()
        })
    };
    on && (target || town()) || dated
}

/// True for what goes on for days: "a bombardment that has killed 40".
pub(super) fn lasts(resolver: &Resolver, scene: &Scene<'_>, mention: &Mention) -> bool {
    let mut tokens = scene.document.tokens[mention.tokens.clone()].iter();
    tokens.any(|token| resolver.classes.is(token, LASTING))
}
