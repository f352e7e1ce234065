//! The tests that a pair of values went through, as far as its verdict tells.

use crate::compare::Verdict;
use crate::numbers::Value;
use crate::report::words;

/// The verdicts in the order in which they are tried; the first that holds stands.
const ORDER: [Verdict; 8] = [
    Verdict::DifferentScope,
    Verdict::Agree,
    Verdict::Rounding,
    Verdict::Updated,
    Verdict::Revised,
    Verdict::Compatible,
    Verdict::Unclear,
    Verdict::Disagree,
];

/// "different scope no, agree no, rounding yes": every verdict tried before the one that stands.
pub(crate) fn tried(verdict: Verdict) -> String {
    let mut steps = Vec::new();
    for step in ORDER {
        let name = words::verdict(step, None);
        if step == verdict {
            steps.push(format!("{name} yes"));
            break;
        }
        steps.push(format!("{name} no"));
    }
    steps.join(", ")
}

/// Where two values meet: "close readings are apart; generous readings meet; literal meanings meet".
pub(crate) fn meeting(a: &Value, b: &Value) -> String {
    let word = |meet: bool| if meet { "meet" } else { "are apart" };
    format!(
        "close readings {}; generous readings {}; literal meanings {}",
        word(a.core.meets(&b.core)),
        word(a.support.meets(&b.support)),
        word(a.literal.meets(&b.literal)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_end_at_the_verdict() {
        assert_eq!(
            tried(Verdict::Rounding),
            "different scope no, agree no, rounding yes"
        );
        assert!(tried(Verdict::Disagree).ends_with("unclear no, disagree yes"));
    }
}
