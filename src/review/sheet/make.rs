//! Entries made from a comparison, asking nobody what it knows.

use super::{Amount, Attribution, Entry, Former, Scope};
use crate::calendar::Date;
use crate::compare::{Figure, Variant, Verdict};
use crate::numbers::{Operator, Value};
use crate::report::{self, Input, View, clean};

/// What a comparison gives for a sheet.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Figures with a number to agree on.
    pub agreed: Vec<Entry>,
    /// Figures on which the articles differ: somebody has to choose.
    pub open: Vec<String>,
}

/// One entry a figure whose articles come to one number: that of all of them, or the newest of a figure that moved.
/// `chosen` settles figures on which they differ: the readings of that article count.
pub fn entries(input: &Input<'_>, chosen: Option<&str>) -> Entries {
    let view = View::new(input);
    let mut made = Entries::default();
    let mut figures: Vec<&Figure> = input.comparison.figures.iter().collect();
    figures.sort_by(|a, b| (&a.label, &a.id).cmp(&(&b.label, &b.id)));
    for figure in figures {
        let Some(taken) = taken(&view, figure, chosen) else {
            continue;
        };
        let differs = matches!(figure.verdict, Verdict::Disagree | Verdict::Unclear);
        if differs && chosen.is_none() {
            made.open.push(open(&view, figure));
        } else {
            made.agreed.extend(entry(&view, figure, taken));
        }
    }
    made
}

/// The reading to agree on: the newest, and of several of one day the plainest.
fn taken(view: &View<'_>, figure: &Figure, chosen: Option<&str>) -> Option<usize> {
    let is_whole = |variant: &Variant| {
        let claim = variant.claims.first();
        claim.is_some_and(|at| Scope::can_be_agreed(view.record(*at)))
    };
    let by_chosen = |variant: &Variant| {
        let by =
            |at: &usize| view.article_id(view.record(*at).article) == chosen.unwrap_or_default();
        chosen.is_none() || variant.claims.iter().any(by)
    };
    let candidates = figure.variants.iter().enumerate();
    let candidates = candidates.filter(|(_, it)| is_whole(it) && by_chosen(it));
    let best = candidates.max_by_key(|(at, it)| {
        let plain = match it.value.operator {
            Operator::Vague => 0,
            Operator::Bare | Operator::Exact => 2,
            _ => 1,
        };
        // What says neither number nor day is the last resort.
        (plain > 0, last_day(it), plain, *at)
    })?;
    Some(best.0)
}

fn last_day(variant: &Variant) -> Option<Date> {
    variant.as_of.range.to.or(variant.as_of.range.from)
}

fn entry(view: &View<'_>, figure: &Figure, taken: usize) -> Option<Entry> {
    let variant = figure.variants.get(taken)?;
    let claims = &variant.claims;
    let first = *claims.first()?;
    let source = |at: &usize| {
        let span = view.record(*at).source.text?;
        Some(clean(span.slice(view.text(*at))))
    };
    // Whichever article says who says so.
    let source = claims.iter().find_map(source).unwrap_or_default();
    let url = |at: &usize| {
        view.input
            .articles
            .get(view.record(*at).article)?
            .url
            .clone()
    };
    let amount = amount(&variant.value)?;
    let others = figure.variants.iter().enumerate();
    let mut former: Vec<Former> = others
        .filter(|(at, it)| *at != taken && last_day(it) <= last_day(variant))
        .filter_map(|(_, it)| {
            let amount =
                self::amount(&it.value).filter(|_| it.value.operator != Operator::Vague)?;
            Some(Former {
                amount,
                as_of: last_day(it),
            })
        })
        .filter(|it| !it.amount.interval().meets(&amount.interval()))
        .collect();
    former.reverse();
    former.dedup();
    let is_plain = amount.best.is_some();
    Some(Entry {
        key: clean(&figure.id),
        label: clean(&figure.label),
        amount,
        as_of: last_day(variant),
        valid_until: None,
        attribution: if source.is_empty() {
            Attribution::Optional
        } else {
            Attribution::Required
        },
        source,
        url: claims.iter().find_map(url).unwrap_or_default(),
        wording: if is_plain {
            String::new()
        } else {
            clean(
                view.record(first)
                    .claim
                    .quantity
                    .span
                    .slice(view.text(first)),
            )
        },
        never: Vec::new(),
        note: String::new(),
        owner: String::new(),
        former,
        scope: Some(Scope::of(view, teller(view, figure).unwrap_or(first))),
        sentence: String::new(),
    })
}

/// The claim that ties a figure to its event: not each says what the others make clear.
fn teller(view: &View<'_>, figure: &Figure) -> Option<usize> {
    let claims = figure
        .variants
        .iter()
        .flat_map(|it| it.claims.iter().copied());
    let event = figure.scope.event.as_ref()?;
    let tells = |at: &usize| {
        let record = view.record(*at);
        let own = record.event.as_ref().map(|it| &it.id);
        own == Some(event) && Scope::can_be_agreed(record)
    };
    let mut tellers: Vec<usize> = claims.filter(tells).collect();
    tellers.sort_by_key(|at| {
        (
            view.record(*at).place.is_none(),
            view.record(*at).id.clone(),
        )
    });
    tellers.first().copied()
}

/// The number of a plain reading, the ends of any other; `None` of a share of something.
pub(super) fn amount(value: &Value) -> Option<Amount> {
    if value.share_of.is_some() || value.increment {
        return None;
    }
    let is_plain = matches!(value.operator, Operator::Bare | Operator::Exact);
    let opens_up = matches!(value.operator, Operator::MoreThan | Operator::AtLeast);
    Some(match value.number.filter(|_| is_plain) {
        Some(best) => Amount {
            best: Some(best),
            ..Amount::default()
        },
        None => Amount {
            best: None,
            // "More than 400" stays open upwards.
            low: value
                .core
                .low
                .filter(|_| value.operator != Operator::AtMost),
            high: value.core.high.filter(|_| !opens_up),
        },
    })
    .filter(|it| !it.is_empty())
}

/// "deaths · ferry: 41 (harbour) or 58 (coast)".
fn open(view: &View<'_>, figure: &Figure) -> String {
    let said = figure.variants.iter().filter_map(|variant| {
        let claim = *variant.claims.first()?;
        let told = report::Reading::of_claim(view, claim);
        let article = clean(view.article_id(view.record(claim).article));
        Some(format!("{} ({article})", told.meaning))
    });
    let said: Vec<String> = said.collect();
    format!(
        "{}: {}; {}",
        clean(&figure.id),
        clean(&figure.label),
        said.join(" or ")
    )
}
