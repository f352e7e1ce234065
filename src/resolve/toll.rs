//! The noun phrase of a toll: "Gaza's death toll", "the quake death toll", "the death toll from the attack". What stands
//! in it says whose toll it is, whatever else the sentence tells.

use std::ops::Range;

use super::anchor::Anchor;
use super::attach;
use super::classes::{ADVERB, BE, BREAK, DETERMINER, KILLS, PREPOSITION, RELATIVE, SPEECH};
use super::mention::{self, Governed, Placed};
use super::nearby::Candidate;
use super::place::{self, Place};
use super::scene::Scene;
use super::who::{Facets, Who};
use super::{Event, Evidence, Resolver, beyond, discover, many, recognise, unnamed};
use crate::claims::{Claim, Frame};
use crate::decimal::Decimal;
use crate::text::TokenKind;

/// The most words between what a toll is of and the toll: "Gaza's latest overall death toll".
const REACH: usize = 4;
/// A toll below this may be that of one deed, where a text tells of one.
const ONE_DEED: Decimal = Decimal::ONE_HUNDRED;
/// The most words of the group after "the death toll of".
const GROUP_REACH: usize = 3;

/// The tokens of a toll's noun phrase before and after its head.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    before: Range<usize>,
    after: Range<usize>,
}

impl Phrase {
    /// The phrase around the trigger of a claim that counts a toll; none for other claims.
    pub(super) fn of(
        resolver: &Resolver,
        scene: &Scene<'_>,
        claim: &Claim,
        anchor: &Anchor,
    ) -> Option<Self> {
        if claim.frame != Frame::Toll {
            return None;
        }
        let head = &anchor.trigger;
        let left = head.start.saturating_sub(REACH).max(anchor.sentence.start);
        let start = (left..head.start)
            .rev()
            .find(|at| ends_phrase(resolver, scene, *at))
            .map_or(left, |at| at + 1);
        Some(Self {
            before: start..head.start,
            after: head.end..after(resolver, scene, claim, anchor),
        })
    }

    /// "gave a lower toll of eight": of what has just been told, where "the death toll" may be of all that goes on.
    fn is_indefinite(&self, scene: &Scene<'_>) -> bool {
        let mut words = self.before.clone();
        words.any(|at| matches!(scene.document.token_text(at), "a" | "an"))
    }

    /// True when the phrase holds all of the mention.
    pub(super) fn holds(&self, mention: &impl Placed) -> bool {
        let tokens = mention.tokens();
        let inside = |range: &Range<usize>| range.start <= tokens.start && tokens.end <= range.end;
        inside(&self.before) || inside(&self.after)
    }
}

