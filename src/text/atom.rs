//! What phrases are matched by: their words and numerals, cut as the tokenizer would cut them.

use super::{Vocabulary, WordId};

/// One matched unit of a phrase: a word, or a numeral of at most four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    Word(WordId),
    Number(u16),
}

/// The numeral of these digits; none when they are more than four.
pub(super) fn number(digits: &str) -> Option<Atom> {
    (digits.len() <= 4)
        .then(|| digits.parse().ok())?
        .map(Atom::Number)
}

/// What stands at `from` up to a space, a hyphen, a dash or a slash, and where the next word begins: past the end after
/// the last one; and whether it is small ASCII letters alone. Start-up cuts tens of thousands of phrases, so bytes are
/// looked at, and each once.
pub(super) fn word_at(phrase: &str, from: usize) -> (&str, usize, bool) {
    let rest = &phrase.as_bytes()[from..];
    let n_small = rest.iter().take_while(|it| it.is_ascii_lowercase()).count();
    if n_small > 0 && matches!(rest.get(n_small), None | Some(b' ' | b'-' | b'/')) {
        let end = from + n_small;
        return (&phrase[from..end], end + 1, true);
    }
    let dash = '–'.len_utf8();
    let parts = |at: usize, byte: u8| match byte {
        b' ' | b'-' | b'/' => Some(1),
        128.. => rest[at..].starts_with("–".as_bytes()).then_some(dash),
        _ => None,
    };
    let mut bytes = rest.iter().enumerate();
    let parted = bytes.find_map(|(at, byte)| Some((at, parts(at, *byte)?)));
    let (n_bytes, separator) = parted.unwrap_or((rest.len(), 1));
    let end = from + n_bytes;
    (&phrase[from..end], end + separator, false)
}

/// The atoms of a word of a phrase, as the tokenizer would cut it.
pub(super) fn each_atom(vocabulary: &mut Vocabulary, word: &str, take: &mut dyn FnMut(Atom)) {
    let is_plain = |byte: &u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.as_bytes().iter().all(is_plain) {
        word_atoms(vocabulary, word.trim_end_matches(','), take);
    } else {
        let lower = word.to_lowercase().replace('’', "'");
        word_atoms(vocabulary, lower.trim_end_matches(','), take);
    }
}

fn word_atoms(vocabulary: &mut Vocabulary, word: &str, take: &mut dyn FnMut(Atom)) {
    if let Some(owner) = word.strip_suffix("'s") {
        word_atoms(vocabulary, owner, take);
        take(Atom::Word(vocabulary.intern("'s")));
        return;
    }
    if is_dotted(word) {
        let initials = format!("{}.", word.trim_end_matches('.'));
        take(Atom::Word(vocabulary.intern(&initials)));
        return;
    }
    for part in word.split('.').filter(|part| !part.is_empty()) {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, letters) = part.split_at(digits);
        if !digits.is_empty()
            && let Some(atom) = number(digits)
        {
            take(atom);
        }
        if !letters.is_empty() {
            take(Atom::Word(vocabulary.intern(letters)));
        }
    }
}

/// "u.s." and "d.c", which the tokenizer keeps as one word.
fn is_dotted(word: &str) -> bool {
    let inner = word.strip_suffix('.').unwrap_or(word);
    inner.contains('.') && inner.split('.').all(|part| part.chars().count() == 1)
}
