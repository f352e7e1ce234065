//! One figure a row, and one failed check a row.

use super::{Cell, Column, Sheet, column};
use crate::calendar::Date;
use crate::compare::{Figure, Grade, Pair, Related, Verdict};
use crate::decimal::Decimal;
use crate::report::rows::Rows;
use crate::report::view::View;
use crate::report::{Options, Severity, Singles, reading, sanitise, words};

const COLUMNS: &[Column] = &[
    column("figure_id", "#indicator+id"),
    column("figure", "#indicator+name"),
    column("type", "#indicator+type"),
    column("aspect", "#indicator+aspect"),
    column("verdict", "#status+verdict"),
    column("grade", "#severity+grade"),
    column("severity", "#severity"),
    column("gap_percent", "#indicator+gap+pct"),
    column("min", "#indicator+min+num"),
    column("best", "#indicator+best+num"),
    column("max", "#indicator+max+num"),
    column("unit", "#indicator+unit"),
    column("readings", "#meta+readings+num"),
    column("articles", "#meta+articles+num"),
    column("as_of_from", "#date+start"),
    column("as_of_to", "#date+end"),
    column("as_written", "#description+quote"),
    column("where", "#meta+location"),
    column("why", "#description+reason"),
    column("tags", "#meta+tags"),
];

/// Figures that more than one reading answers, in the order of the table; then checks that fail; then, where they are
/// listed, figures of one reading.
pub(crate) fn findings(view: &View<'_>, rows: &Rows, options: &Options) -> Sheet {
    let compared = rows
        .blocks
        .iter()
        .map(|block| row(view, view.figure(block.figure), &block.whys));
    let related = view.input.comparison.related.iter();
    let failed = related
        .filter(|related| related.check.as_ref().is_some_and(|check| !check.holds))
        .map(|related| check(view, related));
    let mut rows: Vec<Vec<Cell>> = compared.chain(failed).collect();
    if options.singles == Singles::List {
        let figures = view.input.comparison.figures.iter();
        let alone = figures.filter(|figure| figure.verdict == Verdict::Single);
        rows.extend(alone.map(|figure| row(view, figure, &[])));
    }
    Sheet {
        name: "findings",
        columns: COLUMNS.to_vec(),
        rows,
    }
}

fn row(view: &View<'_>, figure: &Figure, whys: &[String]) -> Vec<Cell> {
    let line = |words: &str| Cell::text(sanitise::line(words));
    let day = |day: Option<Date>| Cell::text(day.map(|day| day.to_string()).unwrap_or_default());
    let grade = figure.grade.map(Grade::name).unwrap_or_default();
    let (min, max) = ends(view, figure);
    let shown = |words: fn(&View<'_>, usize) -> String| {
        let variants = figure.variants.iter();
        let firsts = variants.filter_map(|variant| variant.claims.first());
        let words: Vec<String> = firsts.map(|&claim| words(view, claim)).collect();
        Cell::text(words.join(" | "))
    };
    let ranges = || figure.variants.iter().map(|variant| variant.as_of.range);
    vec![
        line(&figure.id),
        line(&figure.label),
        line(view.type_name(figure.claim_type)),
        line(
            view.aspect_name(figure.claim_type, figure.aspect)
                .unwrap_or_default(),
        ),
        Cell::text(figure.verdict.name()),
        Cell::text(grade),
        Cell::text(Severity::of(figure.verdict, figure.grade).name()),
        Cell::number(gap(figure)),
        Cell::number(min),
        Cell::number(best(figure)),
        Cell::number(max),
        line(
            figure
                .variants
                .first()
                .map_or("", |it| view.unit(figure.claim_type, &it.value)),
        ),
        Cell::count(figure.variants.len()),
        Cell::count(n_articles(view, figure)),
        day(ranges().filter_map(|range| range.from).min()),
        day(ranges().filter_map(|range| range.to).max()),
        shown(reading::own_words),
        shown(reading::place),
        Cell::text(whys.join(" ")),
        Cell::text(figure.tags.join(" ")),
    ]
}

/// A check between two figures that does not hold, in the columns of a figure.
fn check(view: &View<'_>, related: &Related) -> Vec<Cell> {
    let (a, b) = (view.figure(related.a), view.figure(related.b));
    let text = related.check.as_ref().map_or("", |check| &*check.text);
    let mut cells = vec![Cell::Empty; COLUMNS.len()];
    let mut set = |column: &str, words: String| {
        if let Some(at) = COLUMNS.iter().position(|it| it.name == column) {
            cells[at] = Cell::text(sanitise::line(&words));
        }
    };
    set("figure_id", format!("{} {}", a.id, b.id));
    set("figure", format!("{} | {}", a.label, b.label));
    set("type", view.type_name(a.claim_type).to_owned());
    set("verdict", "check-fails".to_owned());
    set("severity", Severity::Error.name().to_owned());
    set("why", format!("{text} does not hold: {}", related.why));
    cells
}

/// The least and the most that any reading is taken for; open where one is.
fn ends(view: &View<'_>, figure: &Figure) -> (Option<Decimal>, Option<Decimal>) {
    let kind = view.claim_type(figure.claim_type);
    let ends = figure
        .variants
        .iter()
        .map(|variant| words::ends(&variant.value, kind));
    let (lows, highs): (Vec<_>, Vec<_>) = ends.unzip();
    let all = |ends: Vec<Option<Decimal>>| ends.into_iter().collect::<Option<Vec<Decimal>>>();
    let low = all(lows).and_then(|lows| lows.into_iter().min());
    let high = all(highs).and_then(|highs| highs.into_iter().max());
    (low, high)
}

/// The one number that all readings come to: that of all where they agree, the newest of a figure that moved. There is
/// no vote: where readings disagree, there is none.
fn best(figure: &Figure) -> Option<Decimal> {
    let newest = figure.variants.last()?.value.number;
    match figure.verdict {
        Verdict::Agree | Verdict::Single | Verdict::Updated => newest,
        _ => None,
    }
}

/// The widest gap among the pairs that the verdict is about, in percent.
fn gap(figure: &Figure) -> Option<Decimal> {
    let worst = figure
        .pairs
        .iter()
        .filter(|pair| pair.verdict == figure.verdict);
    let gap: Option<Decimal> = worst.filter_map(|pair: &Pair| figure.gap(pair)).max();
    let percent = gap?.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(2);
    (!percent.is_zero()).then_some(percent)
}

fn n_articles(view: &View<'_>, figure: &Figure) -> usize {
    let claims = figure.variants.iter().flat_map(|variant| &variant.claims);
    let mut articles: Vec<usize> = claims.map(|&claim| view.record(claim).article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}
