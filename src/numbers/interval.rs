//! What a hedged number can mean: the operator table of DESIGN.md.
//!
//! A hedge is a rounding operator whose grain is read off the digits. `w` is the place value of the last significant
//! digit, `c` the same but at least two significant digits fine; below 100 `c` is at most 1.

use crate::decimal::{Decimal, Interval, magnitude, power_of_ten};

use super::quantity::{Operator, Value};
use super::written::Written;

/// Core, support and literal reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) core: Interval,
    pub(crate) support: Interval,
    pub(crate) literal: Interval,
}

impl Meaning {
    /// One interval for all three.
    pub(crate) const fn same(interval: Interval) -> Self {
        Self {
            core: interval,
            support: interval,
            literal: interval,
        }
    }

    /// The value with this meaning.
    pub(crate) const fn value(self, number: Option<Decimal>, operator: Operator) -> Value {
        Value {
            number,
            operator,
            core: self.core,
            support: self.support,
            literal: self.literal,
            increment: false,
            ordinal: false,
            share_of: None,
            currency: None,
        }
    }
}

/// The meaning of `written` under `operator`. `rounds` says that a bare round number may be a rounded one: true of
/// counts, not of percentages, ages or ordinals. `excluded`: the bound itself is not meant ("fewer than 40").
///
/// Ends that leave the exact range are given as the number itself.
pub(crate) fn meaning(
    written: Written,
    operator: Operator,
    excluded: bool,
    rounds: bool,
) -> Meaning {
    let v = written.value;
    // Most numbers mean themselves, and need no grain.
    let exact = match operator {
        Operator::Bare => !rounds || !is_bare_round(written),
        Operator::Exact | Operator::Range | Operator::Vague => true,
        _ => false,
    };
    if exact {
        return Meaning::same(Interval::point(v));
    }
    let grains = Grains::of(written);
    match operator {
        Operator::Exact | Operator::Range | Operator::Vague => Meaning::same(Interval::point(v)),
        Operator::Bare => grains.about(v, false, Decimal::ZERO),
        Operator::About if written.is_round() => {
            grains.about(v, grains.ends_in_five(v), Decimal::ONE)
        }
        Operator::About => grains.about_exact_number(v),
        Operator::Nearly => grains.nearly(v),
        Operator::MoreThan => grains.above(v, true),
        Operator::AtLeast => grains.above(v, false),
        Operator::AtMost => grains.below(v, excluded),
    }
}

/// At least 100 with trailing zeros.
fn is_bare_round(written: Written) -> bool {
    written.is_round() && written.value.abs() >= Decimal::ONE_HUNDRED
}

/// The two grains of a number, and an eighth of it.
#[derive(Clone, Copy, Debug)]
struct Grains {
    w: Decimal,
    c: Decimal,
    eighth: Decimal,
    size: Decimal,
}

impl Grains {
    fn of(written: Written) -> Self {
        let size = written.value.abs();
        let w = written.grain;
        let length = magnitude(size);
        let finest = if length >= 2 {
            power_of_ten(length - 1).unwrap_or(w)
        } else {
            Decimal::ONE
        };
        Self {
            w,
            c: w.min(finest),
            eighth: divided(size, 8),
            size,
        }
    }

    /// True when the last digit that is not zero is a 5: 250, 1,500.
    fn ends_in_five(&self, v: Decimal) -> bool {
        v.abs()
            .checked_div(self.w)
            .and_then(|digits| digits.checked_rem(Decimal::TEN))
            .is_some_and(|last| last == Decimal::from(5))
    }

    /// `[v−h, v+h)` with half a grain on either side, but at least `least` for the core.
    fn about(self, v: Decimal, wide: bool, least: Decimal) -> Meaning {
        let steps = if wide { 5 } else { 1 };
        let core = divided(self.c, 2).min(self.eighth).max(least);
        let support = divided(self.w, 2)
            .checked_mul(Decimal::from(steps))
            .unwrap_or(self.eighth)
            .min(self.eighth)
            .max(core);
        let around = |h: Decimal| Interval::closed(less(v, h), more(v, h)).below_high();
        Meaning {
            core: around(core),
            support: around(support),
            literal: around(support),
        }
    }

    /// "about 1,139": one percent, or five.
    fn about_exact_number(self, v: Decimal) -> Meaning {
        let around = |percent: u32| {
            let h = self
                .size
                .checked_mul(Decimal::new(i64::from(percent), 2))
                .unwrap_or(self.w)
                .max(self.w);
            Interval::closed(less(v, h), more(v, h))
        };
        Meaning {
            core: around(1),
            support: around(5),
            literal: around(5),
        }
    }

