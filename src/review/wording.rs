//! What the words around a number were and are, in one sentence: `[-nearly-]{+more than+} 40,000`.

use super::change::Change;
use super::remarks;
use crate::report::notice::{Notice, Remark};

/// A change as a remark, in which a sentence that was edited stands once, with both its wordings.
pub(super) fn notice(change: &Change) -> Notice {
    let mut notice = remarks::notice(change, &remarks::Spots::new());
    let places: Vec<String> = notice.readings.iter().map(|it| it.place.clone()).collect();
    for place in places {
        let on_side = |side: &str| -> Vec<usize> {
            let at = |at: &usize| {
                let it: &crate::report::notice::Told = &notice.readings[*at];
                it.side == side && it.place == place
            };
            (0..notice.readings.len()).filter(at).collect()
        };
        if let ([old], [new]) = (&*on_side("old"), &*on_side("new")) {
            let (old, new) = (*old, *new);
            let before = std::mem::take(&mut notice.readings[old].sentence);
            let after = &mut notice.readings[new].sentence;
            if !before.is_empty() {
                *after = both(&before, after);
            }
        }
    }
    shorten(&mut notice);
    notice
}

/// Readings of a screen that stay as they are; the rest is counted.
const STAYING: usize = 8;

/// What changed is not to be pushed off the screen by what did not.
fn shorten(notice: &mut Notice) {
    let mut n_same = 0;
    notice.readings.retain(|it| {
        n_same += usize::from(it.side == "same");
        it.side != "same" || n_same <= STAYING
    });
    if n_same > STAYING {
        notice.remarks.push(Remark {
            key: "note",
            text: format!("{} further readings stay as they are", n_same - STAYING),
        });
    }
}

/// Two sentences as one.
fn both(old: &str, new: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let mut told: Vec<String> = Vec::new();
    let (mut at, mut to) = (0, 0);
    for (i, j) in shared(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        let mut words = String::new();
        if at < i {
            words.extend(["[-", &a[at..i].join(" "), "-]"]);
        }
        if to < j {
            words.extend(["{+", &b[to..j].join(" "), "+}"]);
        }
        if !words.is_empty() {
            told.push(words);
        }
        if i < a.len() {
            told.push(a[i].to_owned());
        }
        (at, to) = (i + 1, j + 1);
    }
    told.join(" ")
}

/// The words that both have, in order, as pairs of places. Sentences are short: a table of all pairs is small.
fn shared(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Figure, Reading};

    #[test]
    fn a_figure_that_a_hundred_papers_tell_fits_a_screen() {
        let reading = |n: usize, reads: &str| Reading {
            article: format!("paper-{n:03}"),
            reads: reads.to_owned(),
            as_of: String::new(),
            source: String::new(),
            says: reads.to_owned(),
            sentence: format!("The quake killed {reads}."),
        };
        let figure = |reads: &str| Figure {
            id: "deaths-1".to_owned(),
            label: "deaths · quake".to_owned(),
            verdict: "agree".to_owned(),
            readings: (0..100)
                .map(|n| reading(n, if n == 99 { reads } else { "41" }))
                .collect(),
        };
        let state = |reads: &str| crate::review::State {
            figures: vec![figure(reads)],
        };
        let changes = crate::review::changes(&state("41"), &state("58"));
        let notice = notice(&changes[0]);
        assert_eq!(notice.readings.len(), STAYING + 2);
        assert_eq!(
            notice.remarks[1].text,
            "91 further readings stay as they are"
        );
        assert_eq!(
            notice.readings[STAYING + 1].sentence,
            "The quake killed [-41.-]{+58.+}"
        );
    }

    #[test]
    fn an_edited_sentence_stands_once() {
        let check = |old: &str, new: &str, expected: &str| assert_eq!(both(old, new), expected);
        check(
            "nearly 40 people died there.",
            "more than 40 people died.",
            "[-nearly-]{+more than+} 40 people [-died there.-]{+died.+}",
        );
        check("a b", "a b", "a b");
        check("a", "b c", "[-a-]{+b c+}");
        check("a b c", "b", "[-a-] b [-c-]");
    }
}
