//! Bands of values over days, drawn as SVG.

use std::fmt;

use super::markup::escaped;
use super::scale::{Scale, day_number, distance};
use crate::calendar::Date;
use crate::decimal::Decimal;
use crate::report::words;

/// One reading.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// The days of which it speaks.
    pub(super) days: (Date, Date),
    /// What an attentive reader takes it for.
    pub(super) core: (Decimal, Decimal),
    /// What a generous reader allows.
    pub(super) support: (Decimal, Decimal),
    /// Where it stands, and its words.
    pub(super) name: String,
    /// What it is read as.
    pub(super) meaning: String,
}

/// The page of the plot, and what of it the bands take.
const SIZE: (i64, i64) = (600, 240);
const ACROSS: (i64, i64) = (100, 580);
const UP: (i64, i64) = (205, 20);
/// The least that a band takes, so that a day and an exact number can be seen.
const WIDE: i64 = 10;
const HIGH: i64 = 3;
/// Labels nearer to each other than this would run into each other.
const APART: (i64, i64) = (110, 14);

/// Writes the plot.
pub(super) fn write(
    bands: &[Band],
    id: &str,
    label: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let Some((values, days)) = scales(bands) else {
        return Ok(());
    };
    let id = escaped(id);
    let (width, height) = SIZE;
    writeln!(
        out,
        "<figure class=\"plot\"><svg viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{} over time</title>\n\
         <desc id=\"{id}-desc\">{}</desc>",
        escaped(label),
        escaped(&described(bands)),
    )?;
    axes(bands, &values, &days, out)?;
    for band in bands {
        write_band(band, &values, &days, out)?;
    }
    labels(bands, &values, &days, out)?;
    out.write_str(
        "</svg>\n<figcaption>Solid: what an attentive reader takes each reading for; pale: what a generous one allows; \
         across: the days of which it speaks.</figcaption></figure>\n",
    )
}

/// The plot in words, for whoever does not see it.
fn described(bands: &[Band]) -> String {
    let words = bands
        .iter()
        .map(|band| format!("{} as of {}", band.meaning, band.days.1));
    words.collect::<Vec<_>>().join("; ")
}

/// Values up, days across, with a little room around the bands.
fn scales(bands: &[Band]) -> Option<(Scale, Scale)> {
    let low = bands
        .iter()
        .map(|band| band.core.0.min(band.support.0))
        .min()?;
    let high = bands
        .iter()
        .map(|band| band.core.1.max(band.support.1))
        .max()?;
    let room = high.checked_sub(low)?.checked_div(Decimal::from(20))?;
    // No room below nothing: counts are never negative.
    let least = if low.is_sign_negative() {
        low - room
    } else {
        (low - room).max(Decimal::ZERO)
    };
    let values = Scale::new(least, high.checked_add(room)?, UP);
    let from = bands.iter().map(|band| day_number(band.days.0)).min()?;
    let to = bands.iter().map(|band| day_number(band.days.1)).max()?;
    Some((values, Scale::new(from, to, ACROSS)))
}

fn axes(bands: &[Band], values: &Scale, days: &Scale, out: &mut dyn fmt::Write) -> fmt::Result {
    let (left, right) = (ACROSS.0 - WIDE, ACROSS.1 + WIDE);
    for tick in values.ticks() {
        let y = values.at(tick);
        writeln!(
            out,
            "<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{y}\" y2=\"{y}\"/>\
             <text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            left - 6,
            y + Decimal::from(4),
            words::number(tick)
        )?;
    }
    let mut dates: Vec<Date> = bands.iter().map(|band| band.days.1).collect();
    dates.extend(bands.iter().map(|band| band.days.0).min());
    dates.sort_unstable();
    let mut taken: Vec<Decimal> = Vec::new();
    // The ends first: between them there is room for some of the rest.
    let ends = [dates.first(), dates.last()];
    for date in ends.into_iter().flatten().chain(&dates) {
        let x = days.at(day_number(*date));
        if taken.iter().all(|other| distance(*other, x) >= APART.0) {
            let y = UP.0 + 24;
            // The last one would run out of the page.
            let (x, anchor) = if Some(date) == dates.last() {
                (Decimal::from(SIZE.0 - 1), "end")
            } else {
                (x, "middle")
            };
            writeln!(
                out,
                "<text class=\"tick\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
                date.strftime("%-d %b %Y")
            )?;
            taken.push(x);
        }
    }
    Ok(())
}

fn write_band(band: &Band, values: &Scale, days: &Scale, out: &mut dyn fmt::Write) -> fmt::Result {
    let (from, to) = (
        days.at(day_number(band.days.0)),
        days.at(day_number(band.days.1)),
    );
    let width = (to - from).max(Decimal::from(WIDE));
    // A single day is drawn around its place; a stretch ends where it ends.
    let x = (to + Decimal::from(WIDE / 2) - width).normalize();
    let name = escaped(&format!("{}; read as {}", band.name, band.meaning));
    writeln!(out, "<g><title>{name}</title>")?;
    for (class, (low, high)) in [("support", band.support), ("core", band.core)] {
        let (top, bottom) = (values.at(high), values.at(low));
        let height = (bottom - top).max(Decimal::from(HIGH));
        let y = ((top + bottom - height) / Decimal::TWO).round_dp(1);
        writeln!(
            out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            y.normalize(),
            width.normalize(),
            height.normalize()
        )?;
    }
    out.write_str("</g>\n")
}

/// What bands are read as, beside those that have room: the newest first, since it is asked for most.
fn labels(bands: &[Band], values: &Scale, days: &Scale, out: &mut dyn fmt::Write) -> fmt::Result {
    let middle = Decimal::from(i64::midpoint(ACROSS.0, ACROSS.1));
    let mut taken: Vec<(Decimal, Decimal)> = Vec::new();
    for band in bands.iter().rev() {
        let (x, y) = (days.at(day_number(band.days.1)), values.at(band.core.1));
        let is_free = |(other_x, other_y): &(Decimal, Decimal)| {
            distance(*other_x, x) >= APART.0 || distance(*other_y, y) >= APART.1
        };
        if !taken.iter().all(is_free) {
            continue;
        }
        taken.push((x, y));
        let (shift, anchor) = if x > middle {
            (-WIDE, "end")
        } else {
            (WIDE, "start")
        };
        writeln!(
            out,
            "<text class=\"value\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            (x + Decimal::from(shift)).normalize(),
            (y + Decimal::from(4)).normalize(),
            escaped(&band.meaning)
        )?;
    }
    Ok(())
}
