//! One claim a row.

use super::{Cell, Column, Sheet, column};
use crate::calendar::Date;
use crate::compare::{Figure, Verdict};
use crate::report::view::View;
use crate::report::{json, sanitise, words};

const COLUMNS: &[Column] = &[
    column("claim_id", "#meta+id"),
    column("article", "#meta+article+id"),
    column("title", "#meta+article+title"),
    column("date", "#date+published"),
    column("outlet", "#org+outlet"),
    column("type", "#indicator+type"),
    column("aspect", "#indicator+aspect"),
    column("as_written", "#description+quote"),
    column("operator", "#meta+hedge"),
    column("min", "#indicator+min+num"),
    column("best", "#indicator+best+num"),
    column("max", "#indicator+max+num"),
    column("unit", "#indicator+unit"),
    column("who", "#affected+description"),
    column("place", "#loc+name"),
    column("event", "#event+name"),
    column("basis", "#meta+basis"),
    column("as_of_from", "#date+start"),
    column("as_of_to", "#date+end"),
    column("as_of_evidence", "#meta+date+evidence"),
    column("source", "#org+source"),
    column("stance", "#status+stance"),
    column("polarity", "#status+polarity"),
    column("modality", "#status+modality"),
    column("part_of", "#meta+whole+id"),
    column("zone", "#meta+zone"),
    column("line", "#meta+line+num"),
    column("column", "#meta+column+num"),
    column("sentence", "#description+sentence"),
    column("certainty", "#meta+certainty"),
    column("figure_id", "#indicator+id"),
    column("verdict", "#status+verdict"),
];

/// The claims of all articles that are shown, by article and place. Where a claim belongs to a figure, the row says
/// which, and its verdict.
pub(crate) fn claims(view: &View<'_>) -> Sheet {
    let homes = homes(view);
    let rows = view.records_in_order().into_iter();
    Sheet {
        name: "claims",
        columns: COLUMNS.to_vec(),
        rows: rows
            .map(|claim| row(view, claim, homes.get(claim).copied().flatten()))
            .collect(),
    }
}

/// The figure of each claim.
fn homes<'a>(view: &View<'a>) -> Vec<Option<&'a Figure>> {
    let mut homes = vec![None; view.input.records.len()];
    for figure in &view.input.comparison.figures {
        for &claim in figure.variants.iter().flat_map(|variant| &variant.claims) {
            if let Some(home) = homes.get_mut(claim) {
                *home = Some(figure);
            }
        }
    }
    homes
}

fn row(view: &View<'_>, index: usize, figure: Option<&Figure>) -> Vec<Cell> {
    let published = json::Claim::new(view, index);
    let record = view.record(index);
    let article = view.input.articles.get(record.article);
    let kind = view.claim_type(record.claim.claim_type);
    let (min, max) = words::ends(&record.claim.value, kind);
    let line = |words: &str| Cell::text(sanitise::line(words));
    let given = |words: Option<&str>| line(words.unwrap_or_default());
    let day = |day: Option<Date>| Cell::text(day.map(|day| day.to_string()).unwrap_or_default());
    let title = article.and_then(|it| it.title.map(|span| span.slice(&it.text)));
    vec![
        line(published.id),
        line(published.article),
        given(title),
        day(article.and_then(|it| it.date)),
        given(article.and_then(|it| it.source.as_deref())),
        line(published.claim_type),
        given(published.aspect),
        line(published.value.text),
        Cell::text(published.value.operator),
        Cell::number(min),
        Cell::number(record.claim.value.number),
        Cell::number(max),
        line(published.unit),
        given(published.who.text),
        given(record.place.as_ref().map(|place| &*place.name)),
        given(record.event.as_ref().map(|event| &*event.label)),
        Cell::text(published.basis),
        day(record.as_of.range.from),
        day(record.as_of.range.to),
        Cell::text(published.as_of.evidence),
        given(published.source.text),
        given(published.source.stance),
        Cell::text(published.polarity),
        Cell::text(published.modality),
        given(published.part_of),
        Cell::text(published.zone),
        Cell::count(published.span.line),
        Cell::count(published.span.column),
        line(published.sentence),
        Cell::text(published.certainty),
        given(figure.map(|figure| &*figure.id)),
        given(figure.map(|figure| Verdict::name(figure.verdict))),
    ]
}
