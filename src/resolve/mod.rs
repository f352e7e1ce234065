//! Claims in, records out: each claim with its scope (who, place, event, basis, as-of) and its source.
//!
//! A slot that the text does not fill stays unknown; nothing is guessed silently.

mod added;
pub mod age;
mod anchor;
mod as_of;
mod atlas;
mod attach;
mod basis;
mod besides;
mod beyond;
mod border;
mod bounds;
mod bygone;
mod candidate;
mod capital;
mod care;
mod city;
mod classes;
mod clock;
mod consequence;
mod count;
mod counted;
mod cue;
mod dateline;
mod discover;
mod doer;
pub mod elapsed;
mod event;
mod evidence;
#[cfg(test)]
mod fixture;
mod gazetteer;
mod given;
mod guard;
mod gunfire;
mod happened;
mod home;
mod id;
mod inside;
pub(crate) mod joint;
mod kin;
mod lead;
mod lead_day;
mod looking_back;
mod manner;
mod many;
mod members;
mod mention;
mod modifier;
mod moment;
mod namesake;
mod naming;
mod nationals;
mod nearby;
mod openers;
mod opening_date;
mod ordinal;
mod party;
pub mod place;
mod places;
mod pointing;
mod reckon;
mod recognise;
mod refine;
mod retelling;
mod run;
mod scene;
mod setting;
mod shield;
mod sighting;
mod site;
mod so_far;
pub mod source;
mod speaker;
mod spelling;
mod spot;
mod spread;
mod state;
mod stretch;
mod struck;
mod telling;
#[cfg(test)]
mod tests;
mod toll;
mod topic;
pub mod unnamed;
mod war;
mod who;

pub use as_of::{AsOf, AsOfEvidence, forget_inferred};
pub(crate) use atlas::{is_country, is_county};
pub(crate) use border::is_border;
pub(crate) use discover::{EARLIER, SEVERAL_EVENTS as SEVERAL};
pub use event::Event;
pub use evidence::Evidence;
pub use place::Place;
pub(crate) use place::is_direction;
pub use places::Places;
pub(crate) use recognise::is_war;
pub use source::{Source, Stance};
pub(crate) use spelling::{loose, loose_slug};
use unnamed::names_kind;
pub(crate) use unnamed::{VIOLENCE, family, same_kind};
pub use who::{Facets, HOUSEHOLD, Relation, Who};

use anchor::Anchor;
use basis::BasisRules;
use classes::Classes;
use event::EventTable;
use gazetteer::Gazetteer;
use openers::{Cues, Openers};
use party::Parties;
use scene::Scene;
use source::SourceTable;
use who::NounFacets;

use crate::calendar::DateRange;
use crate::claims::Claim;
use crate::numbers::{DateMention, Quantity};
use crate::schema::claim_type::{Basis, KeySlot};
use crate::schema::{Lent, Schema};
use crate::text::{Document, Vocabulary};

/// A claim with its scope.
#[derive(Clone, Debug)]
pub struct Record {
    /// Content-made id: article id, `#`, and a short hash that survives edits elsewhere in the article.
    pub id: String,
    /// Index of the article among those read.
    pub article: usize,
    /// What was extracted.
    pub claim: Claim,
    /// Who is counted.
    pub who: Who,
    /// Where it happened or holds.
    pub place: Option<Place>,
    /// The event it belongs to.
    pub event: Option<Event>,
    /// A day's count, the toll so far, a stock, a rate.
    pub basis: Basis,
    /// The time of which it speaks.
    pub as_of: AsOf,
    /// The days over which it counts, where they are not all of its event: "since January", "in the past ten days".
    pub stretch: Option<DateRange>,
    /// Who says so.
    pub source: Source,
}

/// Finds who, place, event, basis, as-of and source of claims.
#[derive(Debug)]
pub struct Resolver {
    classes: Classes,
    gazetteer: Gazetteer,
    parties: Parties,
    events: EventTable,
    cues: Cues,
    openers: Openers,
    nouns: NounFacets,
    sources: SourceTable,
    basis: BasisRules,
    /// The key of each claim type.
    keys: Vec<Vec<KeySlot>>,
    /// By claim type, the roles and ages that tell no one apart.
    everyone: Vec<Vec<String>>,
    settled: Vec<Lent>,
    /// By claim type, the kinds of events that it comes of, and the triggers that tell by how much one is ahead of another.
    comes_of: Vec<Vec<Lent>>,
    contests: Vec<doer::Contests>,
    /// The name of each claim type and of its aspects.
    names: Vec<(String, Vec<String>)>,
}

