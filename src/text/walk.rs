//! The walk down a tree of phrases, token by token, to the longest that begins at one.

use super::{PhraseMatch, Token, TokenKind};

/// A tree of words, whatever it is made of. Nodes are numbers; the root is 0.
pub(super) trait Walk {
    /// What phrases stand for.
    type Value: Copy;

    /// The node to which a token leads.
    fn step(&self, node: u32, text: &str, token: &Token) -> Option<u32>;

    /// What the phrase stands for that ends here.
    fn value(&self, node: u32) -> Option<Self::Value>;

    /// True when no phrase goes on from here.
    fn ends(&self, node: u32) -> bool;
}

/// The longest phrase that begins at `tokens[at]`.
#[inline]
pub(super) fn longest<W: Walk, const OF_NAMES: bool>(
    tree: &W,
    tokens: &[Token],
    text: &str,
    at: usize,
) -> Option<PhraseMatch<W::Value>> {
    let mut node = tree.step(0, text, tokens.get(at)?)?;
    let mut end = at + 1;
    let mut found = None;
    loop {
        if let Some(value) = tree.value(node) {
            let n_tokens = end - at;
            found = Some(PhraseMatch { n_tokens, value });
        }
        if tree.ends(node) {
            return found;
        }
        let passed = tokens
            .get(end)
            .is_some_and(|it| passes::<OF_NAMES>(text, it));
        let next = end + usize::from(passed);
        let Some(after) = tokens.get(next).and_then(|it| tree.step(node, text, it)) else {
            return found;
        };
        node = after;
        end = next + 1;
    }
}

fn passes<const OF_NAMES: bool>(text: &str, mark: &Token) -> bool {
    let mark_text = || mark.span.slice(text);
    mark.kind == TokenKind::Mark
        && if OF_NAMES {
            ["-", "–", ".", "/", ","].contains(&mark_text())
        } else {
            !mark.spaced && mark_text() == "-"
        }
}
