//! Whom two readings count by the nouns alone: "six monks" are none of "ten miners", and "14 students" may be some of
//! "15 people".

use super::lone;
use crate::resolve::Record;
use crate::schema::Schema;

/// The noun that tells a counted group from everybody, when no facet does: "monks". `None` for "people".
pub(super) fn noun<'w>(who: Option<&'w str>, record: &Record, schema: &Schema) -> Option<&'w str> {
    let last = who?.split_whitespace().next_back()?;
    let word = last.trim_matches(|c: char| !c.is_alphanumeric());
    let general = &schema.lexicon.nouns.general;
    let is_general = general.iter().any(|it| it.eq_ignore_ascii_case(word));
    let is_noun = word.chars().all(char::is_alphabetic) && !word.is_empty();
    // A count of civilians is one of civilians, though it stands for the toll of its text.
    let alone = record.claim.notes.contains(&lone::ALONE);
    // "Kenyan employees" are told by the noun, "Kenyans" by their country.
    let facets = &record.who.facets;
    let common = facets.role.is_none()
        && facets.age_sex.is_none()
        && (facets.nationality.is_none() || word.starts_with(char::is_lowercase));
    let tells = alone || common && !is_general;
    (is_noun && tells).then_some(word)
}

/// True when the two nouns name two groups, or the smaller number is of a group that may be some of the others.
pub(super) fn apart(smaller: Option<&str>, larger: Option<&str>) -> bool {
    match (smaller, larger) {
        (Some(smaller), Some(larger)) => !one_noun(smaller, larger),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// "student" and "Students".
fn one_noun(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.to_lowercase().trim_end_matches('s').to_owned();
    stem(a) == stem(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_tell_groups_apart() {
        assert!(apart(Some("monks"), Some("miners")));
        assert!(apart(Some("students"), None));
        assert!(!apart(Some("students"), Some("Student")));
        assert!(
            !apart(None, Some("students")),
            "ten students of five people"
        );
        assert!(!apart(None, None));
    }
}