impl Resolver {
    /// Compiles events, parties, speech words and the like. It knows no places yet.
    pub fn new(schema: &Schema, vocabulary: &mut Vocabulary) -> Self {
        let lexicon = &schema.lexicon;
        let types = schema.types.iter();
        Self {
            openers: Openers::default(),
            cues: Cues::new(&lexicon.incidents, vocabulary),
            classes: Classes::new(lexicon, vocabulary),
            gazetteer: Gazetteer::default(),
            parties: Parties::new(lexicon, vocabulary),
            events: EventTable::new(schema, vocabulary),
            nouns: NounFacets::new(schema, vocabulary),
            sources: SourceTable::new(&lexicon.speech, vocabulary),
            basis: BasisRules::new(schema, vocabulary),
            settled: lexicon.places.unlisted.settled.clone(),
            keys: types.clone().map(|it| it.key.clone()).collect(),
            everyone: types.clone().map(|it| it.everyone.clone()).collect(),
            comes_of: types.clone().map(|it| it.comes_of.clone()).collect(),
            contests: types.clone().map(doer::contests).collect(),
            names: types
                .map(|kind| {
                    let aspects = kind.aspects.iter().map(|aspect| aspect.name.clone());
                    (kind.name.clone(), aspects.collect())
                })
                .collect(),
        }
    }

    /// Enters the places of the same schema.
    pub fn enter(&mut self, places: Places, schema: &Schema, vocabulary: &mut Vocabulary) {
        self.gazetteer = Gazetteer::new(places, &schema.lexicon, vocabulary);
        self.gazetteer.enter_joint(&schema.events);
        self.openers = Openers::new(&self.events, &self.cues, &self.parties, &self.gazetteer);
    }

    /// One record a claim, in the same order. `quantities` and `dates` are those of the document.
    pub fn resolve(
        &self,
        article: usize,
        document: &Document<'_>,
        quantities: &[Quantity],
        dates: &[DateMention],
        claims: &[Claim],
    ) -> Vec<Record> {
        if claims.is_empty() {
            return Vec::new();
        }
        let scene = Scene::read(self, document, dates, claims);
        let written = reckon::written(self, &scene, quantities);
        let each = claims.iter();
        let each = each.map(|claim| self.record(article, &scene, claim, written));
        let mut records: Vec<Record> = each.collect();
        ordinal::settle(self, &scene, &mut records);
        kin::share(self, &scene, &mut records);
        added::settle(&scene, &mut records);
        added::settle_tolls(&mut records);
        nationals::settle(self, &scene, &mut records);
        refine::settle(&scene, &mut records);
        refine::join(&scene, &mut records);
        id::number_equal(&mut records);
        records
    }

    fn record(
        &self,
        article: usize,
        scene: &Scene<'_>,
        claim: &Claim,
        written: Option<DateRange>,
    ) -> Record {
        let anchor = Anchor::new(scene.document, claim);
        // The length of a war is told of the war's own place.
        let in_clause = (!attach::is_named_by_trigger(scene, &anchor))
            .then(|| {
                toll::place(self, scene, claim, &anchor)
                    .or_else(|| place::in_clause(self, scene, &anchor))
            })
            .flatten();
        let event = retelling::event(self, scene, claim, &anchor, in_clause.as_ref());
        let place = in_clause.or_else(|| beyond::clause(self, scene, &anchor, event.as_ref()));
        let place =
            place.map(|place| retelling::whole(self, scene, &anchor, event.as_ref(), place));
        let basis = self.basis.of(scene, claim, &anchor, event.as_ref());
        let asks = self.asks(claim, KeySlot::Basis);
        let stretch = stretch::of(self, scene, &anchor, event.as_ref(), basis).filter(|_| asks);
        let basis = stretch.map_or(basis, |_| Basis::Cumulative);
        let who = counted::of(self, scene, claim, &anchor);
        Record {
            id: self.id(scene.document, claim),
            article,
            as_of: as_of::of(scene, &anchor, basis, event.as_ref(), written),
            source: source::of(self, scene, &anchor, claim.sentence),
            claim: claim.clone(),
            who,
            place,
            event,
            basis,
            stretch,
        }
    }

    /// True when the key of a claim's type asks for a slot.
    fn asks(&self, claim: &Claim, slot: KeySlot) -> bool {
        let key = self.keys.get(claim.claim_type);
        key.is_some_and(|key| key.contains(&slot))
    }
}
