//! One pass over the words of an article: where places, parties, events and incidents are named.

use std::ops::Range;

use super::Resolver;
use super::gazetteer::Gazetteer;
use super::shield;
use crate::schema::NamedEvent;
use crate::text::{Document, NameTable, Zone};

/// What an article names, each list in order of the text.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Places, shielded ones left out.
    pub(super) places: Vec<PlaceMention>,
    /// Peoples and groups.
    pub(super) parties: Vec<Mention>,
    /// Named events.
    pub(super) events: Vec<Mention>,
    /// Words that tell of an event: index of the kind.
    pub(super) incidents: Vec<Mention>,
    /// Cues of an earlier event.
    pub(super) background: Vec<Mention>,
    /// "both towns"
    pub(super) anaphora: Vec<Mention>,
}

/// A stretch of tokens that names something.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// What it names, in the table of its kind.
    pub(super) what: u32,
}

/// A place name.
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// Index of the place in the gazetteer.
    pub(super) place: u32,
    /// How it hangs in its clause.
    pub(super) governed: Governed,
}

/// How a place name hangs in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Governed {
    /// Subject or object.
    No,
    /// After "against", "to", "from".
    Preposition,
    /// After "in", "near", "at".
    Locative,
}

/// The items of a list, in order of the text, that lie within `range`.
pub(super) fn within<T: Placed>(list: &[T], range: Range<usize>) -> &[T] {
    let from = list.partition_point(|item| item.tokens().start < range.start);
    let to = list.partition_point(|item| item.tokens().start < range.end);
    list.get(from..to).unwrap_or_default()
}

/// Something that stands at tokens.
pub(super) trait Placed {
    /// Its tokens.
    fn tokens(&self) -> &Range<usize>;
}

impl Placed for Mention {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

impl Placed for PlaceMention {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

/// Names found but not yet told apart.
struct Found {
    tokens: Range<usize>,
    name: u32,
    governed: Governed,
}

impl Mentions {
    /// Reads the mentions of a document, boilerplate left out.
    pub(super) fn read(resolver: &Resolver, document: &Document<'_>) -> Self {
        let mut mentions = Self::default();
        let mut found = Vec::new();
        let text = document.article.text.as_str();
        for sentence in &document.sentences {
            if sentence.zone == Zone::Tail {
                continue;
            }
            let range = sentence.tokens.clone();
            let scan = |phrases: &NameTable<u32>, list: &mut Vec<Mention>| {
                let mut at = range.start;
                while at < range.end {
                    match phrases.longest_before(&document.tokens, text, at, range.end) {
                        Some((after, what)) => {
                            list.push(Mention {
                                tokens: at..after,
                                what,
                            });
                            at = after;
                        }
                        None => at += 1,
                    }
                }
            };
            scan(&resolver.events.aliases, &mut mentions.events);
            scan(&resolver.events.incidents, &mut mentions.incidents);
            scan(&resolver.background, &mut mentions.background);
            scan(&resolver.anaphora, &mut mentions.anaphora);
            parties(resolver, document, range.clone(), &mut mentions.parties);
            names(resolver, document, range, &mut found);
        }
        mentions.places = told_apart(&resolver.gazetteer, &found, document);
        mentions
    }
}

fn parties(
    resolver: &Resolver,
    document: &Document<'_>,
    range: Range<usize>,
    list: &mut Vec<Mention>,
) {
    let text = document.article.text.as_str();
    let mut at = range.start;
    while at < range.end {
        match resolver
            .parties
            .longest_before(&document.tokens, text, at, range.end)
        {
            Some((after, what)) => {
                list.push(Mention {
                    tokens: at..after,
                    what,
                });
                at = after;
            }
            None => at += 1,
        }
    }
}

fn names(
    resolver: &Resolver,
    document: &Document<'_>,
    range: Range<usize>,
    found: &mut Vec<Found>,
) {
    let text = document.article.text.as_str();
    let titled = shield::is_title_case(document, &range);
    let mut at = range.start;
    while at < range.end {
        let Some((after, name)) =
            resolver
                .gazetteer
                .longest_before(&document.tokens, text, at, range.end)
        else {
            at += 1;
            continue;
        };
        let tokens = at..after;
        let governed = if shield::is_owner(resolver, document, &range, after) {
            Governed::No
        } else {
            shield::governed(resolver, document, &range, at)
        };
        let known = resolver.gazetteer.name(name);
        let shielded = shield::is_shielded(resolver, document, &range, &tokens, known, titled)
            || (known.weak && governed == Governed::No);
        if !shielded {
            found.push(Found {
                tokens,
                name,
                governed,
            });
        }
        at = after;
    }
}

/// Chooses among places of one name: what the next name contains ("Aurora, Colorado"), then what is in a country or
/// state that the article names, then the usual one.
fn told_apart(
    gazetteer: &Gazetteer,
    found: &[Found],
    document: &Document<'_>,
) -> Vec<PlaceMention> {
    let mut plain: Vec<&str> = found
        .iter()
        .filter_map(|found| match gazetteer.name(found.name).places.as_slice() {
            [only] => Some(gazetteer.place(*only).id.as_str()),
            _ => None,
        })
        .collect();
    plain.sort_unstable();
    plain.dedup();
    let inside = |place: u32, id: &str| gazetteer.place(place).within.iter().any(|w| w == id);
    let mut mentions: Vec<PlaceMention> = Vec::with_capacity(found.len());
    for (at, this) in found.iter().enumerate() {
        let places = &gazetteer.name(this.name).places;
        let next = found.get(at + 1).filter(|next| {
            next.tokens.start == this.tokens.end + 1 && document.token_text(this.tokens.end) == ","
        });
        let container = |place: &u32| {
            next.is_some_and(|next| {
                let holders = &gazetteer.name(next.name).places;
                holders
                    .iter()
                    .any(|holder| inside(*place, &gazetteer.place(*holder).id))
            })
        };
        let named = |place: &u32| {
            let within = &gazetteer.place(*place).within;
            within
                .iter()
                .any(|id| plain.binary_search(&id.as_str()).is_ok())
        };
        let chosen = places
            .iter()
            .find(|place| container(place))
            .or_else(|| places.iter().find(|place| named(place)))
            .or(places.first());
        let Some(place) = chosen else { continue };
        // "Aurora, Colorado" is one place: the state after the comma says which.
        let part_of_last = mentions.last().is_some_and(|last| {
            last.tokens.end + 1 == this.tokens.start
                && document.token_text(last.tokens.end) == ","
                && inside(last.place, &gazetteer.place(*place).id)
        });
        if part_of_last {
            continue;
        }
        mentions.push(PlaceMention {
            tokens: this.tokens.clone(),
            place: *place,
            governed: this.governed,
        });
    }
    mentions
}

/// The event of a mention.
pub(super) fn event<'a>(resolver: &'a Resolver, mention: &Mention) -> &'a NamedEvent {
    &resolver.events.named[mention.what as usize]
}
