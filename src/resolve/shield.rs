//! What a place name is when it is not a place: a government, a person, an organisation.

use std::ops::Range;

use super::Resolver;
use super::atlas::is_country;
use super::classes::{
    ADVERB, BE, BREAK, CALENDAR, DETERMINER, KILLS, LOCATIVE, MISSION, ORGANISATION, PARTS,
    PREPOSITION, REGION, RELATIVE, SEATED, SPEAKER, SPEECH, SPREAD, SQUARE, TITLE, VENUE,
};
use super::gazetteer::Name;
use super::mention::Governed;
use crate::text::{Document, TokenKind};

/// The most words between a preposition and the place name it governs: "in the besieged northern Gaza Strip".
const REACH: usize = 5;
/// The most words between "a" and the town whose street it is: "on an important Linden Avenue".
const STREET_REACH: usize = 3;
/// The most words of an address: "near the Harsk farm, Linden jurisdiction, Marle Department".
const ADDRESS_REACH: usize = 12;

/// True when most words of a sentence are capitalised, so that capitals say nothing. The first word has one anyway.
pub(super) fn is_title_case(document: &Document<'_>, range: &Range<usize>) -> bool {
    let behind = (range.start + 1).min(range.end)..range.end;
    let tokens = document.tokens[behind].iter();
    let excess: i32 = tokens
        .map(|token| match token.kind {
            TokenKind::Name => 1,
            TokenKind::Word => -1,
            TokenKind::Number | TokenKind::Mark => 0,
        })
        .sum();
    excess > 0
}

