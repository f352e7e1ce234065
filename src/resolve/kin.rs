//! What claims of one article that belong together have from each other.

use super::mention;
use super::scene::Scene;
use super::{Evidence, Facets, Place, Record, Resolver};
use crate::claims::Frame;
use crate::numbers::Kind;
use crate::schema::claim_type::{Basis, KeySlot};
use crate::span::Span;

/// The most words between two numbers of one list: "killed 40 people in the town and wounded about 200".
const LIST_REACH: usize = 12;

/// Members of a list share what only one of them says; a part has event, place, basis and as-of of its whole, where its own clause does not say otherwise; a toll that rises
/// by an increment is of the people of the increment.
pub(super) fn share(resolver: &Resolver, scene: &Scene<'_>, records: &mut [Record]) {
    for at in 0..records.len() {
        // "Killed 257, 12 of them Americans, and hurt 5,500": the list goes on from the whole.
        let mut before = records[..at].iter().rev();
        let before = before.find(|it| it.claim.part_of.is_none()).cloned();
        if let Some(before) = before.filter(|it| is_listed(scene, it, &records[at])) {
            of_list(&mut records[at], &before);
        }
        of_sentence(scene, records, at);
        let whole = records[at]
            .claim
            .part_of
            .and_then(|whole| records.get(whole));
        if let Some(whole) = whole.cloned() {
            of_whole(&mut records[at], &whole);
            let key = resolver.keys.get(whole.claim.claim_type);
            let by_whom = key.is_some_and(|key| key.first() == Some(&KeySlot::Agent));
            if by_whom && records[at].who.text.is_none() {
                records[at].who = whole.who;
            }
        }
        others_of(scene, records, at);
        if let Some(increment) = increment_of(records, at) {
            records[at].who = records[increment].who.clone();
        }
    }
}

/// Whose others are of their own side: a civilian dies beside whoever was there.
const SIDE: &str = "combatant";

/// "One rebel was killed and five others were wounded": where all who are told before are of one side, others are, too.
fn others_of(scene: &Scene<'_>, records: &mut [Record], at: usize) {
    let (before, rest) = records.split_at_mut(at);
    let Some(this) = rest.first_mut() else { return };
    let text = scene.text();
    let others = |it: Span| it.slice(text).eq_ignore_ascii_case("others");
    let facets = &mut this.who.facets;
    if !this.who.text.is_some_and(others) || facets.role.is_some() || this.claim.part_of.is_some() {
        return;
    }
    let sentence = this.claim.sentence;
    let told = before.iter().rev();
    let mut told = told
        .take_while(|it| it.claim.sentence == sentence)
        .peekable();
    let any = told.peek().is_some();
    if any && told.all(|it| it.who.facets.role.as_deref() == Some(SIDE)) {
        facets.role = Some(SIDE.to_owned());
    }
}

/// "killed 4,100 people in Gaza and wounded 13,000": the second count names no time, place or event of its own.
fn is_listed(scene: &Scene<'_>, before: &Record, this: &Record) -> bool {
    let (from, to) = (
        before.claim.quantity.tokens.end,
        this.claim.quantity.tokens.start,
    );
    let counted = this.who.facets.nationality.is_none()
        || this.who.facets.nationality == before.who.facets.nationality;
    if before.claim.sentence != this.claim.sentence
        || !(from..from + LIST_REACH).contains(&to)
        || !counted
        || this.claim.part_of.is_some()
    {
        return false;
    }
    let Some(and) =
        (from..to).find(|at| matches!(scene.document.token_text(*at), "and" | "with" | "plus"))
    else {
        return false;
    };
    let tells = |range: std::ops::Range<usize>| {
        let moments = mention::within(&scene.moments, range.clone());
        moments.iter().any(|moment| !moment.of_speech)
            || !mention::within(&scene.mentions.incidents, range.clone()).is_empty()
            || !mention::within(&scene.mentions.events, range.clone()).is_empty()
            || !scene.places(range).is_empty()
    };
    // What follows the last member is said of all, unless each has its own.
    let trigger = super::who::tokens_of(scene.document, this.claim.trigger.span);
    let end = scene.sentence_of(to).end;
    let behind = trigger.end.max(this.claim.quantity.tokens.end)..end;
    let placed = before.place.as_ref().and_then(|place| place.span);
    let opens = scene.document.tokens[scene.sentence_of(to).start]
        .span
        .start;
    let here = opens..this.claim.quantity.span.start;
    let before_it = placed.is_some_and(|place| here.contains(&place.start));
    let elsewhere = before_it && !scene.places(behind.clone()).is_empty();
    let own = tells(and..to) || (tells(from..and) && tells(behind)) || elsewhere;
    !own
}

