//! Sentences that look back from an article's own event, or tell of what followed it.

use std::ops::Range;

use super::Resolver;
use super::classes::LATER;
use super::mention;
use super::moment::MomentKind;
use super::scene::Scene;
use crate::text::TokenKind;

/// The most words from "since" to its day: "since the war started six years ago".
const SINCE_REACH: usize = 8;
/// The most words from a superlative to "since".
const BEST_REACH: usize = 8;

impl Scene<'_> {
    /// True when the sentence speaks of something earlier than the article's own event.
    pub(super) fn is_background(&self, sentence: &Range<usize>) -> bool {
        let mut cues = mention::within(&self.mentions.background, sentence.clone()).iter();
        let cue = cues.any(|it| !self.is_compared(sentence, it.tokens.end));
        let moments = mention::within(&self.moments, sentence.clone()).iter();
        let mut moments = moments.filter(|moment| !self.is_compared(sentence, moment.tokens.start));
        let other_year = moments.clone().any(|moment| match moment.kind {
            MomentKind::Year(year) | MomentKind::Month(Some(year), _) => self
                .clock
                .article
                .is_none_or(|article| article.year() != year),
            MomentKind::YearsAgo(_) => true,
            _ => false,
        });
        cue || other_year || moments.any(|moment| moment.since)
    }

    /// True when the clause around an event speaks of what follows it: a trial, a burial. Of "Four shot; two detained" the
    /// first half is news.
    pub(super) fn is_aftermath(&self, resolver: &Resolver, at: usize) -> bool {
        let sentence = self.sentence_of(at);
        let parts = |it: &usize| self.document.is_word(*it, ";");
        let from = (sentence.start..at).rev().find(parts);
        let to = (at..sentence.end).find(parts).unwrap_or(sentence.end);
        let tokens = &self.document.tokens;
        (from.unwrap_or(sentence.start)..to).any(|at| {
            // "Memorial Park" is where it happened.
            let next = tokens.get(at + 1).map(|it| it.kind);
            let is_spot = || self.document.is_word(at, "Memorial") && next == Some(TokenKind::Name);
            resolver.classes.is(&tokens[at], LATER) && !is_spot()
        })
    }

    /// "One of the deadliest attacks since the war began in 2011": the day says only what the event is compared with.
    pub(super) fn is_compared(&self, sentence: &Range<usize>, day: usize) -> bool {
        let from = day.saturating_sub(SINCE_REACH).max(sentence.start);
        let since = (from..day)
            .rev()
            .find(|at| self.document.is_word(*at, "since"));
        // "The worst since 1994, when 118 died": they died then.
        let counts = (day + 1..sentence.end).any(|at| self.is_counted(at));
        since.filter(|_| !counts).is_some_and(|since| {
            let mut near = since.saturating_sub(BEST_REACH).max(sentence.start)..since;
            near.any(|at| {
                let word = self.document.token_text(at);
                matches!(word, "worst" | "first" | "most")
                    || word.len() > 5 && word.ends_with("est")
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn a_comparison_looks_back_and_the_deed_does_not() {
        let lead = "A bomb in Karvona, France, killed 40 people";
        for (tail, wanted) in [
            (
                ", the deadliest attack since the unrest began six years ago.",
                "bombing:~karvona.fr:2030-03-04~",
            ),
            (
                " when the unrest began six years ago.",
                "bombing:~karvona.fr:2024-01-01/2024-12-31",
            ),
        ] {
            let said = deaths(Frame::Active, "40", "people", "killed");
            let records = records(&format!("{lead}{tail}"), "2030-03-04", &[said]);
            let event = records[0].event.as_ref().map_or("-", |event| &event.id);
            assert_eq!(event, wanted, "{tail}");
        }
    }
}
