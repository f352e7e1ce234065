//! What tells a part from its whole: "37 people, 27 of them soldiers".

use crate::resolve::{Evidence, Record};

/// "37 people, 27 of them soldiers": all the soldiers among them.
pub(super) fn is_all_of_kind(part: &Record, whole: &Record) -> bool {
    let (of_part, of_whole) = (&part.who.facets, &whole.who.facets);
    let told = |of_part: &Option<String>, of_whole: &Option<String>| {
        of_part.is_some() && of_part != of_whole
    };
    let one_kind = part.claim.claim_type == whole.claim.claim_type;
    let apart = told(&of_part.role, &of_whole.role) || told(&of_part.age_sex, &of_whole.age_sex);
    one_kind && apart || is_of_a_nation(part, whole)
}

/// True when the part's own words tell it from the whole: "including four children", "including six in Kochi".
pub fn narrower(part: &Record, whole: &Record) -> bool {
    let (part_who, whole_who) = (&part.who.facets, &whole.who.facets);
    let place = |record: &Record| record.place.as_ref().map(|place| place.id.clone());
    let elsewhere = part.claim.conjunct.is_some() && place(part) != place(whole);
    elsewhere
        || has_own_place(part, whole)
        || part.claim.claim_type != whole.claim.claim_type
        || part.claim.aspect != whole.claim.aspect
        || (part_who.role.is_some() && part_who.role != whole_who.role)
        || (part_who.age_sex.is_some() && part_who.age_sex != whole_who.age_sex)
        || is_of_a_nation(part, whole)
}

/// "4,000 jobs in Europe, 800 of them in Britain": all of those there.
pub(super) fn has_own_place(part: &Record, whole: &Record) -> bool {
    let said = part.place.as_ref();
    let said = said.filter(|place| place.evidence == Evidence::Clause);
    let around = whole.place.as_ref().map(|place| &place.id);
    said.is_some_and(|place| around.is_some_and(|around| place.within.contains(around)))
}

/// "224 people, including 12 Americans".
pub(super) fn is_of_a_nation(part: &Record, whole: &Record) -> bool {
    let (own, all) = (&part.who.facets.nationality, &whole.who.facets.nationality);
    part.claim.claim_type == whole.claim.claim_type && own.is_some() && own != all
}