/// "247 people died in Nairobi and 10 in Dar es Salaam; 5,000 were injured": a count without place, day and event of its own
/// is of the listed event that the counts before it in its sentence are of, and of all of their places.
fn of_sentence(scene: &Scene<'_>, records: &mut [Record], at: usize) {
    let (before, rest) = records.split_at_mut(at);
    let this = &mut rest[0];
    let own = this.event.as_ref().map(|event| event.evidence);
    let mut others = before
        .iter()
        .rev()
        .take_while(|it| it.claim.sentence == this.claim.sentence);
    let Some(last) = others.clone().next() else {
        return;
    };
    let from = last.claim.quantity.tokens.end.max(last.claim.clause.end);
    let bare = from..scene.sentence_of(this.claim.quantity.tokens.start).end;
    let tells = !scene.places(bare.clone()).is_empty()
        || !mention::within(&scene.moments, bare.clone()).is_empty()
        || !mention::within(&scene.mentions.incidents, bare).is_empty();
    let other_type = last.claim.claim_type != this.claim.claim_type;
    if tells || !other_type || own.is_some_and(|evidence| evidence <= Evidence::Sentence) {
        return;
    }
    let Some(event) = last
        .event
        .clone()
        .filter(|event| event.named && !event.ongoing)
    else {
        return;
    };
    let one_place = others.all(|it| {
        let id = |record: &Record| record.place.as_ref().map(|place| place.id.clone());
        id(it) == id(last)
    });
    this.place = if one_place {
        last.place.clone()
    } else {
        let all = event.place.as_deref().and_then(|id| scene.atlas.by_id(id));
        all.map(|known| Place::new(known, None, Evidence::Inferred))
    };
    this.event = Some(event);
}

fn of_list(this: &mut Record, before: &Record) {
    this.event.clone_from(&before.event);
    this.place.clone_from(&before.place);
    // "60 million euros in damage and 17 injured": a sum is one of all that happened.
    let sum = before.claim.quantity.kind == Kind::Money;
    let one_type = this.claim.claim_type == before.claim.claim_type;
    // "two remain in hospital and a third was sent home": those who are there are a count of their own.
    let there = before.basis == Basis::Stock && this.basis != Basis::Stock;
    if !there && (one_type || this.basis == Basis::Incident && !sum) {
        this.basis = before.basis;
        this.as_of = before.as_of;
    }
    if this.who.facets == Facets::default() {
        this.who
            .facets
            .nationality
            .clone_from(&before.who.facets.nationality);
    }
}

fn of_whole(part: &mut Record, whole: &Record) {
    let own_event = part.event.as_ref().map(|event| event.evidence);
    if own_event.is_none_or(|evidence| evidence != Evidence::Clause) && whole.event.is_some() {
        part.event.clone_from(&whole.event);
        part.basis = whole.basis;
        part.as_of = whole.as_of;
    }
    let own_place = part.place.as_ref().map(|place| place.evidence);
    if own_place.is_none_or(|evidence| evidence != Evidence::Clause) && whole.place.is_some() {
        part.place.clone_from(&whole.place);
    }
}

/// "2 more journalists killed, pushing the death toll to 109": the increment that a toll of unknown people rises by.
fn increment_of(records: &[Record], toll: usize) -> Option<usize> {
    let this = &records[toll];
    if this.claim.frame != Frame::Toll || this.who.text.is_some() {
        return None;
    }
    let of_one_kind = |other: &Record| {
        other.claim.sentence == this.claim.sentence
            && other.claim.claim_type == this.claim.claim_type
            && other.claim.value.increment
            && other.claim.counted.is_some()
    };
    records.iter().position(of_one_kind)
}
