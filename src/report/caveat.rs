//! Caveats in words: what a verdict takes for granted.

use super::sanitise;
use super::view::View;

/// One phrase a kind of caveat, in order of first appearance: "004, 005: who is counted is not said".
///
/// A caveat is a code, and after a colon the id of the claim it is about.
pub(crate) fn phrases(view: &View<'_>, caveats: impl Iterator<Item = String>) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for caveat in caveats {
        let (code, id) = caveat.split_once(':').unwrap_or((&caveat, ""));
        let at = kinds
            .iter()
            .position(|(known, _)| known == code)
            .unwrap_or_else(|| {
                kinds.push((code.to_owned(), Vec::new()));
                kinds.len() - 1
            });
        let name = view
            .record_of_id(id)
            .map(|record| sanitise::line(view.article_name(view.record(record).article)));
        let names = &mut kinds[at].1;
        if let Some(name) = name.filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    kinds
        .into_iter()
        .map(|(code, names)| phrase(&code, &names))
        .collect()
}

/// Articles named in one caveat; the rest are counted.
const NAMED: usize = 3;

fn phrase(code: &str, names: &[String]) -> String {
    let says = words(code);
    let shown = names[..names.len().min(NAMED)].join(", ");
    match names.len() {
        0 => says,
        n if n > NAMED => format!("{shown} and {} more: {says}", n - NAMED),
        _ => format!("{shown}: {says}"),
    }
}

/// A code that is not listed is its own words.
fn words(code: &str) -> String {
    match code {
        "who-unknown" => "does not say who is counted".to_owned(),
        "place-unknown" => "does not say where".to_owned(),
        "event-day-unknown" => "does not say when its event was".to_owned(),
        "event-perhaps" => "may tell of another event of that day".to_owned(),
        "event-unknown" => "does not say in which event".to_owned(),
        "as-of-unknown" | "date-unknown" => "has no date".to_owned(),
        "as-of-inferred" | "date-inferred" => "its date is inferred from the text".to_owned(),
        "source-unknown" => "names no source".to_owned(),
        other => sanitise::line(&other.replace('-', " ")),
    }
}
