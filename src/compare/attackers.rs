//! Attackers who die of their own deed: some reports count them with the dead, and some do not.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::decimal::Decimal;
use crate::schema::Schema;
use crate::schema::lexicon::{DeadAttackers, Incidents};

use super::roll::{Roll, Seat};

/// How many attackers each article says are among the dead. Each is read once, when it is first asked of.
pub(super) struct Attackers<'s> {
    incidents: &'s Incidents,
    phrases: OnceLock<DeadAttackers>,
    dead: Vec<OnceLock<u8>>,
}

impl<'s> Attackers<'s> {
    /// Nothing is read yet.
    pub(super) fn new(roll: &Roll<'_>, schema: &'s Schema) -> Self {
        let n_articles = roll.article.last().map_or(0, |last| last + 1);
        Self {
            incidents: &schema.lexicon.incidents,
            phrases: OnceLock::new(),
            dead: vec![OnceLock::new(); n_articles],
        }
    }

    /// How many attackers the articles of some claims say are among the dead: none, one, or more, which is 2.
    pub(super) fn dead(&self, roll: &Roll<'_>, seats: &[Seat]) -> u8 {
        let of_text = |seat: Seat| {
            let phrases = self
                .phrases
                .get_or_init(|| DeadAttackers::new(self.incidents));
            phrases.count(roll.text(seat))
        };
        let of_article = |seat: &Seat| {
            let dead = &self.dead[roll.article[*seat]];
            *dead.get_or_init(|| of_text(*seat))
        };
        let close = close_numbers(roll, seats);
        let dead = seats.iter().filter(|_| close).map(of_article).max();
        dead.unwrap_or_default()
    }
}

/// True when two numbers of some claims differ by so little that the attackers may make the difference.
fn close_numbers(roll: &Roll<'_>, seats: &[Seat]) -> bool {
    let number = |seat: &Seat| roll.records[*seat].claim.value.number;
    let numbers: BTreeSet<Decimal> = seats.iter().filter_map(number).collect();
    let next = numbers.iter().zip(numbers.iter().skip(1));
    next.into_iter()
        .any(|(a, b)| b.checked_sub(*a).is_some_and(|by| by <= Decimal::TWO))
}
