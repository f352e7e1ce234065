//! Words that must, or must not, stand beside a trigger.

use std::ops::Range;

use crate::schema::Lent;
use crate::schema::claim_type::ClaimType;
use crate::text::{Token, Vocabulary, WordId};

use super::candidate::{Candidate, Target};
use super::triggers::Use;
use super::view::View;
use super::weighed::Outcome;

/// How far behind number and trigger a `then_cue` may end, in tokens.
const MAX_THEN: usize = 7;

/// How far before a number a `before_cue` may begin, in tokens: "by a margin of 312".
const MAX_BEFORE: usize = 4;

/// How many tokens before a sentence may say what it is about.
const TOPIC_REACH: usize = 240;
/// How many of the first tokens of an article say what it is about.
const OPENING: usize = 80;

/// Some cues of a trigger, one after the other: indices into [`Cues::ends`].
type List = Range<u32>;

/// The words of a sentence as a set that may seem to hold a few more: one look refuses most cues.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline([u64; OUTLINE_ROWS]);

/// Sixty-four words each: few sentences have a word in two of a hundred places of so many.
const OUTLINE_ROWS: usize = 32;

impl Outline {
    /// The words of these tokens.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut outline = Self::default();
        for token in tokens {
            let (row, bit) = Self::place(token.word);
            outline.0[row] |= bit;
        }
        outline
    }

    const fn place(word: WordId) -> (usize, u64) {
        Self::place_of(Self::mark(word))
    }

    /// What an outline tells of a word.
    const fn mark(word: WordId) -> u16 {
        (word.index() % (64 * OUTLINE_ROWS)) as u16
    }

    const fn place_of(mark: u16) -> (usize, u64) {
        (mark as usize / 64, 1 << (mark % 64))
    }

    const fn may_hold(&self, mark: u16) -> bool {
        let (row, bit) = Self::place_of(mark);
        self.0[row] & bit != 0
    }
}

/// The cues of every trigger, as word numbers.
#[derive(Debug)]
pub(super) struct Cues {
    /// The words of all cues.
    words: Vec<WordId>,
    /// Where each cue ends in `words`; the first is none, and ends where they begin.
    ends: Vec<u32>,
    /// Of each cue, what an outline tells of its first word: of a long list nothing else is looked at for most.
    marks: Vec<u16>,
    /// By type and trigger.
    rows: Vec<Vec<Row>>,
}

#[derive(Debug)]
struct Row {
    need: List,
    then: List,
    before: List,
    never: List,
    topic: List,
    never_topic: List,
}

impl Cues {
    /// Compiles the cues of all types.
    pub(super) fn new(types: &[ClaimType], vocabulary: &mut Vocabulary) -> Self {
        let mut cues = Self {
            words: Vec::new(),
            ends: vec![0],
            marks: vec![0],
            rows: Vec::with_capacity(types.len()),
        };
        for kind in types {
            let rows = kind.triggers.iter().map(|rule| Row {
                need: cues.add(&rule.need_cue, vocabulary),
                then: cues.add(&rule.then_cue, vocabulary),
                before: cues.add(&rule.before_cue, vocabulary),
                never: cues.add(&rule.never_cue, vocabulary),
                topic: cues.add(&rule.topic, vocabulary),
                never_topic: cues.add(&rule.never_topic, vocabulary),
            });
            let rows = rows.collect();
            cues.rows.push(rows);
        }
        cues
    }

    fn add(&mut self, phrases: &[Lent], vocabulary: &mut Vocabulary) -> List {
        let start = self.ends.len() as u32;
        for phrase in phrases {
            // "the island's" is two tokens.
            let apart = phrase.contains('\'').then(|| phrase.replace("'s", " 's"));
            let phrase = apart.as_deref().unwrap_or(phrase);
            let n_before = self.words.len();
            each_word(phrase, |word| self.words.push(vocabulary.intern(word)));
            if self.words.len() > n_before {
                self.ends.push(self.words.len() as u32);
                self.marks.push(Outline::mark(self.words[n_before]));
            }
        }
        start..self.ends.len() as u32
    }

    fn each(&self, list: &List) -> impl Iterator<Item = &[WordId]> {
        list.clone().map(|cue| self.cue(cue as usize))
    }

    fn cue(&self, cue: usize) -> &[WordId] {
        let (start, end) = (self.ends[cue - 1], self.ends[cue]);
        &self.words[start as usize..end as usize]
    }

