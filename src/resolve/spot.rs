//! The spot that a text gives its own event where the lead names only a country or a part of it: "Raids killed 40 in
//! eastern Syria. (…) The raids hit the town of Harsk".

use std::ops::Range;

use super::classes::{ATTACKER, BE, BREAK, DEFINITE, ENTERED, LOCATIVE, REGION, RELATIVE, SPEECH};
use super::discover::tells_another;
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention, PlaceMention};
use super::place::is_direction;
use super::scene::Scene;
use super::{Resolver, home, modifier, same_kind};
use crate::text::{Token, TokenKind, Zone};

/// How many sentences of the body are read for it.
const FIRST: usize = 6;
/// The most words between the event and the spot: "the raids hit the rebel-held town of", "was attacked on Monday in the
/// commune of".
const REACH: usize = 8;
/// The most words between whom it struck and "was attacked".
const SUBJECT_REACH: usize = 3;

/// Puts the article at the spot beneath its lead, where that names only what is around it.
pub(super) fn settle(resolver: &Resolver, scene: &mut Scene<'_>, lead: &[Range<usize>]) {
    let outer = scene.home();
    let near = scene
        .main_place
        .is_some_and(|at| is_near(resolver, scene, at));
    if !near && outer.is_some_and(|outer| !is_coarse(outer) && !is_province(resolver, scene, outer))
    {
        return;
    }
    // What is near a city is not in it, but in its country.
    let country = || home::country(&scene.atlas, scene.mentions.places[scene.main_place?].place);
    let outer = if near {
        country().map(str::to_owned)
    } else {
        outer.map(|it| it.id.clone())
    };
    let around = outer.as_deref().and_then(|id| scene.atlas.by_id(id));
    let Some(spot) = beneath(resolver, scene, lead, around) else {
        return;
    };
    if let Some(outer) = outer {
        scene
            .atlas
            .put_in(scene.mentions.places[spot].place, &outer);
    }
    scene.main_place = Some(spot);
}

/// "Near the capital", "north-east of Damascus".
fn is_near(resolver: &Resolver, scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.mentions.places[at].tokens.start;
    let word = |n: usize| {
        start
            .checked_sub(n)
            .map(|at| (at, scene.document.token_text(at)))
    };
    let is_region = |at: usize| resolver.classes.is(&scene.document.tokens[at], REGION);
    match word(1) {
        Some((_, "near" | "outside")) => true,
        Some((_, "of")) => word(2).is_some_and(|(at, _)| is_region(at)),
        _ => false,
    }
}

/// True for a place of which an event strikes a part only.
fn is_coarse(place: &KnownPlace) -> bool {
    place.wide || is_direction(&place.name)
}

/// True for a place that the text calls a province: "Linden state".
fn is_province(resolver: &Resolver, scene: &Scene<'_>, place: &KnownPlace) -> bool {
    let mut mentions = scene.mentions.places.iter();
    mentions.any(|it| {
        let next = scene.document.tokens.get(it.tokens.end);
        let region =
            |next: &Token| next.kind != TokenKind::Mark && resolver.classes.is(next, REGION);
        scene.atlas.place(it.place).id == place.id && next.is_some_and(region)
    })
}

/// The one spot that the text gives the event of its lead, as an index into the place mentions. Two spots are of two
/// events, and tell of neither where the lead's was.
fn beneath(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
    outer: Option<&KnownPlace>,
) -> Option<usize> {
    let told = lead
        .iter()
        .find_map(|it| mention::within(&scene.mentions.incidents, it.clone()).first())?;
    let sentences = scene.document.sentences.iter();
    let body: Vec<_> = sentences
        .filter(|it| matches!(it.zone, Zone::Body | Zone::Quote | Zone::Caption))
        .collect();
    let last = body.get(FIRST.min(body.len()).checked_sub(1)?)?.tokens.end;
    let spots = body
        .iter()
        .filter(|it| {
            !scene.is_background(&it.tokens) && !tells_another(resolver, scene, &it.tokens)
        })
        .flat_map(|it| {
            let told_of = mention::within(&scene.mentions.incidents, it.tokens.clone()).iter();
            told_of
                .filter(|it| is_meant(resolver, scene, it, told))
                .filter_map(|it| struck(resolver, scene, it))
                .chain(entered(resolver, scene, &it.tokens))
        });
    let spots: Vec<&PlaceMention> = spots.collect();
    let first = *spots.first()?;
    let place = scene.atlas.place(first.place);
    // Which towns lie in the north of a country no list says.
    let part = |it: &KnownPlace| {
        let mut around = it.within.iter().filter(|_| is_direction(&it.name));
        around.next().is_some_and(|id| place.within.contains(id))
    };
    let inside =
        place.within.is_empty() || outer.is_none_or(|it| place.within.contains(&it.id) || part(it));
    let one = spots.iter().all(|it| it.place == first.place);
    let fits = one && inside && !is_coarse(place) && first.tokens.start < last;
    let mut all = scene.mentions.places.iter();
    all.position(|it| it.tokens == first.tokens)
        .filter(|_| fits)
}

