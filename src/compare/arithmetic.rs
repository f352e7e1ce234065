//! Checks between bound figures, on what the words literally allow: a check fails only when it is impossible.

use crate::decimal::Decimal;
use crate::numbers::Value;
use crate::resolve::AsOf;
use crate::schema::wording::Operator;

use super::desk::Desk;
use super::excess::contradicts;
use super::figure::Draft;
use super::roll::Seat;
use super::time::{self, Days, Motion, Order};
use super::wording::number;
use super::{Check, name};

/// A claim's value at its time.
struct Side<'a> {
    seat: Seat,
    value: &'a Value,
    as_of: &'a AsOf,
    article: usize,
}

/// Ages and sexes that nobody has two of, as news counts them.
const DISJOINT: [&str; 3] = ["child", "man", "woman"];

/// The most claims of a side that a check looks at.
const CLAIMS: usize = 64;

/// Part ≤ whole for claims of one article, part first. The first failing pair is shown, or else the first.
pub(super) fn claims(desk: &Desk<'_, '_>, pairs: &[(Seat, Seat)]) -> Option<Check> {
    let check = |(part, whole): &(Seat, Seat)| {
        compare(
            &desk.roll.records[*part].claim.value,
            &desk.roll.records[*whole].claim.value,
        )
    };
    // No part is of one: the words were not understood.
    let several = |(_, whole): &&(Seat, Seat)| {
        let whole = desk.roll.records[*whole].claim.value.number;
        whole.is_none_or(|number| number > Decimal::ONE)
    };
    let checks: Vec<Check> = pairs.iter().filter(several).filter_map(check).collect();
    let failed = checks.iter().find(|check| !check.holds);
    failed.or(checks.first()).cloned()
}

/// Parts that share nobody, summed up against their whole: "five women and eight men" of twelve. Only a sum that is too large
/// is told, and beside the last of its parts.
pub(super) fn sum_of_parts(desk: &Desk<'_, '_>, pairs: &[(Seat, Seat)]) -> Option<Check> {
    pairs.iter().find_map(|(part, whole)| {
        let kin = |record: &&crate::resolve::Record| {
            let facets = &record.who.facets;
            let sex = facets.age_sex.as_deref();
            let is_told_apart = sex.is_some_and(|it| DISJOINT.contains(&it));
            is_told_apart && facets.role.is_none() && !record.claim.value.increment
        };
        let parts = desk.roll.whole.iter().enumerate();
        let parts = parts.filter(|(_, it)| **it == Some(*whole));
        let mut told: Vec<(Seat, &Value, Option<&str>)> = Vec::new();
        for (seat, _) in parts {
            let record = desk.roll.records[seat];
            let sex = record.who.facets.age_sex.as_deref();
            if kin(&record) && told.iter().all(|it| it.2 != sex) {
                told.push((seat, &record.claim.value, sex));
            }
        }
        let is_last = told.len() > 1 && told.last().map(|it| it.0) == Some(*part);
        let whole = &desk.roll.records[*whole].claim.value;
        let values: Vec<&Value> = told.iter().map(|it| it.1).collect();
        let least = total(&values, |value| value.literal.low)?;
        let most = whole.literal.high.filter(|most| is_last && least > *most);
        most?;
        let terms: Option<Vec<String>> = values.iter().map(|value| shown(value)).collect();
        Some(Check {
            text: format!("{} ≤ {}", terms?.join(" + "), shown(whole)?),
            holds: false,
        })
    })
}

/// Part ≤ whole for two figures. A claim that fits is enough, and one that does not is shown only where it contradicts;
/// figures that move are compared only at one time.
pub(super) fn at_most(desk: &Desk<'_, '_>, part: &Draft, whole: &Draft) -> Option<Check> {
    let event = name::event(&whole.profile).and_then(|id| desk.catalog.event(id));
    let event = event.or_else(|| name::loose_event(&whole.profile, desk.roll, &whole.seats));
    check(desk, part, whole, |a, b| {
        contradicts(desk, event, a.seat, b.seat)
    })
}

/// One aspect ≤ another for two figures: whoever gives both in one text sets them side by side.
fn aspect_at_most(desk: &Desk<'_, '_>, small: &Draft, large: &Draft) -> Option<Check> {
    check(desk, small, large, |_, _| true)
}

/// Claims of one article that contradict each other come first, then a pair that fits, then a contradiction between two.
fn check(
    desk: &Desk<'_, '_>,
    part: &Draft,
    whole: &Draft,
    contradicts: impl Fn(&Side<'_>, &Side<'_>) -> bool,
) -> Option<Check> {
    let (parts, wholes) = (sides(desk, part), sides(desk, whole));
    let moves = |draft: &Draft| !matches!(draft.motion, Motion::Still | Motion::Settles);
    let at_once = |a: &Side<'_>, b: &Side<'_>| {
        a.article == b.article
            || !(moves(part) || moves(whole))
            || time::order(Days::of(a.as_of), Days::of(b.as_of), Motion::Grows, 3) == Order::Same
    };
    let pairs = || {
        let with = |a| wholes.iter().map(move |b| (a, b));
        let both = parts.iter().flat_map(with);
        both.filter(|(a, b)| at_once(a, b) && can_show(a.value) && can_show(b.value))
    };
    let inside = || pairs().filter(|(a, b)| a.article == b.article);
    let across = || pairs().filter(|(a, b)| a.article != b.article);
    let holds = |(a, b): &(&Side<'_>, &Side<'_>)| !exceeds(a.value, b.value);
    let fails = |(a, b): &(&Side<'_>, &Side<'_>)| exceeds(a.value, b.value) && contradicts(a, b);
    let held = || inside().chain(across()).find(holds);
    let (a, b) = inside()
        .find(fails)
        .or_else(held)
        .or_else(|| across().find(fails))?;
    compare(a.value, b.value)
}

