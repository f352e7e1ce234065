//! Tables of phrases that may hold numbers and marks: "7 October", "St. Louis", "Gaza's Health Ministry".

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::text::{Token, TokenKind, Vocabulary, WordId};

/// One matched unit of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Atom {
    Word(WordId),
    /// A numeral of at most four digits.
    Number(u16),
}

/// The most atoms a phrase may have after its first; longer ones are not entered.
const MAX_REST: usize = 15;

/// Phrases with a number each. Hyphens, dashes, slashes, commas and full stops between the words of a phrase are passed
/// over. A lookup costs one hash for the first word, and one for each length that phrases with this word have.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    by_first: FxHashMap<Atom, Vec<Length>>,
}

/// The phrases of one first atom and one length.
#[derive(Clone, Debug)]
struct Length {
    /// Atoms after the first.
    n_rest: usize,
    /// By the atoms after the first.
    phrases: FxHashMap<Box<[Atom]>, u32>,
}

impl Phrases {
    /// Adds `phrase`. Of two equal phrases the first wins; one without words is ignored.
    pub(super) fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: u32) {
        let atoms = atoms(vocabulary, phrase);
        let Some((first, rest)) = atoms
            .split_first()
            .filter(|(_, rest)| rest.len() <= MAX_REST)
        else {
            return;
        };
        let lengths = self.by_first.entry(*first).or_default();
        let at = lengths.partition_point(|length| length.n_rest > rest.len());
        if lengths
            .get(at)
            .is_none_or(|length| length.n_rest != rest.len())
        {
            let phrases = FxHashMap::default();
            lengths.insert(
                at,
                Length {
                    n_rest: rest.len(),
                    phrases,
                },
            );
        }
        lengths[at].phrases.entry(rest.into()).or_insert(value);
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
        let first = atom(text, tokens.get(at)?)?;
        let lengths = self.by_first.get(&first)?;
        let mut rest = [first; MAX_REST];
        let mut ends = [at + 1; MAX_REST + 1];
        let mut n_known = 0;
        let mut next = at + 1;
        while n_known < lengths[0].n_rest {
            let Some((after, atom)) = next_atom(text, tokens, next) else {
                break;
            };
            rest[n_known] = atom;
            n_known += 1;
            ends[n_known] = after;
            next = after;
        }
        let mut possible = lengths.iter().filter(|length| length.n_rest <= n_known);
        possible.find_map(|length| {
            Some((
                ends[length.n_rest],
                *length.phrases.get(&rest[..length.n_rest])?,
            ))
        })
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

/// The atom at `at`, or after one mark that phrases pass over; with the index after it.
fn next_atom(text: &str, tokens: &[Token], at: usize) -> Option<(usize, Atom)> {
    let token = tokens.get(at)?;
    let passed = token.kind == TokenKind::Mark
        && ["-", "–", ".", "/", ","].contains(&token.span.slice(text));
    let at = at + usize::from(passed);
    Some((at + 1, atom(text, tokens.get(at)?)?))
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
    let plain = phrase
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let phrase: Cow<'_, str> = if plain {
        phrase.into()
    } else {
        phrase.to_lowercase().replace('’', "'").into()
    };
    let mut atoms = Vec::new();
    for word in phrase
        .split([' ', '-', '–', '/'])
        .filter(|word| !word.is_empty())
    {
        word_atoms(vocabulary, word.trim_end_matches(','), &mut atoms);
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
