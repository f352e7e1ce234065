//! Who a count is of, and of types that hang on who does it, whose doing it is.

use super::anchor::Anchor;
use super::scene::Scene;
use super::who::{Facets, Who};
use super::{Resolver, doer, manner, members, toll};
use crate::claims::Claim;
use crate::schema::claim_type::KeySlot;

/// The counted group; of types that hang on who does it, the doer.
pub(super) fn of(resolver: &Resolver, scene: &Scene<'_>, claim: &Claim, anchor: &Anchor) -> Who {
    let key = resolver.keys.get(claim.claim_type);
    let doer = match key.and_then(|key| key.first()) {
        Some(KeySlot::Who) => Some(doer::of_headline(resolver, scene.document)),
        Some(KeySlot::Agent) => Some(doer::of_clause(resolver, scene.document, claim)),
        _ => None,
    };
    if let Some(text) = doer {
        return Who {
            text,
            facets: Facets::default(),
        };
    }
    let counted = claim.counted;
    let mut who = match counted.filter(|it| !manner::is(resolver, scene, claim, *it)) {
        Some(span) => {
            resolver
                .nouns
                .counted(scene.document, &resolver.parties, span, claim.claim_type)
        }
        None => toll::who(resolver, scene, claim, anchor).unwrap_or_default(),
    };
    members::belong(resolver, scene, anchor, &mut who);
    if let Some(everyone) = resolver.everyone.get(claim.claim_type) {
        who.facets.forget(everyone);
    }
    who
}
