//! One pass over the words of an article: where places, parties, events and incidents are named.

use std::ops::Range;

use super::Resolver;
use super::atlas::Atlas;
use super::classes::{AUTHORITY, BREAK, PREPOSITION, RELATIVE, SPEECH};
use super::dateline::{self, Dateline};
use super::home;
use super::namesake::{Found, Namesakes};
use super::run::Runs;
use super::shield;
use super::sighting::Sightings;
use crate::schema::NamedEvent;
use crate::text::{Document, NameTable, TokenKind, Zone};

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
    /// Number of the place in the article's atlas.
    pub(super) place: u32,
    /// How it hangs in its clause.
    pub(super) governed: Governed,
}

/// How a place name hangs in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Governed {
    /// Opens the article: "HALLOWFIELD, Ohio (AP) —".
    Dateline,
    /// Says whose police or firemen they are: "Hallowfield police".
    Authority,
    /// Subject or object.
    No,
    /// After "against", "to", "from".
    Preposition,
    /// After "in", "near", "at"; or right before an incident's noun: "the Hallowfield shooting".
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

impl Mentions {
    /// Reads the mentions of a document, boilerplate left out.
    pub(super) fn read<'d>(
        resolver: &'d Resolver,
        document: &'d Document<'d>,
        atlas: &mut Atlas<'d>,
    ) -> Self {
        let mut mentions = Self::default();
        let mut found = Vec::new();
        let text = document.article.text.as_str();
        let dateline = dateline::find(resolver, document);
        let sightings = Sightings::read(resolver, document, dateline.as_ref());
        let names = Names {
            resolver,
            document,
            sightings: &sightings,
            dateline: dateline.as_ref(),
        };
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
            names.read(&range, &mut found);
        }
        let namesakes = Namesakes {
            resolver,
            document,
            sightings: &sightings,
            found: &found,
        };
        mentions.places = namesakes.tell_apart(atlas);
        {
            let home = home::of(atlas, &mentions.places).next();
            if let Some(home) = home {
                atlas.settle(mentions.places[home].place);
            }
            if let Some(holder) = home::only_holder(atlas, &mentions.places) {
                atlas.put_into(&holder);
            }
        }
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

/// The most words between a place and the incident that it names: "the Hallowfield house party shooting".
const INCIDENT_REACH: usize = 2;

/// What names of places are looked up in.
struct Names<'d> {
    resolver: &'d Resolver,
    document: &'d Document<'d>,
    sightings: &'d Sightings,
    dateline: Option<&'d Dateline>,
}

impl Names<'_> {
    fn read(&self, sentence: &Range<usize>, found: &mut Vec<Found>) {
        let titled = shield::is_title_case(self.document, sentence);
        let mut at = sentence.start;
        while at < sentence.end {
            let Some((after, listed)) = self.longest(at, sentence.end) else {
                at += 1;
                continue;
            };
            let tokens = at..after;
            at = after;
            let mut governed = self.governed(sentence, &tokens, listed);
            if let Some(name) = listed {
                let known = self.resolver.gazetteer.name(name);
                let shielded = shield::is_shielded(
                    self.resolver,
                    self.document,
                    sentence,
                    &tokens,
                    known,
                    titled,
                ) || (known.weak && governed == Governed::No);
                let wide = known.postal || self.is_wide(name);
                match (shielded, self.is_authority(tokens.end)) {
                    (false, _) => {}
                    (true, true) if !wide => governed = Governed::Authority,
                    _ => continue,
                }
            }
            found.push(Found {
                tokens,
                listed,
                governed,
            });
        }
    }

    /// The longest name at `at`, of the list or of the article's own.
    fn longest(&self, at: usize, end: usize) -> Option<(usize, Option<u32>)> {
        let text = self.document.article.text.as_str();
        let runs = Runs {
            document: self.document,
            classes: &self.resolver.classes,
        };
        let tokens = &self.document.tokens;
        let listed = self.resolver.gazetteer.longest_before(tokens, text, at, end);
        let own = self.sightings.longest(runs, at, end);
        match (listed, own) {
            (Some((after, _)), Some(own)) if own > after => Some((own, None)),
            (Some((after, name)), _) => Some((after, Some(name))),
            (None, own) => own.map(|after| (after, None)),
        }
    }

    fn governed(
        &self,
        sentence: &Range<usize>,
        tokens: &Range<usize>,
        listed: Option<u32>,
    ) -> Governed {
        if self
            .dateline
            .is_some_and(|dateline| dateline.tokens.start == tokens.start)
        {
            return Governed::Dateline;
        }
        let wide = listed.is_some_and(|name| self.is_wide(name));
        if !wide && self.names_incident(sentence, tokens.end) {
            return Governed::Locative;
        }
        if shield::is_owner(self.resolver, self.document, sentence, tokens.end) {
            return Governed::No;
        }
        match shield::governed(self.resolver, self.document, sentence, tokens.start) {
            Governed::No if !wide && self.is_authority(tokens.end) => Governed::Authority,
            governed => governed,
        }
    }

    /// "Hallowfield shooting": an incident's noun follows, with at most two words between.
    fn names_incident(&self, sentence: &Range<usize>, from: usize) -> bool {
        let tokens = &self.document.tokens[..sentence.end];
        let text = self.document.article.text.as_str();
        for at in from..(from + INCIDENT_REACH + 1).min(sentence.end) {
            let function = PREPOSITION | BREAK | SPEECH | RELATIVE;
            let token = &tokens[at];
            if matches!(token.kind, TokenKind::Mark | TokenKind::Number)
                || self.resolver.classes.is(token, function)
                || self.document.token_text(at) == "'s"
            {
                return false;
            }
            let incidents = &self.resolver.events.incidents;
            let verbs = &self.resolver.gazetteer.incident_verbs;
            if incidents.longest_at(tokens, text, at).is_some() {
                return verbs.longest_at(tokens, text, at).is_none();
            }
        }
        false
    }

    fn is_authority(&self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|token| self.resolver.classes.is(token, AUTHORITY))
    }

    /// True for the name of a country or a part of the world.
    fn is_wide(&self, name: u32) -> bool {
        let gazetteer = &self.resolver.gazetteer;
        let mut places = gazetteer.name(name).places.iter();
        places.any(|at| gazetteer.place(*at).wide)
    }
}

/// The event of a mention.
pub(super) fn event<'a>(resolver: &'a Resolver, mention: &Mention) -> &'a NamedEvent {
    &resolver.events.named[mention.what as usize]
}