/// "The raids", where the lead told of air strikes.
fn is_meant(resolver: &Resolver, scene: &Scene<'_>, it: &Mention, told: &Mention) -> bool {
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let document = scene.document;
    let before = |n: usize| it.tokens.start.checked_sub(n);
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    // "The convoy was attacked".
    let passive = before(1).filter(|at| is(*at, BE)).is_some_and(|be| {
        let subject = be.saturating_sub(SUBJECT_REACH)..be;
        subject.into_iter().any(|at| is(at, DEFINITE))
    });
    let dated = modifier::owner_day(scene, it).is_some();
    // "Carried out six raids on Harsk": so many of them.
    let counted = || {
        let number = before(1).is_some_and(|at| document.tokens[at].kind == TokenKind::Number);
        number
            && !(it.tokens.end..scene.sentence_of(it.tokens.start).end)
                .any(|at| scene.is_counted(at))
    };
    let definite = passive || dated || before(1).is_some_and(|at| is(at, DEFINITE)) || counted();
    // "One of the raids" struck there, the others elsewhere.
    let among = before(2).is_some_and(|at| document.is_word(at, "of"));
    definite && !among && same_kind(kind(it), kind(told))
}

/// "The attackers rode into Harsk", "the gunmen, in two trucks, entered Harsk".
fn entered<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    sentence: &Range<usize>,
) -> Option<&'s PlaceMention> {
    let tokens = &scene.document.tokens;
    let is = |at: usize, class| resolver.classes.is(&tokens[at], class);
    let opens = sentence.start..sentence.end.min(sentence.start + SUBJECT_REACH);
    let attacker = opens.into_iter().find(|at| is(*at, ATTACKER))?;
    let spot = scene.places(attacker..sentence.end).first()?;
    let verb = spot.tokens.start.checked_sub(1)?;
    let into = is(verb, ENTERED) || scene.document.is_word(verb, "into");
    (into && !(attacker..verb).any(|at| is(at, RELATIVE | SPEECH))).then_some(spot)
}

/// The place that the event struck or happened at, in the words right behind it.
fn struck<'s>(resolver: &Resolver, scene: &'s Scene<'_>, it: &Mention) -> Option<&'s PlaceMention> {
    let sentence = scene.sentence_of(it.tokens.end - 1);
    let behind = it.tokens.end..sentence.end.min(it.tokens.end + REACH);
    let spot = scene.places(behind.clone()).first()?;
    let between = behind.start..spot.tokens.start;
    let tokens = &scene.document.tokens;
    let next = tokens.get(behind.start)?;
    let on = matches!(scene.document.token_text(behind.start), "on" | "targeted");
    let happened = !mention::within(&scene.mentions.happened, between.clone()).is_empty();
    // "The bombing of the tent in Harsk".
    let before = spot.tokens.start.checked_sub(1);
    let of = scene.document.is_word(behind.start, "of")
        && before.is_some_and(|at| resolver.classes.is(&tokens[at], LOCATIVE));
    let leads = resolver.classes.is(next, LOCATIVE) || on || of || happened;
    let apart = tokens[between.clone()]
        .iter()
        .any(|token| resolver.classes.is(token, RELATIVE | SPEECH | BREAK));
    let told = mention::within(&scene.mentions.incidents, between);
    (leads && !apart && told.is_empty() && spot.governed > Governed::No).then_some(spot)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the headline's 40 dead, in a text written on Monday, 4 March 2030.
    fn check(beneath: &str, wanted: &str) {
        let lead = "Air strikes killed 40 people in western Sudan on Sunday. The army denied that it had a part in it.";
        let said = deaths(Frame::Active, "40", "people", "killed");
        let records = records(&format!("{lead} {beneath}"), "2030-03-04", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{beneath}");
    }

    #[test]
    fn the_spot_stands_beneath_a_lead_that_names_a_part_of_a_country() {
        for beneath in [
            "The raids hit the town of Karvona, held by rebels.",
            "The raids hit the town of Karvona. Doctors in El Fasher took in the wounded.",
            "The attack took place in Karvona, a market town.",
            "The strikes near Karvona came at noon.",
            "The bombing of the tent in Karvona drew protests.",
            "The market was bombed on Sunday in the commune of Karvona.",
            "The attackers rode into Karvona, in Kassala state, at noon.",
        ] {
            check(beneath, "strike:~karvona:2030-03-03");
        }
    }

    #[test]
    fn what_is_no_spot_of_the_event_leaves_it_where_the_lead_has_it() {
        for beneath in [
            "The strikes drew protests in Karvona.",
            "The strikes, which a doctor in Karvona saw, came at noon.",
            "The raids hit the town of Karvona. The strikes near Harsk came later.",
            "Last month the raids hit the town of Karvona.",
            "Another raid hit the town of Karvona.",
            "One of the raids hit the town of Karvona.",
            "The raids hit Lyon.",
            "A raid in Karvona failed.",
            "The general spoke of the raid in a speech in Karvona.",
        ] {
            check(beneath, "strike:SD:2030-03-03");
        }
    }
}