    fn nearly(self, v: Decimal) -> Meaning {
        let twentieth = divided(self.c, 20);
        let core = Interval::closed(less(v, self.c), v);
        let low = less(v, self.w)
            .max(less(v, self.quarter()))
            .min(less(v, self.c));
        let support = Interval::closed(low, more(v, twentieth));
        Meaning {
            core,
            support,
            literal: support,
        }
    }

    fn above(self, v: Decimal, open: bool) -> Meaning {
        let cut = |interval: Interval| {
            if open { interval.above_low() } else { interval }
        };
        let top = more(v, self.w)
            .min(more(v, self.quarter()))
            .max(more(v, self.c));
        Meaning {
            core: cut(Interval::closed(v, more(v, self.c))),
            support: cut(Interval::closed(v, top)),
            literal: cut(Interval::from(v)),
        }
    }

    fn below(self, v: Decimal, excluded: bool) -> Meaning {
        let cut = |interval: Interval| {
            if excluded {
                interval.below_high()
            } else {
                interval
            }
        };
        let floor = (v >= Decimal::ZERO).then_some(Decimal::ZERO);
        let low = less(v, self.quarter()).min(less(v, self.c));
        let keep = |end: Decimal| floor.map_or(end, |floor| end.max(floor));
        let literal = Interval {
            low: floor,
            ..Interval::point(v)
        };
        Meaning {
            core: cut(Interval::closed(keep(less(v, self.c)), v)),
            support: cut(Interval::closed(keep(low), v)),
            literal: cut(literal),
        }
    }

    fn quarter(&self) -> Decimal {
        divided(self.size, 4)
    }
}

fn divided(v: Decimal, by: u32) -> Decimal {
    v.checked_div(Decimal::from(by)).unwrap_or(v).normalize()
}

fn less(v: Decimal, by: Decimal) -> Decimal {
    v.checked_sub(by).unwrap_or(v)
}