    /// True when a use of a trigger may say something in a sentence: the words it needs are there.
    pub(super) fn speaks(&self, view: &View<'_>, used: &Use) -> bool {
        let need = &self.rows[used.claim_type][used.trigger].need;
        need.is_empty() || self.has(view, need, view.range.clone())
    }

    /// What the cues of a candidate's trigger have against it; `None` when the sentence holds a needed one, if any is
    /// needed, and no forbidden one.
    pub(super) fn refusal(&self, view: &View<'_>, candidate: &Candidate) -> Option<Outcome> {
        let row = &self.rows[candidate.claim_type][candidate.trigger];
        if !row.need.is_empty() && !self.has(view, &row.need, view.range.clone()) {
            Some(Outcome::CueMissing)
        } else if !row.then.is_empty() && !self.has(view, &row.then, after(view, candidate)) {
            Some(Outcome::NothingFollows)
        } else if !row.before.is_empty()
            && (!self.has(view, &row.before, before(view, candidate)) || is_score(view, candidate))
        {
            Some(Outcome::NothingBefore)
        } else if !row.topic.is_empty() && !self.is_about(view, &row.topic)
            || self.is_about(view, &row.never_topic)
        {
            Some(Outcome::OffTopic)
        } else {
            self.has(view, &row.never, view.range.clone())
                .then_some(Outcome::CueForbids)
        }
    }

    /// True when one of the cues stands where the article says what it is about: in its opening, or before the end of this
    /// sentence and not far from it.
    fn is_about(&self, view: &View<'_>, cues: &List) -> bool {
        let end = view.range.end;
        let near = &view.document.tokens[view.range.start.saturating_sub(TOPIC_REACH)..end];
        let opening = &view.document.tokens[..OPENING.min(end)];
        self.each(cues)
            .any(|cue| contains(near, cue) || contains(opening, cue))
    }

    /// True when one of the cues stands within `range`, which lies in the sentence.
    fn has(&self, view: &View<'_>, cues: &List, range: Range<usize>) -> bool {
        let tokens = &view.document.tokens[range];
        let (from, until) = (cues.start as usize, cues.end as usize);
        let marks = self.marks[from..until].iter();
        (from..)
            .zip(marks)
            .any(|(cue, mark)| view.outline.may_hold(*mark) && contains(tokens, self.cue(cue)))
    }
}

/// The words of a phrase between spaces and hyphens. Start-up cuts thousands, so bytes are looked at.
fn each_word(phrase: &str, mut take: impl FnMut(&str)) {
    let mut at = 0;
    for word in phrase.as_bytes().split(|byte| matches!(byte, b' ' | b'-')) {
        let end = at + word.len();
        if end > at {
            take(&phrase[at..end]);
        }
        at = end + 1;
    }
}

/// The tokens of the number that a candidate counts with.
fn number(view: &View<'_>, candidate: &Candidate) -> Range<usize> {
    match candidate.number {
        Target::Group(index) => view.groups[index].tokens.clone(),
        Target::Quantity(index) => view.quantities[index].tokens.clone(),
    }
}

/// The tokens right before the number.
fn before(view: &View<'_>, candidate: &Candidate) -> Range<usize> {
    let start = number(view, candidate).start;
    start.saturating_sub(MAX_BEFORE).max(view.range.start)..start
}

/// "By 218 votes to 210": the number is not what one is ahead by.
fn is_score(view: &View<'_>, candidate: &Candidate) -> bool {
    let to = number(view, candidate).end;
    to + 1 < view.range.end && view.text(to) == "to" && view.group_at(to + 1).is_some()
}

/// The tokens that follow both number and trigger, to the end of the clause or [`MAX_THEN`].
fn after(view: &View<'_>, candidate: &Candidate) -> Range<usize> {
    let from = number(view, candidate)
        .end
        .max(candidate.words.end)
        .min(view.range.end);
    let until = (from + MAX_THEN).min(view.range.end);
    let end = (from..until)
        .find(|at| view.is_any_mark(*at) && matches!(view.text(*at), ";" | ":" | "?" | "!"))
        .unwrap_or(until);
    from..end
}

fn contains(tokens: &[Token], cue: &[WordId]) -> bool {
    let Some((first, rest)) = cue.split_first() else {
        return false;
    };
    tokens.iter().enumerate().any(|(at, token)| {
        token.word == *first && {
            let after = tokens[at + 1..].iter().map(|token| &token.word);
            after.take(rest.len()).eq(rest)
        }
    })
}
