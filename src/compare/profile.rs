//! The question a claim answers, slot by slot, with what is unknown kept apart from what is stated.

use crate::calendar::DateRange;
use crate::claims::Modality;
use crate::resolve::{Event, Evidence, Record, is_border, is_direction};
use crate::schema::ClaimType;
use crate::schema::claim_type::{Basis, KeySlot};

use super::alone::Alone;
use super::catalog::{Catalog, Symbol};
use super::key::{asks, daily, hangs_on_who};
use super::past;
use super::time::{self, moment, narrow};

/// An event of at most this many days has one toll.
const BRIEF: i32 = 7;

/// The scope of a claim as far as its claim type cares. Equal profiles ask the same question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Profile {
    /// Index into the schema's types.
    pub(super) claim_type: usize,
    /// Index into the type's aspects.
    pub(super) aspect: Option<usize>,
    /// Planned, possible and actual are different questions.
    pub(super) modality: Modality,
    /// A day's count, the toll so far, a stock, a rate.
    pub(super) basis: Basis,
    /// The days over which it counts, where they are not all of its event.
    pub(super) stretch: Option<DateRange>,
    /// A part of another claim that its own facets do not tell from the whole.
    pub(super) part: bool,
    /// Of a part that its words alone mark as one ("two of the victims", those in one hospital), its number: two such parts
    /// of different size are different people.
    pub(super) some: Option<Alone>,
    /// What holds it: an event, a day at a place, or nothing.
    pub(super) anchor: Anchor,
    /// The place, where it narrows the event or is itself the key.
    pub(super) place: Option<Symbol>,
    /// Country code of the counted group.
    pub(super) nationality: Option<Symbol>,
    /// That country is told of some of a whole that is not all of it: "224 people, including 12 Americans".
    pub(super) among: bool,
    /// Role of the counted group.
    pub(super) role: Option<Symbol>,
    /// Age or sex of the counted group.
    pub(super) age_sex: Option<Symbol>,
    /// Who is counted, lower case, for members of a coordination.
    pub(super) member: Option<String>,
    /// Whose doings are counted, where the type's key begins with who: the last word of the name, lower case.
    pub(super) person: Option<String>,
    /// The age of the one person who is counted: "a 19-year-old" is no 18-year-old.
    pub(super) aged: Option<String>,
    /// The base of a share; of money a currency that is not the type's own.
    pub(super) share: Option<String>,
    /// Set when the claim can be compared only with its own repetition.
    pub(super) alone: Option<Alone>,
}

/// "civilians and soldiers": between them they are all there are.
const EVERYBODY: &str = "civilian+combatant";

/// What a figure hangs on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Anchor {
    /// The type's key does not ask for an event. Where it asks first for who, the event known is kept: it may tell
    /// whose doings are counted.
    Free(Option<Symbol>),
    /// An event.
    Event(Symbol),
    /// No event, or a day within one that goes on: place and time must do.
    Loose {
        /// The event that goes on, when known.
        within: Option<Symbol>,
        /// What kind of event, when the text says no more of it.
        kind: Option<String>,
        /// When; known days for counts of a day, unknown for tolls and stocks.
        moment: DateRange,
    },
}

/// What the profile of a claim needs beside the claim.
pub(super) struct Setting<'c, 'a> {
    /// The claim's type.
    pub(super) claim_type: &'c ClaimType,
    /// Numbers for names.
    pub(super) catalog: &'c Catalog<'a>,
    /// Rank of its article.
    pub(super) article: usize,
    /// Text of its article.
    pub(super) text: &'c str,
    /// Who is counted, as written.
    pub(super) who: Option<&'c str>,
    /// The parties to its event.
    pub(super) parties: &'c [String],
    /// It is a part that its facets do not tell from its whole.
    pub(super) part: bool,
    /// Its country tells it from its whole.
    pub(super) among: bool,
    /// Its words count some of those who are spoken of.
    pub(super) some: bool,
    /// Who is counted, when it is a member of a coordination.
    pub(super) member: Option<String>,
    /// The age of the one person who is counted.
    pub(super) aged: Option<String>,
}

/// The profile of a claim.
pub(super) fn profile(record: &Record, setting: Setting<'_, '_>) -> Profile {
    let Setting {
        claim_type,
        catalog,
        ..
    } = setting;
    let claim = &record.claim;
    let anchor = anchor(record, claim_type, catalog);
    let place = place(record, claim_type, catalog, &anchor, setting.parties);
    let facets = &record.who.facets;
    let facet = |name: &Option<String>| {
        let asked = asks(claim_type, KeySlot::Who);
        name.as_deref()
            .filter(|_| asked)
            .and_then(|n| catalog.symbol(n))
    };
    let person = setting
        .who
        .filter(|_| hangs_on_who(claim_type))
        .and_then(|who| who.split_whitespace().last())
        // A name, and not "tour" or "leader".
        .filter(|name| name.starts_with(char::is_uppercase))
        .map(str::to_lowercase);
    let must_stand_alone = claim.value.increment
        || (place.is_none() && asks(claim_type, KeySlot::PlaceRequired))
        || (place.is_none()
            && person.is_none()
            && anchor == Anchor::Free(None)
            && hangs_on_who(claim_type))
        || (person.is_none() && claim_type.key.first() == Some(&KeySlot::Agent))
        || hangs_on_nothing(&anchor, place, daily(record, claim_type))
        || past::is_undated(record);
    Profile {
        claim_type: claim.claim_type,
        aspect: claim.aspect,
        modality: claim.modality,
        basis: basis(record, claim_type, &anchor),
        stretch: record.stretch,
        part: setting.part,
        some: setting.some.then(|| Alone::new(None, &claim.value)),
        nationality: facet(&facets.nationality),
        among: setting.among,
        role: facet(&facets.role).filter(|_| facets.role.as_deref() != Some(EVERYBODY)),
        age_sex: facet(&facets.age_sex),
        // Where claims hang on who, the person tells the members of a list apart.
        member: setting.member.filter(|_| person.is_none()),
        aged: setting.aged,
        person,
        share: claim.value.base(setting.text),
        alone: must_stand_alone.then(|| Alone::new(Some(setting.article), &claim.value)),
        anchor,
        place,
    }
}