fn more(v: Decimal, by: Decimal) -> Decimal {
    v.checked_add(by).unwrap_or(v)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.replace(',', "").parse().unwrap()
    }

    fn meaning_of(text: &str, operator: Operator) -> Meaning {
        meaning(Written::new(number(text)), operator, false, true)
    }

    /// Operator, number as written, and core, support and literal reading: the table of DESIGN.md.
    const TABLE: [(Operator, [&str; 4]); 30] = {
        use Operator::{About, AtLeast, AtMost, Bare, Exact, MoreThan, Nearly};
        [
            (
                Bare,
                ["1,139", "[1139, 1139]", "[1139, 1139]", "[1139, 1139]"],
            ),
            (Bare, ["40", "[40, 40]", "[40, 40]", "[40, 40]"]),
            (
                Bare,
                ["1,200", "[1150, 1250)", "[1150, 1250)", "[1150, 1250)"],
            ),
            (
                Bare,
                [
                    "40,000",
                    "[39500, 40500)",
                    "[35000, 45000)",
                    "[35000, 45000)",
                ],
            ),
            (
                Bare,
                [
                    "2,300,000",
                    "[2250000, 2350000)",
                    "[2250000, 2350000)",
                    "[2250000, 2350000)",
                ],
            ),
            (
                Exact,
                ["1,200", "[1200, 1200]", "[1200, 1200]", "[1200, 1200]"],
            ),
            (Exact, ["40", "[40, 40]", "[40, 40]", "[40, 40]"]),
            (
                Exact,
                [
                    "2,300,000",
                    "[2300000, 2300000]",
                    "[2300000, 2300000]",
                    "[2300000, 2300000]",
                ],
            ),
            (
                About,
                ["1,200", "[1150, 1250)", "[1150, 1250)", "[1150, 1250)"],
            ),
            (About, ["40", "[39, 41)", "[35, 45)", "[35, 45)"]),
            (About, ["250", "[245, 255)", "[225, 275)", "[225, 275)"]),
            (
                About,
                [
                    "1,139",
                    "[1127.61, 1150.39]",
                    "[1082.05, 1195.95]",
                    "[1082.05, 1195.95]",
                ],
            ),
            (About, ["24", "[23, 25]", "[22.8, 25.2]", "[22.8, 25.2]"]),
            (
                About,
                [
                    "1,000,000",
                    "[950000, 1050000)",
                    "[875000, 1125000)",
                    "[875000, 1125000)",
                ],
            ),
            (
                Nearly,
                [
                    "40,000",
                    "[39000, 40000]",
                    "[30000, 40050]",
                    "[30000, 40050]",
                ],
            ),
            (Nearly, ["40", "[39, 40]", "[30, 40.05]", "[30, 40.05]"]),
            (
                Nearly,
                ["2.5", "[2.4, 2.5]", "[2.4, 2.505]", "[2.4, 2.505]"],
            ),
            (
                Nearly,
                [
                    "1,139",
                    "[1138, 1139]",
                    "[1138, 1139.05]",
                    "[1138, 1139.05]",
                ],
            ),
            (
                Nearly,
                [
                    "2,000,000",
                    "[1900000, 2000000]",
                    "[1500000, 2005000]",
                    "[1500000, 2005000]",
                ],
            ),
            (
                MoreThan,
                ["40,000", "(40000, 41000]", "(40000, 50000]", "(40000, ∞)"],
            ),
            (MoreThan, ["130", "(130, 140]", "(130, 140]", "(130, ∞)"]),
            (MoreThan, ["10", "(10, 11]", "(10, 12.5]", "(10, ∞)"]),
            (
                MoreThan,
                [
                    "1,000,000",
                    "(1000000, 1100000]",
                    "(1000000, 1250000]",
                    "(1000000, ∞)",
                ],
            ),
            (AtLeast, ["60", "[60, 61]", "[60, 70]", "[60, ∞)"]),
            (AtLeast, ["1", "[1, 2]", "[1, 2]", "[1, ∞)"]),
            (
                AtLeast,
                ["1,139", "[1139, 1140]", "[1139, 1140]", "[1139, ∞)"],
            ),
            (
                AtLeast,
                ["40,000", "[40000, 41000]", "[40000, 50000]", "[40000, ∞)"],
            ),
            (AtMost, ["250", "[240, 250]", "[187.5, 250]", "[0, 250]"]),
            (AtMost, ["1", "[0, 1]", "[0, 1]", "[0, 1]"]),
            (
                AtMost,
                ["40,000", "[39000, 40000]", "[30000, 40000]", "[0, 40000]"],
            ),
        ]
    };

    #[test]
    fn the_operator_table_holds_at_every_magnitude() {
        for (operator, [text, core, support, literal]) in TABLE {
            let found = meaning_of(text, operator);
            let shown = [found.core, found.support, found.literal].map(|i| i.to_string());
            assert_eq!(shown, [core, support, literal], "{operator:?} {text}");
        }
    }

    #[test]
    fn an_excluded_bound_is_not_meant() {
        let below = |text| {
            let found = meaning(Written::new(number(text)), Operator::AtMost, true, true);
            [found.core, found.support, found.literal].map(|i| i.to_string())
        };
        assert_eq!(below("40"), ["[39, 40)", "[30, 40)", "[0, 40)"]);
        assert_eq!(
            below("20,000"),
            ["[19000, 20000)", "[15000, 20000)", "[0, 20000)"]
        );
    }

    #[test]
    fn about_250_stands_on_a_grid_of_50() {
        let found = meaning_of("250", Operator::About);
        assert!(found.support.contains(number("226")) && found.support.contains(number("274")));
        assert!(!found.support.contains(number("224")) && !found.support.contains(number("276")));
        assert!(
            !meaning_of("260", Operator::About)
                .support
                .contains(number("274"))
        );
    }

    #[test]
    fn wording_meets_the_official_daily_counts() {
        // TechForPalestine daily series, public domain: 8 August 2024 and 9 January 2024.
        for (operator, text, official) in [
            (Operator::Nearly, "40,000", "39,699"),
            (Operator::MoreThan, "91,700", "91,722"),
            (Operator::MoreThan, "23,000", "23,210"),
            (Operator::Nearly, "60,000", "59,167"),
            (Operator::Nearly, "1,200", "1,139"),
        ] {
            let core = meaning_of(text, operator).core;
            assert!(
                core.contains(number(official)),
                "{operator:?} {text}: {core}"
            );
        }
        let some = meaning_of("1,200", Operator::About).support;
        assert!(!some.contains(number("1,139")), "{some}");
    }

    #[test]
    fn core_lies_in_support_and_support_in_literal() {
        use Operator::{About, AtLeast, AtMost, Bare, Exact, MoreThan, Nearly};
        for n in [
            0, 1, 2, 3, 5, 7, 8, 10, 12, 25, 40, 99, 100, 101, 105, 150, 999, 1000, 1500, 123_456,
            5_000_000,
        ] {
            for operator in [Bare, Exact, About, Nearly, MoreThan, AtLeast, AtMost] {
                let m = meaning_of(&n.to_string(), operator);
                let inside = |a: Interval, b: Interval| {
                    b.low.is_none_or(|low| a.low.is_some_and(|end| low <= end))
                        && b.high
                            .is_none_or(|high| a.high.is_some_and(|end| end <= high))
                };
                assert!(inside(m.core, m.support), "{operator:?} {n}: {m:?}");
                assert!(inside(m.support, m.literal), "{operator:?} {n}: {m:?}");
            }
        }
    }
}
