//! What a disagreement looks like: a near miss, a slip of the decimal point, two digits swapped.

use crate::decimal::Decimal;
use crate::numbers::Value;

use super::gap;

/// The tags that the two values alone give.
pub(super) fn of_values(a: &Value, b: &Value) -> Vec<&'static str> {
    let mut tags = Vec::new();
    let miss = gap::between(&a.literal, &b.literal);
    if miss.is_some_and(|apart| apart.is_over(0) && apart.is_under(2)) {
        tags.push("near-miss");
    }
    if let (Some(x), Some(y)) = (a.number, b.number) {
        if scale_slip(x, y) {
            tags.push("scale-slip");
        }
        if transposed(x, y) {
            tags.push("transposed");
        }
    }
    tags
}

/// True when two values with one hedge differ by noughts alone.
pub(super) fn is_zero_too_many(a: &Value, b: &Value) -> bool {
    let numbers = a.number.zip(b.number).filter(|_| a.operator == b.operator);
    numbers.is_some_and(|(x, y)| scale_slip(x, y))
}

/// True when the digits look like a slip of the decimal point or of two neighbours.
pub(super) fn is_slip(a: &Value, b: &Value) -> bool {
    let numbers = a.number.zip(b.number);
    numbers.is_some_and(|(x, y)| scale_slip(x, y) || transposed(x, y))
}

/// One is the other times ten, a hundred, …. Below 100 such ratios are chance.
fn scale_slip(a: Decimal, b: Decimal) -> bool {
    let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    if large < Decimal::ONE_HUNDRED || small.is_zero() || small == large {
        return false;
    }
    let mut scaled = Some(small);
    while let Some(value) = scaled.filter(|value| *value < large) {
        scaled = value.checked_mul(Decimal::TEN);
    }
    scaled == Some(large)
}

/// The same digits with two neighbours swapped: 1,139 and 1,193.
fn transposed(a: Decimal, b: Decimal) -> bool {
    // Swapping digits moves a number by nines: most pairs are told by that.
    if a.scale() == b.scale() && (a.mantissa() - b.mantissa()) % 9 != 0 {
        return false;
    }
    let (left, right) = (a.normalize().to_string(), b.normalize().to_string());
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let differ: Vec<usize> = (0..left.len())
        .filter(|at| left[*at] != right[*at])
        .collect();
    match differ[..] {
        [i, j] => j == i + 1 && left[i] == right[j] && left[j] == right[i],
        _ => false,
    }
}

/// False exactly when both sides name sources and share none.
pub(super) fn disjoint_or_unknown(a: &[String], b: &[String]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|family| b.contains(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: i64, b: i64, slip: bool, swap: bool) {
        let (a, b) = (Decimal::from(a), Decimal::from(b));
        assert_eq!(scale_slip(a, b), slip, "{a} and {b}: slip");
        assert_eq!(transposed(b, a), swap, "{a} and {b}: swap");
    }

    #[test]
    fn slips_and_swaps_are_seen() {
        check(1_139, 1_193, false, true);
        check(40_000, 400_000, true, false);
        check(23, 2_300, true, false);
        check(1, 10, false, false);
        check(0, 100, false, false);
        check(1_234, 4_321, false, false);
        check(12, 21, false, true);
        check(112, 121, false, true);
    }
}