/// How the name that begins at `at` hangs in its clause.
pub(super) fn governed(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> Governed {
    let from = at.saturating_sub(REACH).max(sentence.start);
    for index in (from..at).rev() {
        let token = &document.tokens[index];
        let word = document.token_text(index);
        // "the north of Syria", but not "the president of Syria".
        let part_of = word == "of"
            && index > sentence.start
            && resolver
                .classes
                .is(&document.tokens[index - 1], REGION | SQUARE);
        // "On the villages of Harsk": they are where their own preposition puts them.
        let several = !part_of
            && word == "of"
            && index > sentence.start
            && resolver
                .classes
                .is(&document.tokens[index - 1], SPREAD | PARTS);
        if several {
            continue;
        }
        let seated = |at: usize| resolver.classes.is(&document.tokens[at], SEATED);
        if index > sentence.start && seated(index - 1) {
            return Governed::No;
        }
        if part_of || resolver.classes.is(token, LOCATIVE) {
            return Governed::Locative;
        }
        if resolver.classes.is(token, PREPOSITION) {
            return Governed::Preposition;
        }
        let passes = match token.kind {
            TokenKind::Mark => matches!(word, "-" | "“" | "\""),
            _ => !resolver.classes.is(token, SPEECH) && word != "by",
        };
        if !passes {
            break;
        }
    }
    Governed::No
}

/// "Near the Harsk farm, Marle jurisdiction, Linden Department": a part of a country at the end of an address, behind the
/// preposition of its head.
pub(super) fn is_addressed(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let comma = tokens
        .start
        .checked_sub(1)
        .filter(|at| *at > sentence.start);
    let division = sentence.contains(&tokens.end) && is(tokens.end, REGION);
    let Some(comma) = comma.filter(|at| division && document.is_word(*at, ",")) else {
        return false;
    };
    let from = comma.saturating_sub(ADDRESS_REACH).max(sentence.start);
    let clause = SPEECH | BE | RELATIVE | BREAK | KILLS;
    let head = (from..comma).rev().find(|at| is(*at, LOCATIVE | clause));
    head.is_some_and(|at| is(at, LOCATIVE))
}

/// True when the name owns what follows ("in Israel's response"), rather than holding it ("in Lebanon's south").
pub(super) fn is_owner(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    end: usize,
) -> bool {
    if !sentence.contains(&end) || !document.is_word(end, "'s") {
        return false;
    }
    let held = document.tokens[..sentence.end]
        .get(end + 1)
        .is_some_and(|token| token.kind == TokenKind::Name || resolver.classes.is(token, REGION));
    !held
}

/// True when a name, known in the gazetteer, is no place here.
pub(super) fn is_shielded(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
    known: &Name,
    titled: bool,
) -> bool {
    let at = |index: usize| {
        (sentence.contains(&index)).then(|| (&document.tokens[index], document.token_text(index)))
    };
    let before = tokens.start.checked_sub(1).and_then(at);
    let next = at(tokens.end);
    if is_adjective(resolver, document, sentence, tokens) {
        return true;
    }
    if known.postal && before.is_none_or(|(_, word)| word != ",") {
        return true;
    }
    if let Some((token, word)) = next {
        let adjoins = token.kind != TokenKind::Mark || word == "-";
        let token = match (word, at(tokens.end + 1)) {
            ("-", Some((after, _))) => after,
            _ => token,
        };
        let organised = resolver.classes.is(token, ORGANISATION)
            && token.kind == TokenKind::Name
            && !is_division(resolver, document, sentence, tokens);
        if adjoins && organised
            || is_compound(document, tokens.end)
            || is_mission(resolver, document, tokens.end, known)
        {
            return true;
        }
        let mut places = known.places.iter();
        if resolver.classes.is(token, SPEECH)
            && places.any(|at| resolver.gazetteer.place(*at).capital)
        {
            return true;
        }
        if !titled
            && is_surname(resolver, document, tokens.end, token.kind, word)
            && !is_some_street(resolver, document, sentence, tokens)
        {
            return true;
        }
    }
    before.is_some_and(|(token, word)| {
        resolver.classes.is(token, TITLE)
            // "A source told US that": a text in capitals has lost the pronoun.
            || known.exact.is_some() && resolver.classes.is(token, SPEECH)
            || (word == "."
                && tokens.start >= sentence.start + 2
                && resolver
                    .classes
                    .is(&document.tokens[tokens.start - 2], TITLE))
            || (!titled && is_first_name(resolver, document, sentence, tokens.start - 1))
    })
}

/// "In Linden Department": a part of a country, where "the Linden Department of Health" and the fire department are offices.
fn is_division(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let next = sentence.contains(&tokens.end) && {
        let next = &document.tokens[tokens.end];
        resolver.classes.is(next, REGION)
    };
    let of = sentence.contains(&(tokens.end + 1)) && document.is_word(tokens.end + 1, "of");
    let placed = || governed(resolver, document, sentence, tokens.start) >= Governed::Preposition;
    next && !of && (placed() || is_addressed(resolver, document, sentence, tokens))
}

/// "US-led", "Linden-based": the place of whom the adjective tells, and of nothing that happens.
fn is_compound(document: &Document<'_>, at: usize) -> bool {
    let unspaced = |at: usize| document.tokens.get(at).filter(|it| !it.spaced);
    let hyphen = unspaced(at).is_some() && document.is_word(at, "-");
    let word = unspaced(at + 1).filter(|it| hyphen && it.kind == TokenKind::Word);
    word.is_some() && !matches!(document.token_text(at + 1), "area" | "wide")
}

/// "In a downtown Linden Street": one of its streets, and none that is called so.
fn is_some_street(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let street = resolver.classes.is(&document.tokens[tokens.end], VENUE);
    let from = tokens
        .start
        .saturating_sub(STREET_REACH)
        .max(sentence.start);
    let small = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
    let before = (from..tokens.start).rev().take_while(small);
    // "A Linden Street" is one that is called so.
    let mut article = before.skip(1);
    street && article.any(|at| matches!(document.token_text(at), "a" | "an"))
}

/// "The United States embassy" stands elsewhere, "the Kenya embassy bombing" was in Kenya.
fn is_mission(resolver: &Resolver, document: &Document<'_>, at: usize, known: &Name) -> bool {
    let text = document.article.text.as_str();
    let mut places = known.places.iter();
    let country = places.all(|at| is_country(&resolver.gazetteer.place(*at).id));
    let house = document.tokens.get(at);
    country
        && house.is_some_and(|it| resolver.classes.is(it, MISSION))
        && !resolver.events.tells(&document.tokens, text, at + 1)
}

/// "US diplomacy": a name that is also the adjective, before a noun.
fn is_adjective(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let text = document.article.text.as_str();
    let doubles = resolver
        .parties
        .longest_before(&document.tokens, text, tokens.start, sentence.end)
        .is_some_and(|(after, _)| after >= tokens.end);
    let function = PREPOSITION | BE | ADVERB | BREAK | SPEECH | RELATIVE | CALENDAR;
    doubles
        && sentence.contains(&tokens.end)
        && document.tokens[tokens.end].kind != TokenKind::Mark
        && document.tokens[tokens.end].kind != TokenKind::Number
        && !resolver.classes.is(&document.tokens[tokens.end], function)
        && !document.is_word(tokens.end, "'s")
}

/// A capitalised word right after a place name makes it a person's or a thing's name, unless that word is known, or tells
/// who speaks: "Nine die in Oran Officials", a headline that has lost its colon.
fn is_surname(
    resolver: &Resolver,
    document: &Document<'_>,
    at: usize,
    kind: TokenKind,
    word: &str,
) -> bool {
    let speaks = resolver.classes.is(&document.tokens[at], SPEAKER);
    kind == TokenKind::Name && word.len() > 1 && !speaks && !is_known(resolver, document, at)
}

/// A capitalised word right before a place name, inside the sentence.
fn is_first_name(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> bool {
    at > sentence.start
        && document.tokens[at].kind == TokenKind::Name
        && !is_known(resolver, document, at)
}

/// A capitalised word that names neither a person nor a thing.
fn is_known(resolver: &Resolver, document: &Document<'_>, at: usize) -> bool {
    let text = document.article.text.as_str();
    let token = &document.tokens[at];
    let listed = REGION | SPREAD | CALENDAR | SPEECH | PREPOSITION | DETERMINER;
    resolver.classes.is(token, listed)
        || resolver
            .gazetteer
            .longest_before(&document.tokens, text, at, at + 4)
            .is_some()
        || resolver
            .parties
            .longest_before(&document.tokens, text, at, at + 4)
            .is_some()
}