fn sides<'d>(desk: &'d Desk<'_, '_>, draft: &Draft) -> Vec<Side<'d>> {
    draft
        .seats
        .iter()
        .take(CLAIMS)
        .map(|seat| {
            let record = desk.roll.records[*seat];
            Side {
                seat: *seat,
                value: &record.claim.value,
                as_of: &record.as_of,
                article: desk.roll.article[*seat],
            }
        })
        .collect()
}

/// "4 ≤ 18"; `None` when a side has nothing to show.
fn compare(part: &Value, whole: &Value) -> Option<Check> {
    Some(Check {
        text: format!("{} ≤ {}", shown(part)?, shown(whole)?),
        holds: !exceeds(part, whole),
    })
}

/// True when no value of the part is as little as the whole.
fn exceeds(part: &Value, whole: &Value) -> bool {
    whole.literal.is_below(&part.literal)
}

/// True when there is a number to show: of "dozens" none is.
fn can_show(value: &Value) -> bool {
    value.operator != Operator::Vague && value.number.or(value.core.low).is_some()
}

/// The number with its hedge: "about 250"; the lower end of what has no number.
fn shown(value: &Value) -> Option<String> {
    let hedge = match value.operator {
        Operator::About => "about ",
        Operator::Nearly => "nearly ",
        Operator::MoreThan => "over ",
        Operator::AtLeast => "at least ",
        Operator::AtMost => "at most ",
        _ => "",
    };
    value
        .number
        .or(value.core.low)
        .map(|shown| format!("{hedge}{}", number(shown)))
}

/// The schema's check between two aspects of one type, with the figures in its order.
pub(super) fn aspects(
    desk: &Desk<'_, '_>,
    drafts: &[Draft],
    a: usize,
    b: usize,
) -> (usize, usize, Option<Check>) {
    let rules = &desk.schema.types[drafts[a].profile.claim_type].arithmetic;
    let (left, right) = (drafts[a].profile.aspect, drafts[b].profile.aspect);
    for rule in rules {
        let on = |side: &[usize], aspect: Option<usize>| aspect.is_some_and(|x| side.contains(&x));
        let (small, large) = if on(&rule.left, left) && on(&rule.right, right) {
            (a, b)
        } else if on(&rule.left, right) && on(&rule.right, left) {
            (b, a)
        } else {
            continue;
        };
        let check = if rule.left.len() == 1 && rule.right.len() == 1 {
            aspect_at_most(desk, &drafts[small], &drafts[large])
        } else {
            sum(desk, drafts, rule, (small, large))
        };
        if check.is_some() {
            return (small, large, check);
        }
    }
    (a, b, None)
}

/// "117 + 100 ≤ 250", from the claims of one article.
fn sum(
    desk: &Desk<'_, '_>,
    drafts: &[Draft],
    rule: &crate::schema::claim_type::Arithmetic,
    pair: (usize, usize),
) -> Option<Check> {
    let article = shared_article(desk, &drafts[pair.0], &drafts[pair.1])?;
    let claim_type = drafts[pair.0].profile.claim_type;
    let terms = |aspects: &[usize]| -> Vec<&Value> {
        aspects
            .iter()
            .filter_map(|aspect| term(desk, claim_type, *aspect, article))
            .collect()
    };
    // A term on the left that the article does not give is at least nothing.
    let (left, right) = (terms(&rule.left), terms(&rule.right));
    if right.len() < rule.right.len() {
        return None;
    }
    let least = total(&left, |value| value.literal.low.or(Some(Decimal::ZERO)))?;
    let most = total(&right, |value| value.literal.high);
    let show = |terms: &[&Value]| -> Option<String> {
        let shown: Option<Vec<String>> = terms.iter().map(|value| shown(value)).collect();
        Some(shown?.join(" + "))
    };
    Some(Check {
        text: format!("{} ≤ {}", show(&left)?, show(&right)?),
        holds: most.is_none_or(|most| least <= most),
    })
}

fn shared_article(desk: &Desk<'_, '_>, a: &Draft, b: &Draft) -> Option<usize> {
    let article = |seat: &Seat| desk.roll.article[*seat];
    let theirs: Vec<usize> = b.seats.iter().map(article).collect();
    a.seats
        .iter()
        .map(article)
        .find(|at| theirs.binary_search(at).is_ok())
}

/// The first claim of an article about one aspect.
fn term<'d>(
    desk: &'d Desk<'_, '_>,
    claim_type: usize,
    aspect: usize,
    article: usize,
) -> Option<&'d Value> {
    let start = desk.roll.article.partition_point(|at| *at < article);
    desk.roll.records[start..]
        .iter()
        .zip(&desk.roll.article[start..])
        .take_while(|(_, at)| **at == article)
        .map(|(record, _)| &record.claim)
        .find(|claim| claim.claim_type == claim_type && claim.aspect == Some(aspect))
        .map(|claim| &claim.value)
}

fn total(terms: &[&Value], end: impl Fn(&Value) -> Option<Decimal>) -> Option<Decimal> {
    terms
        .iter()
        .try_fold(Decimal::ZERO, |sum, value| sum.checked_add(end(value)?))
}
