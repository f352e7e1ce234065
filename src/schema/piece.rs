//! What phrases are cut into: words and numerals, as the tokenizer would cut them. `build.rs` compiles this file too.

/// One unit of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A word in lower case with straight apostrophes.
    Word(&'a str),
    /// A numeral of at most four digits.
    Number(u16),
}

/// The numeral of these digits; none when they are more than four.
pub fn number(digits: &str) -> Option<u16> {
    (digits.len() <= 4).then(|| digits.parse().ok())?
}

/// What stands at `from` up to a space, a hyphen, a dash or a slash, and where the next word begins: past the end after
/// the last one; and whether it is small ASCII letters alone. Start-up cuts tens of thousands of phrases, so bytes are
/// looked at, and each once.
pub fn word_at(phrase: &str, from: usize) -> (&str, usize, bool) {
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

/// The pieces of a whole phrase.
pub fn each_of(phrase: &str, take: &mut dyn FnMut(Piece<'_>)) {
    let mut from = 0;
    while from < phrase.len() {
        let (word, next, _) = word_at(phrase, from);
        each(word, take);
        from = next;
    }
}

/// The pieces of a word of a phrase.
pub fn each(word: &str, take: &mut dyn FnMut(Piece<'_>)) {
    let is_plain = |byte: &u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.as_bytes().iter().all(is_plain) {
        of_plain(word.trim_end_matches(','), take);
    } else {
        let lower = word.to_lowercase().replace('’', "'");
        of_plain(lower.trim_end_matches(','), take);
    }
}

fn of_plain(word: &str, take: &mut dyn FnMut(Piece<'_>)) {
    if let Some(owner) = word.strip_suffix("'s") {
        of_plain(owner, take);
        take(Piece::Word("'s"));
        return;
    }
    if is_dotted(word) {
        let initials = format!("{}.", word.trim_end_matches('.'));
        take(Piece::Word(&initials));
        return;
    }
    for part in word.split('.').filter(|part| !part.is_empty()) {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, letters) = part.split_at(digits);
        if !digits.is_empty()
            && let Some(value) = number(digits)
        {
            take(Piece::Number(value));
        }
        if !letters.is_empty() {
            take(Piece::Word(letters));
        }
    }
}

/// "u.s." and "d.c", which the tokenizer keeps as one word.
fn is_dotted(word: &str) -> bool {
    let inner = word.strip_suffix('.').unwrap_or(word);
    inner.contains('.') && inner.split('.').all(|part| part.chars().count() == 1)
}
