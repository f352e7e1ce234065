//! What a disagreement looks like, in words.

use crate::compare::Figure;

/// What whoever decides about a figure should be told of its tags, a phrase each.
pub(crate) fn notes(figure: &Figure) -> Vec<String> {
    let told = figure
        .tags
        .iter()
        .filter(|tag| ["scale-slip", "transposed", "internal"].contains(tag));
    told.map(|tag| words(tag).to_owned()).collect()
}

/// A tag in words. One that is not listed is its own words.
pub(crate) fn words(tag: &str) -> &str {
    match tag {
        "near-miss" => "they miss each other by less than 2 %",
        "scale-slip" => "one is ten, a hundred … times the other: perhaps a zero too many",
        "transposed" => "the same digits, two of them swapped: perhaps a slip",
        "sources-differ" => "different sources are named",
        "internal" => "one article gives both numbers",
        "one-article" => "one article alone says so, and no second one bears it out",
        "copied" => "all have it in the same words: one source, told several times",
        "denied" => "one of them is denied",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Story;

    #[test]
    fn a_slip_is_told_and_a_near_miss_is_in_the_numbers() {
        let mut figure = Story::dam().comparison.figures[0].clone();
        let mut check = |tags: &[&'static str], expected: &[&str]| {
            figure.tags = tags.to_vec();
            assert_eq!(notes(&figure), expected);
        };
        check(&["near-miss", "sources-differ"], &[]);
        check(&["transposed"], &[words("transposed")]);
        check(&[], &[]);
    }
}
