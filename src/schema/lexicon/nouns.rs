//! `lexicon/nouns.yaml`: what figures count, and what a noun says of a person.

use serde::Deserialize;

use crate::schema::Lent;

/// Nouns in groups.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nouns {
    /// What the file is for.
    pub about: String,
    /// Nouns, in every form, that say nothing of who is counted: "victims".
    pub general: Vec<Lent>,
    /// Groups; a word stands in one group only.
    pub groups: Vec<NounGroup>,
}

/// Nouns that count the same and say the same.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounGroup {
    /// What they count: person, household, target, …
    pub class: String,
    /// The role they state of a person: civilian, combatant, …
    #[serde(default)]
    pub role: Option<String>,
    /// The age or sex they state: child, woman, man, …
    #[serde(default)]
    pub age_sex: Option<String>,
    /// Singular, lower case.
    pub words: Vec<Lent>,
}

#[cfg(test)]
mod tests {
    use crate::schema::Lexicon;

    #[test]
    fn a_noun_stands_in_one_group_only() {
        let lexicon = Lexicon::built_in().unwrap();
        let mut words: Vec<_> = lexicon
            .nouns
            .groups
            .iter()
            .flat_map(|group| &group.words)
            .collect();
        let n_words = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), n_words);
    }
}
