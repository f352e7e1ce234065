//! What tells that an attacker is among the dead: the phrases of `lexicon/incidents.yaml` as one expression.

use regex::{Regex, RegexBuilder};

use super::Incidents;

/// Stands for every attacker in a phrase of the lexicon.
const ANY: char = '*';

/// Finds the attackers who die of their own deed.
#[derive(Debug)]
pub struct DeadAttackers(Option<Regex>);

impl DeadAttackers {
    /// All phrases of the lexicon; without any it finds nobody.
    pub fn new(incidents: &Incidents) -> Self {
        let escaped = |words: &str| regex::escape(words).replace(' ', r"\s+");
        let attackers: Vec<String> = incidents.attackers.iter().map(|it| escaped(it)).collect();
        let any = format!("(?:{})", attackers.join("|"));
        let phrases: Vec<String> = incidents
            .attacker_dead
            .iter()
            .map(|phrase| {
                phrase
                    .split(ANY)
                    .map(escaped)
                    .collect::<Vec<_>>()
                    .join(&any)
            })
            .collect();
        if phrases.is_empty() {
            return Self(None);
        }
        let pattern = format!(r"(?-u:\b)(?:{})(?-u:\b)", phrases.join("|"));
        Self(
            RegexBuilder::new(&pattern)
                .case_insensitive(true)
                .build()
                .ok(),
        )
    }

    /// How many attackers a text says are dead: none, one, or more, which is 2.
    pub fn count(&self, text: &str) -> u8 {
        let found = self.0.iter().flat_map(|phrases| phrases.find_iter(text));
        let counts = found.map(|found| 1 + u8::from(is_plural(found.as_str())));
        counts.max().unwrap_or_default()
    }
}

/// "both gunmen", "the attackers were killed".
fn is_plural(found: &str) -> bool {
    let mut words = found.split_whitespace();
    words.any(|word| {
        let word = word.to_ascii_lowercase();
        word.ends_with("men")
            || matches!(
                word.as_str(),
                "two" | "both" | "themselves" | "were" | "are"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    fn check(text: &str, expected: u8) {
        let schema = Schema::built_in().expect("the built-in files load");
        let attackers = DeadAttackers::new(&schema.lexicon.incidents);
        assert_eq!(attackers.count(text), expected, "{text}");
    }

    #[test]
    fn an_attacker_who_dies_is_told_in_many_ways() {
        check("Four people are dead, including the gunman.", 1);
        check("He shot two guards and then\nturned the gun on himself.", 1);
        check("Officers killed the attacker at the gate.", 1);
        check("The suspect was also shot dead.", 1);
        check("Guards killed both gunmen.", 2);
    }

    #[test]
    fn an_attacker_who_kills_is_none() {
        check("The gunman killed three people.", 0);
        check("Police arrested a suspect after four had died.", 0);
        check("The shooter fled.", 0);
    }
}
