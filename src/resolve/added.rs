//! Counts that go on from one of another place: "247 died in Nairobi. Ten more were killed in Dar es Salaam, bringing the total
//! to 257." The ten are all of their place, and the total is of both.

use super::scene::Scene;
use super::{Evidence, Place, Record, joint};
use crate::claims::Frame;
use crate::span::Span;

/// The note on those who are counted beside others.
const OTHERS: &str = "others";
/// The most sentences from a count to the one that goes on from it.
const NEAR: usize = 2;

/// Reads such counts as those of their own place, and the totals behind them as of all places.
pub(super) fn settle(scene: &Scene<'_>, records: &mut [Record]) {
    for at in 1..records.len() {
        let (before, rest) = records.split_at_mut(at);
        let (this, behind) = rest.split_at_mut(1);
        let this = &mut this[0];
        let is_added = this.claim.value.increment || this.claim.notes.contains(&OTHERS);
        let first = before.iter().rev().find(|it| is_alike(it, this));
        let Some(first) = first.filter(|it| is_added && is_elsewhere(scene, it, this)) else {
            continue;
        };
        let place = joined(scene, first, this);
        this.claim.value.increment = false;
        this.claim.notes.retain(|note| *note != OTHERS);
        let own = this.place.as_ref().and_then(|it| it.span);
        let total = behind.first_mut().filter(|it| is_total(it, this));
        if let Some(total) = total.filter(|it| it.place.as_ref().and_then(|it| it.span) == own) {
            total.place = place;
        }
    }
}

/// The same thing counted, not long before.
fn is_alike(before: &Record, this: &Record) -> bool {
    let (a, b) = (&before.claim, &this.claim);
    (a.claim_type, a.aspect) == (b.claim_type, b.aspect)
        && a.part_of.is_none()
        && b.sentence - a.sentence.min(b.sentence) <= NEAR
}

/// True where both say where, and neither place holds the other.
fn is_elsewhere(scene: &Scene<'_>, before: &Record, this: &Record) -> bool {
    let told = |record: &Record| {
        let place = record.place.as_ref();
        let place = place.filter(|it| it.evidence <= Evidence::Sentence);
        place.map(|it| it.id.clone())
    };
    told(before)
        .zip(told(this))
        .is_some_and(|(a, b)| !scene.atlas.nested(&a, &b) && !scene.atlas.may_be_nested(&a, &b))
}

/// "Bringing the total to 257", right behind.
fn is_total(record: &Record, added: &Record) -> bool {
    let (claim, part) = (&record.claim, &added.claim);
    claim.frame == Frame::Toll
        && (claim.claim_type, claim.aspect) == (part.claim_type, part.aspect)
        && claim.sentence == part.sentence
}

/// Both places together, where the event of both is listed as of these; otherwise none that has a name.
fn joined(scene: &Scene<'_>, before: &Record, this: &Record) -> Option<Place> {
    let (event, other) = before.event.as_ref().zip(this.event.as_ref())?;
    let all = event.place.as_deref().filter(|it| joint::is_joint(it))?;
    let known = scene.atlas.by_id(all).filter(|_| event.id == other.id)?;
    Some(Place::new(known, None::<Span>, Evidence::Inferred))
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The place of the second count, and that of the total.
    fn check(second: &str, place: &str, total: &str) {
        let text = format!("Seven people died in Lyon. {second}, bringing the toll to ten.");
        let said = [
            deaths(Frame::Subject, "Seven", "people", "died"),
            deaths(Frame::Passive, "Three", "others", "killed"),
            deaths(Frame::Toll, "ten", "", "toll"),
        ];
        let records = records(&text, "2030-05-02", &said);
        let at = |record: &crate::resolve::Record| {
            let place = record.place.as_ref();
            place.map_or("-".to_owned(), |it| it.id.clone())
        };
        assert_eq!(
            (at(&records[1]), at(&records[2])),
            (place.to_owned(), total.to_owned()),
            "{text}"
        );
    }

    #[test]
    fn more_of_another_place_are_all_of_that() {
        check("Three others were killed in Hamburg", "hamburg", "-");
        check("Three others were killed in Lyon", "lyon", "lyon");
    }
}
