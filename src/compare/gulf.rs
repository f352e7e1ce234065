//! How far two readings are apart, in words: the difference of exact numbers, or why rounding does not bridge it.

use super::gap;
use super::reading::Reading;
use super::why::{exact, said};
use super::wording::{cover, grain, grain_name, nearest, number, percent};

/// That no rounding makes the two one.
pub(super) fn apart(a: &Reading, b: &Reading) -> String {
    if let (Some(x), Some(y)) = (exact(a), exact(b)) {
        let by = gap::difference(&a.value, &b.value).map(number);
        let share = gap::gap(&a.value, &b.value).map(percent);
        return match (by, share) {
            (Some(by), Some(share)) => {
                format!("{x} and {y} are both exact numbers; they differ by {by} ({share}).")
            }
            _ => format!("{x} and {y} are both exact numbers."),
        };
    }
    let rounded = match (exact(a), exact(b)) {
        (Some(_), None) => to_the_nearest(a, b),
        (None, Some(_)) => to_the_nearest(b, a),
        _ => None,
    };
    let detail = rounded.unwrap_or_else(|| {
        format!(
            "{} allows {} and {} allows {}",
            said(a),
            cover(&a.value.literal),
            said(b),
            cover(&b.value.literal)
        )
    });
    format!("Rounding does not explain it: {detail}.")
}

fn to_the_nearest(point: &Reading, hedged: &Reading) -> Option<String> {
    let grain = grain(&hedged.value)?;
    let value = point.value.core.low?;
    let rounded = nearest(value, grain)?;
    Some(format!(
        "to the nearest {} {} is {}, and {} covers {}",
        grain_name(grain),
        number(value),
        number(rounded),
        said(hedged),
        cover(&hedged.value.core)
    ))
}
