//! Places that the words put into another: "Harsk in the Linden region", "Harsk, Linden province", "the town of Harsk, Linden".

use std::ops::Range;

use super::Resolver;
use super::atlas::Atlas;
use super::classes::{REGION, SETTLEMENT, VENUE};
use super::mention::{Governed, PlaceMention};
use crate::text::{Document, TokenKind};

/// The most tokens between a place and what it lies in: ", a small town in the".
const BETWEEN: usize = 6;
/// The most tokens between a province and a place in the clause that begins with "where".
const WHERE_REACH: usize = 16;
/// The most tokens of "a small market town".
const APPOSED_REACH: usize = 6;
/// The most words of the name of a province.
const NAME_REACH: usize = 4;

/// Puts the places of which only the name is known into those that the words put them into.
pub(super) fn enter(
    resolver: &Resolver,
    document: &Document<'_>,
    atlas: &mut Atlas<'_>,
    places: &[PlaceMention],
) {
    for pair in places.windows(2) {
        let (inner, outer) = (&pair[0], &pair[1]);
        let free = inner.place != outer.place
            && atlas.place(inner.place).within.is_empty()
            && !atlas.place(outer.place).is_region();
        if free && holds(resolver, document, inner, outer) {
            let id = atlas.place(outer.place).id.clone();
            atlas.put_in(inner.place, &id);
        }
        let (outer, inner) = (inner, outer);
        let free = inner.place != outer.place && atlas.place(inner.place).within.is_empty();
        if free && is_where(resolver, document, outer, inner) {
            let id = atlas.place(outer.place).id.clone();
            atlas.put_in(inner.place, &id);
        }
    }
}

/// "In Syria's Homs", "in Syrias western city of Homs": the country only says whose the town is.
pub(super) fn leave_owners_out(
    resolver: &Resolver,
    document: &Document<'_>,
    atlas: &Atlas<'_>,
    places: &mut Vec<PlaceMention>,
) {
    let mut owners = Vec::new();
    for at in 1..places.len() {
        let (outer, inner) = (&places[at - 1], &places[at]);
        let own = |at: usize| {
            let token = &document.tokens[at];
            document.is_word(at, "'s")
                || document.is_word(at, "of")
                || token.kind == TokenKind::Word && resolver.classes.is(token, REGION)
        };
        let between = outer.end..inner.tokens.start.max(outer.end);
        let adjoins = between.len() <= BETWEEN
            && between.clone().all(own)
            && (between.is_empty() || !document.is_word(between.start, "of"));
        let holder = &atlas.place(outer.place).id;
        if adjoins && atlas.place(inner.place).within.contains(holder) {
            // "To hospitals in Turkey's Hatay": the country stands where its town does.
            let governed = match outer.governed {
                Governed::Preposition => outer.governed,
                other => other.max(inner.governed),
            };
            places[at].governed = governed;
            owners.push(at - 1);
        }
    }
    let mut at = 0;
    places.retain(|_| {
        at += 1;
        owners.binary_search(&(at - 1)).is_err()
    });
}

/// "In the Linden region, where a bomb hit a market in Harsk".
fn is_where(
    resolver: &Resolver,
    document: &Document<'_>,
    outer: &PlaceMention,
    inner: &PlaceMention,
) -> bool {
    let between = outer.end..inner.tokens.start;
    let region = document
        .tokens
        .get(outer.end)
        .is_some_and(|next| next.kind != TokenKind::Mark && resolver.classes.is(next, REGION));
    let word = |at: usize| document.token_text(at);
    region
        && (NAME_REACH..=WHERE_REACH).contains(&between.len())
        && between.clone().take(3).any(|at| word(at) == "where")
        && !between.clone().any(|at| matches!(word(at), "." | ";"))
}

/// True when the words between two places, and behind the second, put the first into it.
fn holds(
    resolver: &Resolver,
    document: &Document<'_>,
    inner: &PlaceMention,
    outer: &PlaceMention,
) -> bool {
    let between = inner.end..outer.tokens.start;
    if between.len() > BETWEEN || between.is_empty() {
        return false;
    }
    let mut words = between.clone().map(|at| document.token_text(at));
    let plain = |word: &str| matches!(word, "," | "in" | "the");
    // ", a town in Linden".
    let apposed = words.clone().take(2).eq([",", "a"])
        && between
            .clone()
            .any(|at| resolver.classes.is(&document.tokens[at], REGION));
    let joins = apposed || words.clone().all(plain);
    let within = words.any(|word| word == "in");
    let word = |at: usize| (at < document.tokens.len()).then(|| document.token_text(at));
    let is_province = document
        .tokens
        .get(outer.end)
        .is_some_and(|next| next.kind != TokenKind::Mark && resolver.classes.is(next, REGION));
    // "in Harsk, Linden and Marle", "in Harsk, Linden, Marle" are lists.
    let goes_on = match word(outer.end) {
        Some("and" | "or" | "&") => true,
        Some(",") => document
            .tokens
            .get(outer.end + 1)
            .is_some_and(|next| next.kind == TokenKind::Name),
        _ => false,
    };
    let listed = inner.tokens.start.checked_sub(1).and_then(word) == Some(",");
    joins && (is_province || within && !goes_on || !goes_on && !listed)
}

