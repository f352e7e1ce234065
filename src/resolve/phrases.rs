//! Tables of phrases that may hold numbers and marks: "7 October", "St. Louis", "Gaza's Health Ministry".

use rustc_hash::FxHashMap;

use crate::text::{Token, TokenKind, Vocabulary, WordId};

/// One matched unit of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Atom {
    Word(WordId),
    /// A numeral of at most four digits.
    Number(u16),
    /// A comma that may be there.
    Comma,
}

/// The rest of a phrase after its first atom, and its value.
type Row = (Box<[Atom]>, u32);

/// Phrases with a number each. Hyphens, dashes, slashes and full stops between the words of a phrase are passed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    /// By first atom; the rest and the value, longest first.
    by_first: FxHashMap<Atom, Vec<Row>>,
}

impl Phrases {
    /// Adds `phrase`. Of two equal phrases the first wins; one without words is ignored.
    pub(super) fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: u32) {
        let atoms = atoms(vocabulary, phrase);
        let Some((first, rest)) = atoms.split_first() else {
            return;
        };
        let row = self.by_first.entry(*first).or_default();
        let at = row.partition_point(|(other, _)| other.len() >= rest.len());
        row.insert(at, (rest.into(), value));
    }

    /// The longest phrase that begins at `at` and ends before `end`: the index after it, and its value.
    pub(super) fn longest_at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let tokens = &tokens[..end.min(tokens.len())];
        let row = self.by_first.get(&atom(text, tokens.get(at)?)?)?;
        row.iter()
            .find_map(|(rest, value)| Some((match_rest(text, tokens, at + 1, rest)?, *value)))
    }

    /// True when some phrase begins within `range`.
    pub(super) fn any_in(
        &self,
        text: &str,
        tokens: &[Token],
        range: std::ops::Range<usize>,
    ) -> bool {
        range
            .clone()
            .any(|at| self.longest_at(text, tokens, at, range.end).is_some())
    }
}

/// The index after the atoms of `rest`, which begin at `at`.
fn match_rest(text: &str, tokens: &[Token], mut at: usize, rest: &[Atom]) -> Option<usize> {
    for wanted in rest {
        if *wanted == Atom::Comma {
            at += usize::from(is_mark(text, tokens.get(at)?, ","));
            continue;
        }
        let mut token = tokens.get(at)?;
        if token.kind == TokenKind::Mark && ["-", "–", ".", "/"].contains(&token.span.slice(text))
        {
            at += 1;
            token = tokens.get(at)?;
        }
        if atom(text, token)? != *wanted {
            return None;
        }
        at += 1;
    }
    Some(at)
}

fn is_mark(text: &str, token: &Token, mark: &str) -> bool {
    token.kind == TokenKind::Mark && token.span.slice(text) == mark
}

fn atom(text: &str, token: &Token) -> Option<Atom> {
    match token.kind {
        TokenKind::Number => number(token.span.slice(text)),
        TokenKind::Mark => None,
        _ if token.word == WordId::UNKNOWN => None,
        _ => Some(Atom::Word(token.word)),
    }
}

fn number(digits: &str) -> Option<Atom> {
    (digits.len() <= 4)
        .then(|| digits.parse().ok())?
        .map(Atom::Number)
}

/// The atoms of a phrase as the tokenizer would cut it.
fn atoms(vocabulary: &mut Vocabulary, phrase: &str) -> Vec<Atom> {
    let phrase = phrase.to_lowercase().replace('’', "'");
    let mut atoms = Vec::new();
    for word in phrase
        .split([' ', '-', '–', '/'])
        .filter(|word| !word.is_empty())
    {
        let (word, comma) = match word.strip_suffix(',') {
            Some(word) => (word, true),
            None => (word, false),
        };
        word_atoms(vocabulary, word, &mut atoms);
        if comma {
            atoms.push(Atom::Comma);
        }
    }
    atoms
}

fn word_atoms(vocabulary: &mut Vocabulary, word: &str, atoms: &mut Vec<Atom>) {
    if let Some(owner) = word.strip_suffix("'s") {
        word_atoms(vocabulary, owner, atoms);
        atoms.push(Atom::Word(vocabulary.intern("'s")));
        return;
    }
    if is_dotted(word) {
        let initials = format!("{}.", word.trim_end_matches('.'));
        atoms.push(Atom::Word(vocabulary.intern(&initials)));
        return;
    }
    for part in word.split('.').filter(|part| !part.is_empty()) {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, letters) = part.split_at(digits);
        atoms.extend(number(digits).filter(|_| !digits.is_empty()));
        if !letters.is_empty() {
            atoms.push(Atom::Word(vocabulary.intern(letters)));
        }
    }
}

/// "u.s." and "d.c", which the tokenizer keeps as one word.
fn is_dotted(word: &str) -> bool {
    let inner = word.strip_suffix('.').unwrap_or(word);
    inner.contains('.') && inner.split('.').all(|part| part.chars().count() == 1)
}
