//! What a page's buttons are called, in the middle of a line: "Two die in blaze [ ] Hide Caption [ ] Show Caption Police say
//! …".

use std::ops::Range;

use super::Token;
use crate::schema::Lent;

/// The names of buttons and fields.
#[derive(Debug)]
pub(super) struct Controls(Vec<String>);

impl Controls {
    /// Keeps the names.
    pub(super) fn new(names: &[Lent]) -> Self {
        Self(names.iter().map(ToString::to_string).collect())
    }

    /// Where they stand in a text, in order and without overlap: bytes.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for name in &self.0 {
            let spans = text
                .match_indices(name.as_str())
                .map(|(at, name)| at..at + name.len());
            for span in spans {
                let free = |it: &Range<usize>| it.end <= span.start || span.end <= it.start;
                if found.iter().all(free) {
                    found.push(span);
                }
            }
        }
        found.sort_by_key(|it| it.start);
        found
    }
}

/// The tokens of `part` in pieces: what the page says is told apart from the text around it.
pub(super) fn pieces(
    controls: &[Range<usize>],
    tokens: &[Token],
    part: Range<usize>,
) -> Vec<(Range<usize>, bool)> {
    let holds = |at: usize| {
        let byte = tokens[at].span.start as usize;
        let next = controls.partition_point(|it| it.end <= byte);
        controls.get(next).is_some_and(|it| it.contains(&byte))
    };
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    for at in part {
        let own = holds(at);
        match found.last_mut() {
            Some((range, last)) if *last == own => range.end = at + 1,
            _ => found.push((at..at + 1, own)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::ingest::Article;
    use crate::schema::Lexicon;
    use crate::text::{Segmenter, Vocabulary, Zone};

    #[test]
    fn what_a_page_says_parts_the_sentences_around_it() {
        let text = "Two die in Harsk [ ] Hide Caption [ ] Show Caption Police say two men died.";
        let article = Article::new("a", None, text);
        let lexicon = Lexicon::built_in().unwrap();
        let document = Segmenter::new(&lexicon).segment(&article, &Vocabulary::default());
        let found = document.sentences.iter().filter(|it| it.zone != Zone::Tail);
        let found: Vec<&str> = found.map(|it| it.span.slice(text)).collect();
        assert_eq!(found, ["Two die in Harsk", "Police say two men died."]);
    }
}
