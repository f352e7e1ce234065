//! Remarks as a sheet: one reading a row, so that a spreadsheet can filter by either side.

use super::{Notice, Notices, Told};
use crate::report::sheet::{Cell, Sheet, untagged};
use crate::report::{days, json};

const COLUMNS: &[&str] = &[
    "code",
    "severity",
    "id",
    "figure_id",
    "figure",
    "file",
    "line",
    "column",
    "side",
    "where",
    "as_written",
    "read_as",
    "as_of_from",
    "as_of_to",
    "as_of_evidence",
    "source",
    "sentence",
    "effect",
    "why",
    "write",
    "note",
];

/// Every remark has at least one row.
pub(super) fn sheet(notices: &Notices) -> Sheet {
    let rows = notices.notices.iter().flat_map(|notice| {
        let mut readings: Vec<Option<&Told>> = notice.readings.iter().map(Some).collect();
        if readings.is_empty() {
            readings.push(None);
        }
        readings.into_iter().map(|told| row(notice, told))
    });
    Sheet {
        name: "remarks",
        columns: untagged(COLUMNS),
        rows: rows.collect(),
    }
}

fn row(notice: &Notice, told: Option<&Told>) -> Vec<Cell> {
    let place = notice.place.as_ref();
    let of = |get: fn(&Told) -> &str| Cell::text(told.map(get).unwrap_or_default());
    let count = |n: Option<usize>| n.map_or(Cell::Empty, Cell::count);
    let as_of = json::claim::AsOf::new(&days::read(told.map_or("", |it| &it.as_of)));
    vec![
        Cell::text(notice.code),
        Cell::text(notice.severity.name()),
        Cell::text(&*notice.id),
        Cell::text(&*notice.figure),
        Cell::text(&*notice.label),
        Cell::text(place.and_then(|it| it.path.as_deref()).unwrap_or_default()),
        count(place.map(|it| it.line)),
        count(place.and_then(|it| it.column)),
        of(|it| it.side),
        of(|it| &it.place),
        of(|it| &it.says),
        of(|it| &it.reads),
        Cell::text(as_of.from.unwrap_or_default()),
        Cell::text(as_of.to.unwrap_or_default()),
        Cell::text(as_of.evidence),
        of(|it| &it.source),
        of(|it| &it.sentence),
        Cell::text(notice.remark("effect")),
        Cell::text(notice.remark("why")),
        Cell::text(notice.remark("write")),
        Cell::text(notice.remark("note")),
    ]
}
