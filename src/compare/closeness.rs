//! How near the numbers of two scopes come to each other.

use super::node::Node;
use crate::decimal::Decimal;

/// How close the nearest numbers of two nodes are: 2 under 10 %, 1 under 50 %, else 0.
pub(super) fn nearness(a: &Node, b: &Node) -> u8 {
    let (mut left, mut right) = (a.numbers.iter().peekable(), b.numbers.iter().peekable());
    let mut best = 0;
    while let (Some(x), Some(y), true) = (left.peek(), right.peek(), best < 2) {
        best = best.max(closeness(**x, **y));
        if x < y {
            left.next();
        } else {
            right.next();
        }
    }
    best
}

fn closeness(a: Decimal, b: Decimal) -> u8 {
    let (small, large) = (a.min(b), a.max(b));
    let over = |percent: i64| match (small.scale(), large.scale()) {
        // A mantissa has 96 bits, so the products fit.
        (0, 0) => small.mantissa() * 100 > large.mantissa() * i128::from(percent),
        _ => small
            .checked_mul(Decimal::ONE_HUNDRED)
            .zip(large.checked_mul(Decimal::from(percent)))
            .is_some_and(|(s, l)| s > l),
    };
    if a == b || over(90) {
        2
    } else {
        u8::from(over(50))
    }
}
