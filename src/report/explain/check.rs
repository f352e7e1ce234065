//! A check between two figures: what it says, what it rests on, and how it is silenced.

use std::fmt;

use super::{again, claim, labelled, silence};
use crate::compare::{Figure, Related, Verdict};
use crate::report::view::View;
use crate::report::{Style, header, paint, sanitise, words};

/// Readings shown of either side.
const SHOWN: usize = 2;

/// Explains the check of the bond at `index`.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    index: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let related = &view.input.comparison.related[index];
    let Some(check) = &related.check else {
        return Ok(());
    };
    let (words, like) = if check.holds {
        ("= CHECK HOLDS", Verdict::Agree)
    } else {
        ("! CHECK FAILS", Verdict::Disagree)
    };
    let head = paint::tone(style, header::tone(like), words);
    writeln!(out, "{head}  {}", sanitise::line(&check.text))?;
    let id = view.check_id(index).unwrap_or_default();
    labelled(style, "id", &sanitise::line(&id), out)?;
    labelled(style, "why", &reason(related), out)?;
    let (left, right) = (view.figure(related.a), view.figure(related.b));
    for (side, figure) in [("left", left), ("right", right)] {
        out.write_char('\n')?;
        let verdict = words::verdict(figure.verdict, figure.grade);
        let named = format!("{}: {verdict}", sanitise::line(&figure.label));
        labelled(style, side, &named, out)?;
        silence::told(view, style, figure, out)?;
        again::explain(view, &figure.id, out)?;
        let readings = figure.variants.iter().take(SHOWN);
        for claim in readings.filter_map(|variant| variant.claims.first()) {
            claim::write(view, style, *claim, out)?;
        }
    }
    let is_told = [left, right].iter().any(|it| silence::is_told(view, it));
    if check.holds || is_told {
        return Ok(());
    }
    silence::lines(style, left, "of the left side, and with it the check", out)
}

/// The failed checks of a figure, a line each.
pub(super) fn of_figure(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let related = view.input.comparison.related.iter().enumerate();
    let is_of = |it: &Related| {
        [it.a, it.b]
            .iter()
            .any(|at| view.figure(*at).id == figure.id)
    };
    for (at, bond) in related.filter(|(_, bond)| is_of(bond)) {
        let Some(check) = bond.check.as_ref().filter(|check| !check.holds) else {
            continue;
        };
        let words = format!(
            "! {} does not hold: {} ({})",
            sanitise::line(&check.text),
            reason(bond),
            view.check_id(at).unwrap_or_default()
        );
        labelled(style, "check", &words, out)?;
    }
    Ok(())
}

fn reason(related: &Related) -> String {
    format!("{} [{}]", sanitise::line(&related.why), related.reason)
}
