//! Places named together: "in Kenya and Tanzania", "near Homs, Hama and Idlib". What is told of them is told of all of
//! them, and is no figure of the first.

use std::ops::Range;

use super::atlas::{Atlas, is_country};
use super::classes::{Classes, SPEECH};
use super::gazetteer::KnownPlace;
use super::mention::{Governed, PlaceMention};
use crate::text::{Document, TokenKind};

/// What stands between the ids of places that are named together. No other id has it.
const MARK: char = '+';
/// The most words of "and a packed restaurant in".
const SECOND_REACH: usize = 6;

/// Makes one mention of the places of a list after a preposition, with a place of its own.
pub(super) fn join(
    document: &Document<'_>,
    classes: &Classes,
    atlas: &mut Atlas<'_>,
    places: &mut Vec<PlaceMention>,
) {
    let mut at = 0;
    while at < places.len() {
        if let Some(list) = list(document, classes, atlas, &places[at..])
            && let Some(all) = together(list.members.iter().map(|at| atlas.place(*at)).collect())
        {
            let place = atlas.enter(all);
            let last = at + list.n_mentions - 1;
            let tokens = places[at].tokens.start..places[last].end;
            let governed = places[at].governed;
            let joint = PlaceMention {
                end: tokens.end,
                tokens,
                place,
                governed,
            };
            places.splice(at..=last, [joint]);
        }
        at += 1;
    }
}

/// A list of places at the head of some mentions.
struct List {
    /// Numbers of its places.
    members: Vec<u32>,
    /// How many mentions it takes.
    n_mentions: usize,
}

fn list(
    document: &Document<'_>,
    classes: &Classes,
    atlas: &Atlas<'_>,
    places: &[PlaceMention],
) -> Option<List> {
    let first = places.first()?;
    let before = document.token_text(first.tokens.start.checked_sub(1)?);
    // "between Israel and Lebanon", "from Kenya to Tanzania" are no lists.
    if first.governed < Governed::Preposition || matches!(before, "between" | "from" | "to") {
        return None;
    }
    let mut list = List {
        members: vec![first.place],
        n_mentions: 1,
    };
    for pair in places.windows(2) {
        let [left, right] = pair else { break };
        let link = link(document, left.end..right.tokens.start)?;
        let country = |mention: &PlaceMention| is_country(&atlas.place(mention.place).id);
        // "In Kenya, Djibouti blasts": a headline saves its "and".
        let saved = link == Link::Comma && list.n_mentions == 1 && country(left) && country(right);
        let ends = || {
            places
                .get(2)
                .is_none_or(|next| link_is_none(document, right.end, next))
        };
        if saved && ends() {
            list.members.push(right.place);
            list.n_mentions += 1;
            return Some(list);
        }
        // ", and Israel said": a new clause, unless the comma closes a town's country or a longer list.
        let closed = left.end > left.tokens.end || list.members.len() > 1;
        if link == Link::CommaAnd && !closed || link == Link::None {
            return None;
        }
        list.members.push(right.place);
        list.n_mentions += 1;
        if link != Link::Comma {
            return (!opens_clause(document, classes, right.end)).then_some(list);
        }
    }
    None
}

/// True when the next place is no member of the list that ends at `end`.
fn link_is_none(document: &Document<'_>, end: usize, next: &PlaceMention) -> bool {
    let between = end..next.tokens.start.max(end);
    !matches!(
        link(document, between),
        Some(Link::Comma | Link::And | Link::CommaAnd)
    )
}

/// True when what follows a place makes it the subject of a clause, or an owner, or names what lies between two.
fn opens_clause(document: &Document<'_>, classes: &Classes, at: usize) -> bool {
    let follows = document.tokens.get(at);
    let between = || {
        matches!(
            document.token_text(at),
            "border" | "borders" | "frontier" | "'s"
        )
    };
    follows.is_some_and(|token| classes.is(token, SPEECH) || between())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Comma,
    And,
    CommaAnd,
    None,
}

/// What joins two mentions, when nothing else stands between them.
fn link(document: &Document<'_>, between: Range<usize>) -> Option<Link> {
    if is_second_spot(document, between.clone()) {
        return Some(Link::And);
    }
    let mut words = between.map(|at| document.token_text(at));
    let mut link = match words.next()? {
        "," => Link::Comma,
        "and" | "&" => Link::And,
        _ => return Some(Link::None),
    };
    for word in words {
        link = match (link, word) {
            (Link::Comma, "and") => Link::CommaAnd,
            (Link::And | Link::CommaAnd, "in" | "the" | "near" | "nearby") => link,
            _ => return Some(Link::None),
        };
    }
    Some(link)
}

/// "(A hotel in Kenya) and a packed restaurant in (Djibouti)": a second thing in a second place.
fn is_second_spot(document: &Document<'_>, between: Range<usize>) -> bool {
    let word = |at: usize| document.token_text(at);
    let (first, last) = (between.start, between.end.saturating_sub(1));
    let plain = |at: usize| document.tokens[at].kind == TokenKind::Word;
    (4..=SECOND_REACH).contains(&between.len())
        && word(first) == "and"
        && matches!(word(first + 1), "a" | "an" | "another" | "one")
        && matches!(word(last), "in" | "near" | "outside")
        && between.clone().all(plain)
}

/// The place that several make together; none when one of them holds another.
pub(super) fn together(mut parts: Vec<&KnownPlace>) -> Option<KnownPlace> {
    let names: Vec<&str> = parts.iter().map(|place| place.name.as_str()).collect();
    let (last, others) = names.split_last()?;
    let name = format!("{} and {last}", others.join(", "));
    parts.sort_by(|a, b| a.id.cmp(&b.id));
    parts.dedup_by(|a, b| a.id == b.id);
    let nested = |a: &KnownPlace, b: &KnownPlace| a.within.contains(&b.id);
    let (first, rest) = parts.split_first()?;
    if rest.is_empty()
        || parts
            .iter()
            .any(|a| a.is_region() || parts.iter().any(|b| nested(a, b)))
    {
        return None;
    }
    let common = |id: &&String| rest.iter().all(|place| place.within.contains(id));
    let ids: Vec<&str> = parts.iter().map(|place| place.id.as_str()).collect();
    Some(KnownPlace {
        id: ids.join(MARK.encode_utf8(&mut [0; 4])),
        name,
        within: first.within.iter().filter(common).cloned().collect(),
        supposed: false,
        wide: false,
        holds: false,
        capital: false,
    })
}

/// True for the id of several places.
pub(crate) fn is_joint(id: &str) -> bool {
    id.contains(MARK)
}

/// The id of several places of one kind that are not named: "three towns". It is one of several places.
pub(super) fn spread(kind: &str) -> String {
    format!("~{kind}{MARK}")
}

/// True for the id of several places that are not named.
pub(crate) fn is_spread(id: &str) -> bool {
    id.ends_with(MARK)
}

/// The ids of the places that an id names.
pub(crate) fn parts(id: &str) -> impl Iterator<Item = &str> {
    id.split(MARK)
}
