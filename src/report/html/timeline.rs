//! A plot of a figure over time, for figures with three dated readings or more: growth and outliers at a glance.

use std::fmt;

use super::plot::{self, Band};
use crate::calendar::Date;
use crate::compare::{Figure, Variant};
use crate::decimal::{Decimal, Interval};
use crate::report::view::View;
use crate::report::{reading, words};

/// Dated readings below which a plot shows nothing.
const LEAST: usize = 3;
/// Readings beyond which bands only hide each other.
const MOST: usize = 200;

/// Writes the plot of a figure, if it has one.
pub(super) fn write(view: &View<'_>, figure: &Figure, out: &mut dyn fmt::Write) -> fmt::Result {
    let bands: Vec<Band> = figure
        .variants
        .iter()
        .filter_map(|variant| band(view, figure, variant))
        .take(MOST)
        .collect();
    let n_days = bands
        .iter()
        .map(|band| band.days)
        .collect::<std::collections::BTreeSet<_>>();
    if bands.len() < LEAST || n_days.len() < 2 {
        return Ok(());
    }
    plot::write(&bands, &figure.id, &figure.label, out)
}

/// One reading as a band: its days across, its values up.
fn band(view: &View<'_>, figure: &Figure, variant: &Variant) -> Option<Band> {
    let value = &variant.value;
    if value.share_of.is_some() {
        return None;
    }
    let core = closed(&value.core)?;
    let claim = *variant.claims.first()?;
    let meaning = words::reading(value, view.claim_type(figure.claim_type), view.text(claim));
    Some(Band {
        days: days(variant)?,
        core,
        support: closed(&value.support).unwrap_or(core),
        name: format!(
            "{}: {}",
            reading::place(view, claim),
            reading::own_words(view, claim)
        ),
        meaning,
    })
}

/// The days of which a reading speaks; the last known one where it does not say since when.
fn days(variant: &Variant) -> Option<(Date, Date)> {
    let range = variant.as_of.range;
    let last = range.to.or(range.from)?;
    Some((range.from.unwrap_or(last).min(last), last))
}

fn closed(interval: &Interval) -> Option<(Decimal, Decimal)> {
    interval.low.zip(interval.high)
}
