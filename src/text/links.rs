//! Other stories between the paragraphs of an article: linked headlines, their pictures, and what stands beneath them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::Zone;
use super::paragraph::Paragraph;
use super::zone::{LONGEST_HEADLINE, Look, ends_with_stop, n_words};

/// A headline of another story has as many words at least; a line of fewer heads a section of the article.
const FEWEST_LINK_WORDS: usize = 5;
/// Bytes of a word that carries sense, and a capital in a headline.
const SHORTEST_WORD: usize = 5;
/// A line as long as this that breaks off without a stop is the beginning of another story.
const SHORTEST_CUT: usize = 120;
/// So many pictures in one line are a gallery.
const FEWEST_PICTURES: usize = 3;
/// The word before each of them.
const PICTURE: &str = "Caption";
/// Words that are written small but in headlines, where they are long enough.
const SMALL: [&str; 16] = [
    "After", "Against", "Amid", "Among", "Before", "Behind", "During", "From", "Into", "Near",
    "Over", "Through", "Under", "When", "While", "With",
];

/// How a paragraph looks that may be of another story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A line in title case.
    Headline,
    /// A headline with what its story begins with, glued together: so many bytes are the headline's.
    Blurb(usize),
    /// Broken off in the middle.
    Cut,
    /// The pictures of a gallery, one behind the other.
    Gallery,
}

/// Marks what belongs to other stories: it has few words in common with the article.
pub(super) fn mark(text: &str, paragraphs: &[Paragraph], looks: &[Look], zones: &mut [Zone]) {
    let line = |at: usize| paragraphs[at].span.slice(text);
    let last = looks.iter().rposition(|look| look.is_prose).unwrap_or(0);
    let links: Vec<(usize, Form)> = (0..looks.len().min(last + 1))
        .filter(|at| zones[*at] == Zone::Body && looks[*at].sign.is_none())
        .filter(|at| looks[*at].n_prose_above > 0)
        .filter_map(|at| Some((at, form(line(at), at == last)?)))
        .collect();
    if links.is_empty() {
        return;
    }
    let words = |is_of: &dyn Fn(usize) -> bool| -> Words<'_> {
        let meant = (0..looks.len()).filter(|at| is_of(*at));
        meant.flat_map(|at| words_of(line(at))).collect()
    };
    let above = words(&|at| zones[at] == Zone::Headline);
    if above.is_empty() {
        return;
    }
    let is_link = |at: usize| links.iter().any(|(link, _)| *link == at);
    // All words of an article are many: they are looked at where nothing else decides.
    let told = OnceCell::new();
    let told = || told.get_or_init(|| words(&|at| looks[at].is_prose && !is_link(at)));
    let foreign = links
        .iter()
        .filter(|(at, form)| !is_own(line(*at), *form, &above, &told));
    let foreign: Vec<usize> = foreign.map(|(at, _)| *at).collect();
    for at in foreign {
        zones[at] = Zone::Tail;
        let below = zones[at + 1..].iter_mut();
        let pictures = below.take_while(|it| **it == Zone::Caption);
        pictures.for_each(|zone| *zone = Zone::Tail);
    }
}

/// True when the paragraph may be of the same event: it shares words with the headline, or most with the text.
fn is_own<'a>(line: &str, form: Form, above: &Words<'_>, told: &dyn Fn() -> &'a Words<'a>) -> bool {
    let line = match form {
        Form::Gallery => return false,
        Form::Blurb(end) => &line[..end],
        Form::Headline | Form::Cut => line,
    };
    let long: BTreeSet<Cow<'_, str>> = words_of(line).collect();
    let shared = |with: &Words<'_>| long.iter().filter(|it| with.contains(*it)).count();
    // One word of many is chance: two robberies are armed.
    let is_headed = match form {
        Form::Headline => shared(above) * OWN_PART >= long.len() && shared(above) > 0,
        _ => shared(above) > 0,
    };
    is_headed || shared(told()) * 2 > long.len()
}

/// Of the long words of a linked headline, one in so many must be in the article's own.
const OWN_PART: usize = 5;

fn form(line: &str, is_last: bool) -> Option<Form> {
    let gallery = line.starts_with(PICTURE)
        && line
            .split_whitespace()
            .filter(|word| *word == PICTURE)
            .count()
            >= FEWEST_PICTURES;
    if gallery {
        Some(Form::Gallery)
    } else if is_last {
        None
    } else if is_in_title_case(line) {
        Some(Form::Headline)
    } else if let Some(end) = headline_end(line) {
        Some(Form::Blurb(end))
    } else {
        // A post breaks off with its links and marks.
        let cut = line.len() >= SHORTEST_CUT
            && line.ends_with(char::is_lowercase)
            && !line.contains(['@', '#'])
            && !line.contains("://");
        cut.then_some(Form::Cut)
    }
}

/// The long words of some lines.
type Words<'t> = FxHashSet<Cow<'t, str>>;

/// The long words of a line in lower case: those that tell what it is about.
fn words_of(line: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let words = line.split(|c: char| !c.is_alphanumeric());
    let long = words.filter(|it| it.len() >= SHORTEST_WORD);
    long.map(|word| {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.to_lowercase())
        }
    })
}

fn is_long(word: &str) -> bool {
    word.len() >= SHORTEST_WORD && word.starts_with(char::is_alphabetic)
}

/// "Three Hurt as Storm Knocks Out Power in Lund": no stop, and a capital on every long word.
fn is_in_title_case(line: &str) -> bool {
    let mut long = line.split_whitespace().filter(|it| is_long(it));
    line.len() <= LONGEST_HEADLINE
        && !line.ends_with(['.', ':', ',', ';', '!', '?', '"', '”', ')'])
        && n_words(line) >= FEWEST_LINK_WORDS
        && line.contains(char::is_lowercase)
        && long.all(|it| it.starts_with(char::is_uppercase))
}

/// "Storm Topples Crane After Night of Rain A crane fell in Lund on Monday …": where the headline ends, in bytes; with a word
/// that has a capital in headlines alone. The first word of the story may be taken for its last.
fn headline_end(line: &str) -> Option<usize> {
    if !ends_with_stop(line) {
        return None;
    }
    let (mut end, mut next) = (0, 0);
    let (mut n_words, mut is_titled) = (0, false);
    for word in line.split(' ') {
        let stops = is_long(word) && !word.starts_with(char::is_uppercase)
            || word.ends_with(['.', ':', '!', '?', '"', '”']);
        if stops {
            break;
        }
        is_titled |= n_words > 0 && SMALL.contains(&word);
        n_words += 1;
        end = next + word.len();
        next = end + 1;
    }
    (is_titled && n_words >= FEWEST_LINK_WORDS + 2).then_some(end)
}
