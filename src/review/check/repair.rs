//! Who says so and what the desk never says, and a draft with what is suggested written.

use super::Edit;
use crate::ingest::{Article, Field};
use crate::report::View;
use crate::review::sheet::Entry;
use crate::span::Span;

/// ", the coast guard said" before the end of the sentence. `None` where it ends in a quotation, on an abbreviation or on
/// no full stop, and where the sentence tells of other figures or names who says so: what is added would be said of them.
pub(super) fn attribution(view: &View<'_>, claim: usize, source: &str) -> Option<Edit> {
    let sentence = view.setting(claim).sentence;
    let words = sentence.slice(view.text(claim));
    let end = words.trim_end().strip_suffix('.')?.len();
    let last = words[..end].split_whitespace().next_back()?;
    if source.is_empty() || last.contains('.') || last.ends_with(['"', '”', '’', ',']) {
        return None;
    }
    let mut beside = view
        .claims_within(view.record(claim).article, sentence)
        .into_iter();
    if beside.any(|at| at != claim || view.record(at).source.text.is_some()) {
        return None;
    }
    // "The coast guard" opens an entry, and stands within the sentence here.
    let source = match source.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => source.to_owned(),
    };
    let at = sentence.start as usize + end;
    Some(Edit {
        article: view.record(claim).article,
        span: Span::new(at, at),
        text: format!(", {source} said"),
    })
}

/// True when the sentence of a claim names the source, however it is tied to it.
pub(super) fn names(view: &View<'_>, claim: usize, source: &str) -> bool {
    let words = view.setting(claim).sentence.slice(view.text(claim));
    let bare = |it: &str| {
        let it = it
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        it.strip_prefix("the ").map(str::to_owned).unwrap_or(it)
    };
    !source.is_empty() && holds_word(&bare(words), &bare(source))
}

/// True when `words` hold `word` between others: "UN" is not in "found".
fn holds_word(words: &str, word: &str) -> bool {
    words.match_indices(word).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + word.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}

/// A word of the sentence that the desk does not use for this figure.
pub(super) fn banned<'e>(view: &View<'_>, claim: usize, entry: &'e Entry) -> Option<&'e str> {
    let sentence = view.setting(claim).sentence;
    let words = sentence.slice(view.text(claim)).to_lowercase();
    let is_word = |word: &str| holds_word(&words, &word.to_lowercase());
    let mut never = entry.never.iter().filter(|it| !it.is_empty());
    never.find(|it| is_word(it)).map(String::as_str)
}

/// A draft with edits made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// How many edits were made.
    pub n_made: usize,
    /// How many were not: they overlap others, or stand in a title apart from the text.
    pub n_left: usize,
}

/// The file of an article with `edits` made; `file` are its bytes as they are now. `None` when they are not what was
/// read, or the article is a line among others.
pub fn repaired(article: &Article, file: &[u8], edits: &[&Edit]) -> Option<Repaired> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let (mark, rest) = match file.strip_prefix(MARK) {
        Some(rest) => (MARK, rest),
        None => (&[][..], file),
    };
    let mut text = String::from_utf8(rest.to_vec()).ok()?;
    if article.record_line > 0 || text != article.body() {
        return None;
    }
    let mut places: Vec<(Span, &str)> = Vec::new();
    for edit in edits {
        if let (Field::Text, span) = article.locate(edit.span) {
            places.push((span, &edit.text));
        }
    }
    let n_asked = places.len();
    places.sort();
    places.dedup();
    // One edit may be asked for by two entries.
    let n_told = edits.len() - n_asked + places.len();
    let mut n_made = 0;
    let mut before = u32::MAX;
    for (span, words) in places.into_iter().rev() {
        if span.end <= before && text.get(span.start as usize..span.end as usize).is_some() {
            text.replace_range(span.start as usize..span.end as usize, words);
            before = span.start;
            n_made += 1;
        }
    }
    Some(Repaired {
        bytes: [mark, text.as_bytes()].concat(),
        n_made,
        n_left: n_told.saturating_sub(n_made),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_no_part_of_another() {
        assert!(holds_word("so the un said", "un"));
        assert!(!holds_word("seven were found", "un"));
        assert!(!holds_word("whose homes", "who"));
    }
}