/// "At Coral Hotel, Hallowfield": behind the name of a spot and a comma stands its town.
pub(super) fn is_behind_spot(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    name: usize,
) -> bool {
    let before = |n: usize| name.checked_sub(n).filter(|at| sentence.contains(at));
    let comma = before(1).is_some_and(|at| document.is_word(at, ","));
    let spot = before(2).map(|at| &document.tokens[at]);
    comma && spot.is_some_and(|it| it.kind == TokenKind::Name && resolver.classes.is(it, VENUE))
}

/// True when the words behind a name put it into a province: ", in Linden state", "in the Linden region".
pub(super) fn is_in_province(
    resolver: &Resolver,
    document: &Document<'_>,
    name_end: usize,
    end: usize,
) -> bool {
    let is = |at: usize, word: &str| at < end && document.is_word(at, word);
    let mut at = name_end;
    let comma = is(at, ",");
    at += usize::from(comma);
    let within = is(at, "in");
    at += usize::from(within);
    at += usize::from(within && is(at, "the"));
    if at == name_end || at >= end {
        return false;
    }
    if comma && !within && is_apposed(resolver, document, at, end) {
        return true;
    }
    let text = document.article.text.as_str();
    let tokens = &document.tokens[..end.min(at + NAME_REACH)];
    let outer = resolver
        .gazetteer
        .longest_before(tokens, text, at, tokens.len());
    let next = outer.and_then(|(after, _)| document.tokens[..end].get(after));
    next.is_some_and(|next| next.kind != TokenKind::Mark && resolver.classes.is(next, REGION))
}

/// ", a small town in Linden": from the comma on.
fn is_apposed(resolver: &Resolver, document: &Document<'_>, at: usize, end: usize) -> bool {
    let article = matches!(document.token_text(at), "a" | "the");
    let reach = at + 1..end.min(at + APPOSED_REACH);
    let mut words = reach.filter(|at| document.tokens[*at].kind == TokenKind::Word);
    let settled = words.find(|at| resolver.classes.is(&document.tokens[*at], SETTLEMENT));
    let outer = settled.filter(|at| at + 2 < end && document.is_word(at + 1, "in"));
    article && outer.is_some_and(|at| document.tokens[at + 2].kind == TokenKind::Name)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// What contains the place of "three", the number of the text.
    fn check(text: &str, place: &str, within: &[&str]) {
        let said = deaths(Frame::Passive, "three", "people", "killed");
        let records = records(text, "2030-05-02", &[said]);
        let found = records[0].place.as_ref().unwrap();
        assert_eq!(found.id, place, "{text}");
        let outer: Vec<&str> = found.within.iter().map(String::as_str).collect();
        assert_eq!(&outer[..within.len()], within, "{text}");
    }

    #[test]
    fn a_village_lies_where_the_words_put_it() {
        for text in [
            "He said three people were killed in the town of Karvona in Latakia province.",
            "He said three people were killed in Karvona, a town in Latakia province.",
            "He said three people were killed in Karvona, Latakia province.",
            "He said three people were killed in Karvona, Latakia, as they slept.",
            "He said three people were killed in Karvona, a small town in Latakia.",
            "Gunmen entered Karvona in the Latakia region at noon. He said three people were killed in Karvona.",
            "The worst was in Latakia province, where jets hit a market in the town of Karvona. He said three people were killed in Karvona.",
        ] {
            check(text, "~karvona", &["latakia", "SY"]);
        }
    }

    #[test]
    fn a_lost_comma_is_supplied_before_what_holds_towns() {
        // In what it lies is not read there: a listed name behind another is mostly a person's.
        check(
            "He said three people were killed in Karvona Idlib.",
            "~karvona",
            &[],
        );
    }

    #[test]
    fn a_list_puts_nothing_into_anything() {
        let said = deaths(Frame::Passive, "three", "people", "killed");
        for text in [
            "He said three people were killed in Karvona, Latakia and Homs.",
            "He said three people were killed in Karvona, Latakia, Homs.",
        ] {
            let records = records(text, "2030-05-02", std::slice::from_ref(&said));
            let inside = |it: &crate::resolve::Place| {
                it.id == "~karvona" && it.within.contains(&"latakia".to_owned())
            };
            assert!(!records[0].place.as_ref().is_some_and(inside), "{text}");
        }
    }

    #[test]
    fn a_village_is_no_quarter_of_the_capital() {
        let within = |text: &str| {
            let said = deaths(Frame::Passive, "three", "people", "killed");
            let records = records(text, "2030-05-02", &[said]);
            let place = records[0].place.clone().unwrap();
            place.within.first().cloned()
        };
        let village = "A minister spoke in Damascus. He said three people were killed in the village of Karvona.";
        assert_eq!(within(village).as_deref(), Some("SY"));
        let quarter = "A shell fell in Damascus. He said three people were killed near Karvona.";
        assert_eq!(within(quarter).as_deref(), Some("damascus"));
    }
}
