//! What tells that an attacker is among the dead: the phrases of `lexicon/incidents.yaml` as one expression.

use regex::Regex;

use super::Incidents;

/// Stands for every attacker in a phrase of the lexicon.
const ANY: char = '*';

/// Ends a phrase behind which its clause has no object.
const STOP: char = '.';
/// A mark, the end of a paragraph or of the text.
const CLAUSE_END: &str = r"(?:\s*[.,;:!?()]|\s*(?:-|–|—|”|“)|[ \t\r]*\n[ \t\r]*\n|\s*$)";

/// Finds the attackers who die of their own deed.
#[derive(Debug)]
pub struct DeadAttackers(Option<Regex>);

impl DeadAttackers {
    /// All phrases of the lexicon; without any it finds nobody. The attackers are written once for all phrases that
    /// begin with them and once for all that end so: written into each they would take long to compile.
    pub fn new(incidents: &Incidents) -> Self {
        let attackers = any_of(&incidents.attackers);
        let (mut before, mut after, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        for phrase in &incidents.attacker_dead {
            match phrase.split_once(ANY) {
                None => whole.push(phrase),
                Some((words, "")) => before.push(words.trim()),
                Some(("", words)) => after.push(words.trim()),
                Some(_) => {}
            }
        }
        let (closed, after): (Vec<&str>, Vec<&str>) =
            after.into_iter().partition(|words| words.ends_with(STOP));
        let closed: Vec<&str> = closed
            .iter()
            .map(|words| words.trim_end_matches(STOP))
            .collect();
        let pattern = format!(
            r"(?i-u:\b(?:(?:{}\s+{attackers}|{attackers}\s+{}|{})\b|{attackers}\s+{}(?:\s+{}\b|{CLAUSE_END})))",
            any_of(&before),
            any_of(&after),
            any_of(&whole),
            any_of(&closed),
            any_of(&incidents.attacker_dead_then),
        );
        Self(Regex::new(&pattern).ok())
    }

    /// How many attackers a text says are dead: none, one, or more, which is 2.
    pub fn count(&self, text: &str) -> u8 {
        let found = self.0.iter().flat_map(|phrases| phrases.find_iter(text));
        let counts = found.map(|found| 1 + u8::from(is_plural(found.as_str())));
        counts.max().unwrap_or_default()
    }
}

/// An expression for any of some phrases; for none of them one that never matches.
fn any_of(phrases: &[impl AsRef<str>]) -> String {
    let escaped = |words: &str| regex::escape(words).replace(' ', r"\s+");
    let phrases: Vec<String> = phrases.iter().map(|it| escaped(it.as_ref())).collect();
    if phrases.is_empty() {
        return r"[^\s\S]".to_owned();
    }
    format!("(?:{})", phrases.join("|"))
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
        check("Gunman shot dead by police", 1);
        check("Gunman shot dead\n\nFour people were killed.", 1);
        check(
            "Four died, and the attacker, a guard of 30, lay there: the gunman shot dead.",
            1,
        );
    }

    #[test]
    fn an_attacker_who_kills_is_none() {
        check("The gunman killed three people.", 0);
        check("Police arrested a suspect after four had died.", 0);
        check("The shooter fled.", 0);
        check("A gunman shot dead five people and was arrested.", 0);
        check("Gunman shot dead five", 0);
        check("The gunman shot dead a guard at the gate.", 0);
    }
}