fn anchor(record: &Record, claim_type: &ClaimType, catalog: &Catalog<'_>) -> Anchor {
    let event = record.event.as_ref();
    let identified = event.filter(|event| identified(event));
    let id = identified.and_then(|event| catalog.symbol(&event.id));
    if hangs_on_who(claim_type) {
        return Anchor::Free(id);
    }
    if !asks(claim_type, KeySlot::Event) {
        return Anchor::Free(None);
    }
    match (identified, id) {
        // A day's count within a war is one of many: the war alone does not say which.
        (Some(event), Some(id)) if !(event.ongoing && daily(record, claim_type)) => {
            Anchor::Event(id)
        }
        (_, within) => Anchor::Loose {
            within,
            kind: event
                .filter(|event| within.is_none() && !event.ongoing)
                .map(|event| event.kind.clone()),
            moment: moment(record, claim_type),
        },
    }
}

/// True when an event is told from others of its kind: by its name, or by place and day.
fn identified(event: &Event) -> bool {
    let dated = !event.date.is_unknown();
    match (event.named, event.ongoing) {
        (true, _) => true,
        (false, true) => dated || event.place.is_some(),
        (false, false) => {
            (event.place.is_some() || event.given_name().is_some()) && narrow(event.date)
        }
    }
}

/// Of an event of one day, "killed 40" and "the toll stands at 40" are one question.
fn basis(record: &Record, claim_type: &ClaimType, anchor: &Anchor) -> Basis {
    let brief = |range: DateRange| time::ends(range).is_none_or(|(from, to)| to - from <= BRIEF);
    let over = matches!(anchor, Anchor::Event(_))
        && record
            .event
            .as_ref()
            .is_some_and(|event| !event.ongoing && brief(event.date));
    match record.basis {
        Basis::Rate => Basis::Rate,
        Basis::Cumulative if over => Basis::Incident,
        _ if !asks(claim_type, KeySlot::Basis) => Basis::Incident,
        basis => basis,
    }
}

/// The place where it narrows the question: with an event, only a place smaller than the event's own, or apart from it.
fn place(
    record: &Record,
    claim_type: &ClaimType,
    catalog: &Catalog<'_>,
    anchor: &Anchor,
    parties: &[String],
) -> Option<Symbol> {
    let Some(place) = record.place.as_ref() else {
        let event = record.event.as_ref()?;
        let loose = matches!(anchor, Anchor::Loose { kind: Some(_), .. });
        return catalog.symbol(event.place.as_deref().filter(|_| loose)?);
    };
    let id = catalog.symbol(&place.id)?;
    let weak = place.evidence >= Evidence::Article;
    if asks(claim_type, KeySlot::PlaceRequired) {
        // "The country's population": a place that the words do not name is a guess where nothing else is asked.
        let guessed = weak && matches!(anchor, Anchor::Free(_));
        return (!guessed).then_some(id);
    }
    let asked = asks(claim_type, KeySlot::Place);
    match anchor {
        Anchor::Free(_) => (asked && !weak).then_some(id),
        Anchor::Loose { .. } => Some(id),
        // "Israel's response" has Israel for its actor: a party to an event does not say where.
        Anchor::Event(_) if !asked || parties.contains(&place.name) => None,
        // Of bombs in two countries each is told of its city or of the country.
        Anchor::Event(event) if one_of_several(*event, id, catalog).is_some() => {
            one_of_several(*event, id, catalog)
        }
        Anchor::Event(_) if weak => None,
        // "A market near the border": of an event at a spot it only says where that lies.
        Anchor::Event(it) if is_border(&place.id) && catalog.event_place(*it).is_some() => None,
        Anchor::Event(event) => match catalog.event_place(*event) {
            Some(whole) if catalog.contains(id, whole) || catalog.may_be_one(id, whole) => None,
            Some(whole) if catalog.is_deed(*event) && catalog.may_hold(id, whole) => None,
            Some(whole) if is_direction(&place.name) && catalog.contains(whole, id) => None,
            _ => Some(id),
        },
    }
}

/// Of a listed deed in several places the one in which a place lies. Of one that is not listed each report has its own
/// account of the places, and the links between them decide.
fn one_of_several(event: Symbol, place: Symbol, catalog: &Catalog<'_>) -> Option<Symbol> {
    let whole = catalog.event_place(event).filter(|whole| *whole != place)?;
    let part = catalog.part_with(whole, place)?;
    let named = catalog.event(event).is_some_and(|event| event.named);
    (named && catalog.is_deed(event)).then_some(part)
}

fn hangs_on_nothing(anchor: &Anchor, place: Option<Symbol>, daily: bool) -> bool {
    match anchor {
        Anchor::Free(_) | Anchor::Event(_) => false,
        Anchor::Loose {
            within,
            kind,
            moment,
        } => {
            let tells_apart = narrow(*moment) || kind.is_some();
            (place.is_none() && within.is_none()) || (daily && !tells_apart)
        }
    }
}
