//! What a line by itself says it is: a prompt, the head of a list of teasers, the end of the article, a caption.

use rustc_hash::FxHashMap;

use crate::schema::Lent;
use crate::schema::lexicon::Boilerplate;

/// What a line says about itself and the lines below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// This line is boilerplate.
    Line,
    /// This line is, and the teasers below it.
    Teasers,
    /// This line is, and all below it.
    Rest,
    /// This line belongs to a picture, or names who made what.
    Caption,
}

/// Longer lines are running text, whatever they begin with.
const LONGEST: usize = 300;
/// So much of a line is compared with phrases; none is longer.
const LONGEST_PHRASE: usize = 90;

/// What parts the first word of a phrase from the rest.
const ENDS_WORD: [char; 6] = [' ', ':', ',', '.', '…', '?'];

/// How much of a line a key is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    FirstWord,
    Head,
}

/// The phrases of `boilerplate.yaml`, found by their first word.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
    caption_ends: Vec<Box<str>>,
    caption_heads: Heads,
}

/// Which pairs of bytes some phrase begins with: a set that may hold a few more, and is asked at every byte of a line.
#[derive(Clone, Debug)]
struct Heads(Box<[u64; 64]>);

impl Default for Heads {
    fn default() -> Self {
        Self(Box::new([0; 64]))
    }
}

impl Heads {
    const fn place(first: u8, second: u8) -> (usize, u32) {
        let hash = (first as usize * 33 + second as usize) % 4096;
        (hash / 64, (hash % 64) as u32)
    }

    fn add(&mut self, first: u8, second: u8) {
        let (word, bit) = Self::place(first, second);
        self.0[word] |= 1 << bit;
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let (word, bit) = Self::place(first, second);
        self.0[word] & (1 << bit) != 0
    }
}

#[derive(Clone, Debug)]
struct Phrase {
    words: Box<str>,
    whole: bool,
    sign: Sign,
}

impl Signs {
    pub(super) fn new(lists: &Boilerplate) -> Self {
        let mut signs = Self {
            caption_ends: lists
                .caption
                .end
                .iter()
                .map(|end| end.as_str().into())
                .collect(),
            ..Self::default()
        };
        for end in &signs.caption_ends {
            if let [first, second, ..] = end.as_bytes() {
                signs.caption_heads.add(*first, *second);
            }
        }
        for (phrases, sign) in [
            (&lists.rest, Sign::Rest),
            (&lists.teasers, Sign::Teasers),
            (&lists.line, Sign::Line),
        ] {
            signs.add(&phrases.whole, true, sign);
            signs.add(&phrases.start, false, sign);
        }
        signs.add(&lists.caption.start, false, Sign::Caption);
        signs
    }

    fn add(&mut self, phrases: &[Lent], whole: bool, sign: Sign) {
        for phrase in phrases {
            let words: Box<str> = if whole {
                trim_end(phrase).into()
            } else {
                phrase.as_str().into()
            };
            let first: Box<str> = first_word(&words).into();
            self.by_first
                .entry(first)
                .or_default()
                .push(Phrase { words, whole, sign });
        }
    }

    /// What `line`, without surrounding white space, says it is. `key` is a buffer.
    pub(super) fn sign(&self, line: &str, key: &mut String) -> Option<Sign> {
        if line.len() > LONGEST {
            return None;
        }
        if is_clip(line) {
            return Some(Sign::Line);
        }
        write_key(line, key, Extent::FirstWord);
        let by_phrase = self.by_first.get(first_word(key)).and_then(|phrases| {
            write_key(line, key, Extent::Head);
            let is_whole = line.len() <= LONGEST_PHRASE;
            let whole = trim_end(key);
            phrases
                .iter()
                .find(|phrase| {
                    if phrase.whole {
                        is_whole && *phrase.words == *whole
                    } else {
                        starts_with(key, &phrase.words)
                    }
                })
                .map(|phrase| phrase.sign)
        });
        by_phrase.or_else(|| self.is_caption(line, key).then_some(Sign::Caption))
    }

    /// True for a byline, a dateline by itself, and a line with a picture's credit at its end.
    fn is_caption(&self, line: &str, key: &mut String) -> bool {
        if line.ends_with(['.', '”', '"', '?', '!', ':']) {
            return false;
        }
        if is_byline(line) || (line.len() <= 60 && line.ends_with(['—', '–', '-'])) {
            return true;
        }
        let last = line.len().saturating_sub(60);
        let at = (last..=line.len()).find(|at| line.is_char_boundary(*at));
        write_key(&line[at.unwrap_or(line.len())..], key, Extent::Head);
        // One pass over the key, and a look at the list only where some end may begin.
        let key = key.as_bytes();
        key.windows(2).enumerate().any(|(at, pair)| {
            self.caption_heads.has(pair[0], pair[1])
                && self
                    .caption_ends
                    .iter()
                    .any(|end| key[at..].starts_with(end.as_bytes()))
        })
    }
}

/// "By Ann Lee", "BY ANN LEE, Staff Writer": short, and the word after "by" is a name.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let by = words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let named = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    by && line.len() <= 100 && words.next().is_some_and(named) && words.next().is_none_or(named)
}

/// "0:33 Cat saved from tree": a clip's length and its title. A time of day has "a.m." or two digits for the hour.
fn is_clip(line: &str) -> bool {
    let [hour, b':', ten, one, b' ', rest @ ..] = line.as_bytes() else {
        return false;
    };
    let digits = [hour, ten, one].iter().all(|byte| byte.is_ascii_digit());
    let half = rest.first_chunk().is_some_and(|head: &[u8; 2]| {
        matches!(
            head.map(|byte| byte.to_ascii_lowercase()),
            [b'a' | b'p', b'm' | b'.']
        )
    });
    digits && !half && !line.ends_with(['.', '!', '”', '"', ':'])
}

/// Writes the head of a line as phrases are written: lower case, straight apostrophes, `#` for digits, single spaces,
/// without opening marks.
fn write_key(line: &str, key: &mut String, extent: Extent) {
    key.clear();
    let line = line.trim_start_matches(|sign: char| !sign.is_alphanumeric() && sign != '©');
    let mut last = '\0';
    for character in line.chars() {
        if key.len() >= LONGEST_PHRASE {
            break;
        }
        let character = match character {
            'a'..='z' => character,
            'A'..='Z' => character.to_ascii_lowercase(),
            '’' | '‘' => '\'',
            '0'..='9' => '#',
            _ if character.is_whitespace() => ' ',
            _ => character,
        };
        if extent == Extent::FirstWord && ENDS_WORD.contains(&character) {
            break;
        }
        match character {
            ' ' | '#' if last == character => {}
            _ if character.is_ascii() => key.push(character),
            _ => key.extend(character.to_lowercase()),
        }
        last = character;
    }
}

/// True when `key` begins with `phrase` and the phrase does not end inside a word.
fn starts_with(key: &str, phrase: &str) -> bool {
    key.strip_prefix(phrase).is_some_and(|rest| {
        let inside = rest.starts_with(char::is_alphanumeric);
        !inside || !phrase.ends_with(char::is_alphanumeric)
    })
}

fn trim_end(words: &str) -> &str {
    words.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '#' | '+'))
}

fn first_word(words: &str) -> &str {
    words.split(ENDS_WORD).next().unwrap_or(words)
}
