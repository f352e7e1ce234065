//! Entries made from a comparison, asking nobody what it knows.

use std::collections::BTreeSet;

use super::{Amount, Attribution, Entry, Former, Scope, dispute};
use crate::calendar::Date;
use crate::compare::{Figure, Pair, Variant};
use crate::numbers::{Operator, Value};
use crate::report::{self, Input, View, clean};

/// The note on a figure that nobody else bears out.
pub(super) const ONE_ARTICLE: &str = "stands in one article only";

/// What a comparison gives for a sheet.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Figures with a number to agree on.
    pub agreed: Vec<Entry>,
    /// Figures in dispute, each with what is said of it and why: somebody has to choose.
    pub open: Vec<String>,
}

/// One entry a figure whose articles come to one number: that of all of them, or the newest of a figure that moved.
/// `chosen` settles figures on which they differ: the readings of that article count.
pub fn entries(input: &Input<'_>, chosen: Option<&str>) -> Entries {
    let view = View::new(input);
    let mut made = Entries::default();
    let mut figures: Vec<&Figure> = input.comparison.figures.iter().collect();
    figures.sort_by(|a, b| (&a.label, &a.id).cmp(&(&b.label, &b.id)));
    let asked: Vec<(&Figure, usize)> = figures
        .into_iter()
        .filter_map(|it| Some((it, taken(&view, it, chosen)?)))
        .collect();
    for (figure, taken) in &asked {
        let why =
            dispute::of(&view, figure).or_else(|| dispute::rival(&view, (figure, *taken), &asked));
        match why.filter(|_| chosen.is_none()) {
            Some(why) => made.open.push(open(&view, figure, &why)),
            None => made.agreed.extend(entry(&view, figure, *taken)),
        }
    }
    let keys: Vec<String> = made.agreed.iter().map(|it| it.key.clone()).collect();
    for entry in &mut made.agreed {
        if keys.contains(&entry.part_of) {
            // Who says so is said of the whole.
            entry.attribution = Attribution::Optional;
        } else {
            // A whole on which nobody agreed has no key.
            entry.part_of.clear();
        }
    }
    made
}

/// The reading to agree on: the newest, and of several of one day the plainest.
fn taken(view: &View<'_>, figure: &Figure, chosen: Option<&str>) -> Option<usize> {
    let is_whole = |variant: &Variant| {
        let claim = variant.claims.first();
        claim.is_some_and(|at| Scope::can_be_agreed(view, *at))
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
    let amount = amount(&variant.value)?;
    let said = |at: &usize| {
        let span = view.record(*at).source.text?;
        Some(clean(span.slice(view.text(*at))))
    };
    // Whichever article says who says so.
    let source = claims.iter().find_map(said).unwrap_or_default();
    let url = |at: &usize| {
        let article = view.input.articles.get(view.record(*at).article)?;
        article.url.clone()
    };
    let written = || {
        let number = view.record(first).claim.quantity.span;
        clean(number.slice(view.text(first)))
    };
    Some(Entry {
        key: clean(&figure.id),
        label: clean(&figure.label),
        part_of: whole(view, figure).map_or_else(String::new, |it| clean(&it.id)),
        amount,
        as_of: last_day(variant),
        attribution: if source.is_empty() {
            Attribution::Optional
        } else {
            Attribution::Required
        },
        source,
        url: claims.iter().find_map(url).unwrap_or_default(),
        wording: amount.best.map_or_else(written, |_| String::new()),
        former: former(figure, taken, &amount),
        scope: Some(Scope::of(view, teller(view, figure).unwrap_or(first))),
        note: lonely(view, figure).map_or_else(String::new, |it| format!("{ONE_ARTICLE} ({it})")),
        ..Entry::default()
    })
}

/// The article that alone has a figure, among several.
fn lonely(view: &View<'_>, figure: &Figure) -> Option<String> {
    let claims = figure.variants.iter().flat_map(|it| &it.claims);
    let articles: BTreeSet<usize> = claims.map(|at| view.record(*at).article).collect();
    let is_lonely = articles.len() == 1 && view.input.articles.len() > 1;
    let article = articles.first().filter(|_| is_lonely)?;
    Some(clean(view.article_id(*article)))
}

/// The figure of which this one is a part, where its claims say so of one alone: "41 people, including four children".
fn whole<'a>(view: &View<'a>, figure: &Figure) -> Option<&'a Figure> {
    let claims = figure.variants.iter().flat_map(|it| &it.claims);
    let wholes: BTreeSet<usize> = claims.filter_map(|at| view.whole_of(*at)).collect();
    let holds = |it: &&Figure| {
        let mut variants = it.variants.iter();
        it.id != figure.id && variants.any(|it| it.claims.iter().any(|at| wholes.contains(at)))
    };
    let mut found = view.input.comparison.figures.iter().filter(holds);
    found.next().filter(|_| found.next().is_none())
}

/// The numbers that a figure had before, newest first: those whose place the one that holds has taken, where the two do
/// not meet. Another number of the same day is none that was.
fn former(figure: &Figure, taken: usize, amount: &Amount) -> Vec<Former> {
    let took_place_of = |at: usize| {
        let both = |pair: &&Pair| [(at, taken), (taken, at)].contains(&(pair.a, pair.b));
        if let Some(pair) = figure.pairs.iter().find(both) {
            return figure.successor(pair) == Some(taken);
        }
        // Of a figure with very many readings not every pair is judged.
        let day = |at: usize| figure.variants.get(at).and_then(last_day);
        day(at)
            .zip(day(taken))
            .is_some_and(|(at, taken)| at < taken)
    };
    let others = figure.variants.iter().enumerate();
    let older = others.filter(|(at, _)| *at != taken && took_place_of(*at));
    let former = older.filter_map(|(_, it)| {
        let is_vague = it.value.operator == Operator::Vague;
        Some(Former {
            amount: self::amount(&it.value).filter(|_| !is_vague)?,
            as_of: last_day(it),
        })
    });
    let apart = |it: &Former| !it.amount.interval().meets(&amount.interval());
    let mut former: Vec<Former> = former.filter(apart).collect();
    former.reverse();
    former.dedup();
    former
}

/// The claim that ties a figure to its event: not each says what the others make clear.
fn teller(view: &View<'_>, figure: &Figure) -> Option<usize> {
    let claims = figure
        .variants
        .iter()
        .flat_map(|it| it.claims.iter().copied());
    let event = figure.scope.event.as_ref()?;
    let tells = |at: &usize| {
        let own = view.record(*at).event.as_ref().map(|it| &it.id);
        own == Some(event) && Scope::can_be_agreed(view, *at)
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

/// "deaths-0a1b: deaths · ferry; 41 (harbour) or 58 (coast): they differ".
fn open(view: &View<'_>, figure: &Figure, why: &str) -> String {
    let said = figure.variants.iter().filter_map(|variant| {
        let claim = *variant.claims.first()?;
        let told = report::Reading::of_claim(view, claim);
        let article = clean(view.article_id(view.record(claim).article));
        Some(format!("{} ({article})", told.meaning))
    });
    let said: Vec<String> = said.collect();
    format!(
        "{}: {}; {}: {why}",
        clean(&figure.id),
        clean(&figure.label),
        said.join(" or ")
    )
}
