//! Counts that go on from one of another place: "247 died in Nairobi. Ten more were killed in Dar es Salaam, bringing the total
//! to 257." The ten are all of their place, and the total is of both.

use super::scene::Scene;
use super::{Evidence, Place, Record, joint};
use crate::claims::Frame;
use crate::decimal::Decimal;
use crate::span::Span;

/// The note on those who are counted beside others.
const OTHERS: &str = "others";
/// The most sentences from a count to the one that goes on from it.
const NEAR: usize = 2;
/// The same where the numbers add up.
const NEAR_SUM: usize = 5;

/// Reads such counts as those of their own place, and the totals behind them as of all places.
pub(super) fn settle(scene: &Scene<'_>, records: &mut [Record]) {
    for at in 1..records.len() {
        let (before, rest) = records.split_at_mut(at);
        let (this, behind) = rest.split_at_mut(1);
        let this = &mut this[0];
        let is_added = this.claim.value.increment || this.claim.notes.contains(&OTHERS);
        // "192 in Nairobi. The bomb in Dar es Salaam killed 10, bringing the total to 202".
        let sums_up = |first: &Record| {
            let number = |record: &Record| record.claim.value.number;
            let total = behind
                .first()
                .filter(|it| is_total(it, this))
                .and_then(number);
            let sum = number(first).zip(number(this)).map(|(a, b)| a + b);
            total.is_some() && total == sum
        };
        let mut alike = before.iter().rev();
        let sum = alike.find(|it| is_alike(it, this, NEAR_SUM) && sums_up(it));
        let mut last = before.iter().rev();
        let mut last = || last.find(|it| is_alike(it, this, NEAR));
        let first = sum.or_else(|| last().filter(|_| is_added));
        let Some(first) = first.filter(|it| is_elsewhere(scene, it, this)) else {
            continue;
        };
        let place = joined(scene, first, this);
        let is_sum = sums_up(first);
        this.claim.value.increment = false;
        this.claim.notes.retain(|note| *note != OTHERS);
        let own = this.place.as_ref().and_then(|it| it.span);
        let total = behind.first_mut().filter(|it| is_total(it, this));
        let at_own = |it: &Record| it.place.as_ref().and_then(|it| it.span) == own;
        if let Some(total) = total.filter(|it| is_sum || at_own(it)) {
            total.place = place;
        }
    }
}

/// The most times that a toll told of next may be a count's: beyond, it is of more.
const TIMES: u32 = 5;

/// "The strikes killed 47. This was later updated to 82": a toll of which no word tells what it is of goes on from the count
/// before it, and is not that of the war.
pub(super) fn settle_tolls(records: &mut [Record]) {
    for at in 1..records.len() {
        let (before, rest) = records.split_at_mut(at);
        let this = &mut rest[0];
        let of_war = this
            .event
            .as_ref()
            .is_none_or(|it| it.ongoing && it.evidence > Evidence::Sentence);
        let told = this
            .place
            .as_ref()
            .is_some_and(|it| it.evidence <= Evidence::Sentence);
        let is_meant = this.claim.frame == Frame::Toll && of_war && !told;
        let first = before.last().filter(|it| {
            let near = this.claim.sentence - it.claim.sentence.min(this.claim.sentence) == 1;
            let deed = it.event.as_ref().is_some_and(|event| !event.ongoing);
            near && deed && is_alike(it, this, NEAR) && is_of_size(it, this)
        });
        if let Some(first) = first.filter(|_| is_meant) {
            this.event.clone_from(&first.event);
            this.place.clone_from(&first.place);
        }
    }
}

/// True for numbers of which neither is many times the other.
fn is_of_size(a: &Record, b: &Record) -> bool {
    let pair = a.claim.value.number.zip(b.claim.value.number);
    let times = Decimal::from(TIMES);
    pair.is_some_and(|(a, b)| a <= b * times && b <= a * times)
}

/// The same thing counted, not long before.
fn is_alike(before: &Record, this: &Record, near: usize) -> bool {
    let (a, b) = (&before.claim, &this.claim);
    (a.claim_type, a.aspect) == (b.claim_type, b.aspect)
        && a.part_of.is_none()
        && b.sentence - a.sentence.min(b.sentence) <= near
}

/// True where both say where, and neither place holds the other.
fn is_elsewhere(scene: &Scene<'_>, before: &Record, this: &Record) -> bool {
    let place = |record: &Record| record.place.clone();
    let told = |it: &Place| it.evidence <= Evidence::Sentence;
    // Of a listed event in several places the one told of last will do.
    let listed = |record: &Record| {
        let event = record.event.as_ref();
        event.is_some_and(|it| it.named && it.place.as_deref().is_some_and(joint::is_joint))
    };
    let first = place(before).filter(|it| told(it) || listed(before));
    first
        .zip(place(this).filter(told))
        .map(|(a, b)| (a.id, b.id))
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