/// The place whose toll it is: "Gaza death toll", "the death toll in Gaza", "from the attacks on Gaza".
pub(super) fn place(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<Place> {
    let phrase = Phrase::of(resolver, scene, claim, anchor)?;
    let mention = scene.places(phrase.before).last().or_else(|| {
        let after = scene.places(phrase.after);
        after.iter().find(|place| place.governed > Governed::No)
    })?;
    Some(place::read(scene, mention, Evidence::Clause))
}

/// Who died, when the toll's noun phrase says so: "the Palestinian death toll", "the death toll of journalists".
pub(super) fn who(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<Who> {
    let phrase = Phrase::of(resolver, scene, claim, anchor)?;
    let document = scene.document;
    let of = phrase.after.start;
    let stated = matches!(document.token_text(of), "of" | "among" | "for").then(|| {
        let end = phrase.after.end.min(of + 1 + GROUP_REACH);
        // "of journalists killed in": what befell them is no part of who they are.
        let befell = |at: &usize| resolver.classes.is(&document.tokens[*at], KILLS);
        of + 1..(of + 1..end).find(befell).unwrap_or(end)
    });
    // "Police put the number at 14": who says so stands before the article.
    let is_article = |at: &usize| resolver.classes.is(&document.tokens[*at], DETERMINER);
    let until = anchor.trigger.end;
    let opens = (phrase.before.start..until).rev().find(is_article);
    let own = opens.map_or(phrase.before.start, |at| at + 1)..phrase.before.end;
    [stated, Some(own)]
        .into_iter()
        .flatten()
        .filter(|tokens| !tokens.is_empty())
        .map(|tokens| group(resolver, scene, tokens))
        .find(|who| who.facets != Facets::default())
}

/// Who is told of by these words, without what says before them that it is of all: "overall Palestinian".
fn group(resolver: &Resolver, scene: &Scene<'_>, tokens: Range<usize>) -> Who {
    let document = scene.document;
    let all = mention::within(&scene.mentions.together, tokens.clone()).first();
    let all = all.filter(|it| it.tokens.start == tokens.start && it.tokens.end < tokens.end);
    let first = all.map_or(tokens.start, |it| it.tokens.end);
    let span = document.tokens[first]
        .span
        .join(document.tokens[tokens.end - 1].span);
    resolver.nouns.who(document, &resolver.parties, span)
}

/// The event of a toll: what its noun phrase names; else what the number is tied to without another clause between;
/// else what goes on at its place.
pub(super) fn event(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
    phrase: &Phrase,
    candidates: &[Candidate<'_>],
) -> Option<Event> {
    let war = || going_on(resolver, scene, claim, anchor, place);
    let read = |candidate: &Candidate<'_>| {
        let found = attach::read(resolver, scene, claim, anchor, place, *candidate);
        war()
            .filter(|war| is_part_of(&found, war, resolver))
            .unwrap_or(found)
    };
    let mut told = candidates
        .iter()
        .filter(|candidate| !many::is_many(resolver, scene, candidate.mention()));
    let inside = told
        .clone()
        .find(|candidate| phrase.holds(candidate.mention()));
    let tied = || {
        told.find(|candidate| candidate.start() >= anchor.high)
            .filter(|candidate| !is_broken(resolver, scene, anchor.high..candidate.start()))
    };
    if let Some(candidate) = inside.or_else(tied) {
        return Some(read(candidate));
    }
    if phrase.is_indefinite(scene) {
        return unnamed::of_article(resolver, scene, claim, anchor, place)
            .filter(|event| !event.ongoing);
    }
    // "The number of injured stood at 40": of the deed that the text tells of, and of no war.
    let few = claim.value.number.is_some_and(|it| it < ONE_DEED);
    let of_all = claim.counted.is_none() || anchor.is_level;
    let own = || unnamed::of_article(resolver, scene, claim, anchor, place);
    if few
        && of_all
        && let Some(deed) =
            own().filter(|it| !it.named && unnamed::family(&it.kind) == unnamed::VIOLENCE)
        && (discover::is_dated(&deed) || deed.is_assumed() && deed.place.is_some())
    {
        return Some(deed);
    }
    // What the sentence tells beside the toll is not what the toll is of.
    let apart = scene.is_main_told_in(&anchor.sentence);
    war().or_else(|| {
        (!apart)
            .then(|| unnamed::of_article(resolver, scene, claim, anchor, place))
            .flatten()
    })
}

/// What goes on at the toll's place, or where its people live; else at the place of the sentence or the article.
fn going_on(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    if let Some(place) = place {
        return recognise::war_at(resolver, scene, place);
    }
    let home = who(resolver, scene, claim, anchor)
        .and_then(|who| recognise::war_in(resolver, scene, who.facets.nationality.as_deref()?));
    home.or_else(|| {
        let near = beyond::clause(resolver, scene, anchor, None)?;
        recognise::war_at(resolver, scene, &near)
    })
}

/// "the death toll from the Israeli assault": told without day and target, by a party to the war: the war itself.
fn is_part_of(found: &Event, war: &Event, resolver: &Resolver) -> bool {
    let listed = resolver
        .events
        .named
        .iter()
        .find(|event| event.id == war.id);
    let by_party = listed.is_some_and(|event| {
        let mut parties = event.parties.iter();
        parties.any(|party| resolver.parties.id_of(party) == found.agent.as_deref())
    });
    let same_place = found.place.is_none() || found.place == war.place;
    !found.named && !discover::is_dated(found) && same_place && found.agent.is_some() && by_party
}

/// True when another clause begins between two points.
fn is_broken(resolver: &Resolver, scene: &Scene<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| {
        let token = &scene.document.tokens[at];
        scene.document.is_word(at, ";") || resolver.classes.is(token, BREAK)
    })
}

/// Where the words after the head end: "of …", "from …", "in …" up to the verb, or to the number.
fn after(resolver: &Resolver, scene: &Scene<'_>, claim: &Claim, anchor: &Anchor) -> usize {
    let head = anchor.trigger.end;
    let number = &claim.quantity.tokens;
    let end = if number.start >= head {
        number.start
    } else {
        anchor.sentence.end
    };
    let opens = scene
        .document
        .tokens
        .get(head)
        .is_some_and(|token| head < end && resolver.classes.is(token, PREPOSITION));
    if !opens {
        return head;
    }
    (head + 1..end)
        .find(|at| {
            let token = &scene.document.tokens[*at];
            let mark = token.kind == TokenKind::Mark && !scene.document.is_word(*at, "-");
            // "The toll from the ferry that sank off Nias": what it did is what the toll is of.
            let told = mention::within(&scene.mentions.incidents, *at + 1..*at + 2);
            let relative = resolver.classes.is(token, RELATIVE) && told.is_empty();
            let ends = BE | ADVERB | SPEECH | BREAK;
            mark || relative || resolver.classes.is(token, ends)
        })
        .unwrap_or(end)
}

fn ends_phrase(resolver: &Resolver, scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.document.tokens[at];
    let word = scene.document.token_text(at);
    let mark = token.kind == TokenKind::Mark && word != "-";
    mark || token.kind == TokenKind::Number
        || resolver
            .classes
            .is(token, PREPOSITION | BE | SPEECH | RELATIVE | BREAK)
}
