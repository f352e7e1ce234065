//! Which part of the article each paragraph is, and which sentences are quotations.

use super::line::{Sign, Signs};
use super::links;
use super::paragraph::Paragraph;
use super::{Token, TokenKind, Zone};
use crate::ingest::Article;

/// A paragraph of this length that ends with a stop is running text.
const SHORTEST_PROSE: usize = 60;
/// So much running text above says that the article has been told.
const ENOUGH_PROSE: usize = 400;
/// Longer first lines are running text that lacks its stop.
pub(super) const LONGEST_HEADLINE: usize = 200;
/// Shorter lines above a headline are a page's menu. "Three dead in flood" has four words.
const FEWEST_HEADLINE_WORDS: usize = 4;

/// What is known of one paragraph before its zone is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) sign: Option<Sign>,
    pub(super) is_prose: bool,
    /// Bytes of running text above.
    prose_above: usize,
    /// Paragraphs of running text above.
    pub(super) n_prose_above: usize,
}

/// The zone of each paragraph; a quotation is still `Body`.
pub(super) fn zones(article: &Article, paragraphs: &[Paragraph], signs: &Signs) -> Vec<Zone> {
    let text = article.text.as_str();
    let (looks, prose) = looks(text, paragraphs, signs);
    let mut zones: Vec<Zone> = looks.iter().map(by_sign).collect();
    mark_below(text, paragraphs, &looks, prose, &mut zones);
    match article.title {
        Some(title) => {
            for (paragraph, zone) in paragraphs.iter().zip(&mut zones) {
                if title.contains(paragraph.span) {
                    *zone = Zone::Headline;
                }
            }
        }
        None => mark_headline(text, paragraphs, &looks, &mut zones),
    }
    links::mark(text, paragraphs, &looks, &mut zones);
    zones
}

/// What each paragraph looks like, and the bytes of running text in all.
fn looks(text: &str, paragraphs: &[Paragraph], signs: &Signs) -> (Vec<Look>, usize) {
    let mut key = String::new();
    let (mut prose, mut n_prose) = (0, 0);
    let looks = paragraphs
        .iter()
        .map(|paragraph| {
            let line = paragraph.span.slice(text);
            let sign = signs.sign(line, &mut key);
            let look = Look {
                sign,
                is_prose: sign.is_none() && is_prose(line),
                prose_above: prose,
                n_prose_above: n_prose,
            };
            if look.is_prose {
                prose += line.len();
                n_prose += 1;
            }
            look
        })
        .collect();
    (looks, prose)
}

fn by_sign(look: &Look) -> Zone {
    match look.sign {
        Some(Sign::Caption) => Zone::Caption,
        Some(Sign::Line | Sign::Teasers | Sign::Rest) => Zone::Tail,
        None => Zone::Body,
    }
}

/// Marks what stands below the heads of teasers and of comment forms.
fn mark_below(
    text: &str,
    paragraphs: &[Paragraph],
    looks: &[Look],
    prose: usize,
    zones: &mut [Zone],
) {
    let mut in_teasers = false;
    for (at, look) in looks.iter().enumerate() {
        match look.sign {
            Some(Sign::Rest) if ends_article(look, prose) => {
                zones[at..].fill(Zone::Tail);
                return;
            }
            Some(Sign::Teasers | Sign::Rest) => in_teasers = true,
            _ if in_teasers => {
                in_teasers = !look.is_prose || is_cut(paragraphs[at].span.slice(text));
                if in_teasers {
                    zones[at] = Zone::Tail;
                }
            }
            _ => {}
        }
    }
}

/// True when the article has been told above: most of the running text, and enough of it.
fn ends_article(look: &Look, prose: usize) -> bool {
    let enough = look.n_prose_above >= 2 || look.prose_above >= ENOUGH_PROSE;
    enough && look.prose_above * 2 >= prose
}

/// True for running text: long, and closed by a stop. A teaser cut short with "..." is none.
fn is_prose(line: &str) -> bool {
    line.len() >= SHORTEST_PROSE && !is_cut(line) && ends_with_stop(line)
}

fn is_cut(line: &str) -> bool {
    line.ends_with(['…', ']']) || line.ends_with("...")
}

pub(super) fn ends_with_stop(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')'])
        .ends_with(['.', '!', '?', ',', ':'])
}

/// Marks the headline of an article without a separate title, and the page's menu above it. The headline stands above
/// the first running text, has no full stop, and is the first such line of four words, else the first of all.
fn mark_headline(text: &str, paragraphs: &[Paragraph], looks: &[Look], zones: &mut [Zone]) {
    let head = looks
        .iter()
        .position(|look| look.is_prose)
        .unwrap_or(looks.len().saturating_sub(1));
    let may_be =
        |at: &usize| looks[*at].sign.is_none() && is_headline(paragraphs[*at].span.slice(text));
    let line = |at: usize| paragraphs[at].span.slice(text);
    let marked = (0..head).find(|at| line(*at).starts_with("# "));
    let long = || {
        (0..head)
            .filter(may_be)
            .find(|at| n_words(line(*at)) >= FEWEST_HEADLINE_WORDS)
    };
    let Some(at) = marked.or_else(long).or_else(|| (0..head).find(may_be)) else {
        return;
    };
    for (above, zone) in zones[..at].iter_mut().enumerate() {
        if n_words(line(above)) < FEWEST_HEADLINE_WORDS && !ends_with_stop(line(above)) {
            *zone = Zone::Tail;
        }
    }
    zones[at] = Zone::Headline;
}

fn is_headline(line: &str) -> bool {
    line.len() <= LONGEST_HEADLINE
        && (line.ends_with("...") || !line.ends_with(['.', ':', ',', ';']))
}

pub(super) fn n_words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// Follows quotation marks through the sentences of one paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotation {
    /// The mark that will close the open quotation.
    closer: Option<&'static str>,
}

impl Quotation {
    /// True when all words of the next sentence lie within quotation marks.
    pub(super) fn holds(&mut self, text: &str, tokens: &[Token]) -> bool {
        let mut outside = false;
        for token in tokens {
            if token.kind == TokenKind::Mark {
                self.pass(token.span.slice(text));
            } else {
                outside |= self.closer.is_none();
            }
        }
        !outside && tokens.iter().any(|token| token.kind != TokenKind::Mark)
    }

    fn pass(&mut self, mark: &str) {
        let first = mark.as_bytes().first();
        if first.is_some_and(|byte| byte.is_ascii() && *byte != b'"') {
            return;
        }
        match self.closer {
            Some(closer) if mark == closer => self.closer = None,
            Some(_) => {}
            None => {
                self.closer = match mark {
                    "“" | "„" => Some("”"),
                    "\"" => Some("\""),
                    "‘" => Some("’"),
                    "«" => Some("»"),
                    _ => None,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, Vocabulary};
    use super::*;
    use crate::schema::Lexicon;

    const FIRST: &str =
        "The river took the old bridge on Tuesday night and two lorries with it, the police said.";
    const SECOND: &str =
        "Some 40 people were brought to safety by boat before the water reached the upper streets.";

    fn article(title: Option<&str>, body: &str) -> Article {
        Article::new("a", title, body)
    }

    fn zones_of(article: &Article) -> Vec<(Zone, String)> {
        let segmenter = Segmenter::new(&Lexicon::built_in().unwrap());
        let document = segmenter.segment(article, &Vocabulary::default());
        document
            .sentences
            .iter()
            .map(|sentence| (sentence.zone, document.slice(sentence.span).to_owned()))
            .collect()
    }

    /// Each line of `lines` is a paragraph, with `1` and `2` for running text; `expected` has a letter for each
    /// sentence: the first of its zone's name.
    fn check(lines: &str, expected: &str) {
        let lines: Vec<&str> = lines
            .split('|')
            .map(|line| match line {
                "1" => FIRST,
                "2" => SECOND,
                line => line,
            })
            .collect();
        let found = zones_of(&article(None, &lines.join("\n\n")));
        let letters: String = found
            .iter()
            .map(|(zone, _)| format!("{zone:?}").chars().next().unwrap())
            .collect();
        assert_eq!(letters, expected, "{found:#?}");
    }

    #[test]
    fn a_headline_is_the_first_line_that_reads_like_one() {
        check("River takes the old bridge|1|2", "HBB");
        check("Flood|1|2", "HBB");
        check(
            "Home|World news|River takes the old bridge in Lund|1|2",
            "TTHBB",
        );
        check("1|2", "BB");
        check("River takes the old bridge", "B");
        check("Flood|# Lund|1", "THB");
    }

    #[test]
    fn a_title_given_apart_is_the_only_headline() {
        let found = zones_of(&article(
            Some("Flood in Lund. Two dead"),
            "A short line\n\nTwo died.",
        ));
        let zones: Vec<Zone> = found.iter().map(|(zone, _)| *zone).collect();
        assert_eq!(
            zones,
            [Zone::Headline, Zone::Headline, Zone::Body, Zone::Body]
        );
    }

    #[test]
    fn what_stands_below_the_article_is_tail() {
        check(
            "River takes bridge|1|2|Leave a Reply|Nice work, all of you.|1",
            "HBBTTT",
        );
        check(
            "River takes bridge|1|2|No comments:|Post a Comment",
            "HBBTT",
        );
        check("River takes bridge|1|2|3 Comments|Bob: hello", "HBBTT");
        check(
            "River takes bridge|1|2|Latest Updates|Cat saved from tree|A dog was found in the...",
            "HBBTTT",
        );
    }

    #[test]
    fn a_linked_headline_between_paragraphs_is_another_story() {
        check(
            "River takes bridge|1|Three Hurt as Storm Topples Crane in Malmo|2",
            "HBTB",
        );
        // Of the story's own, a section's, or a sentence.
        check(
            "River takes bridge|1|Bridge Taken by River Was Built by Monks|2",
            "HBBB",
        );
        check("River takes bridge|1|What We Know|2", "HBBB");
        check(
            "River takes bridge|1|THREE HURT AS STORM TOPPLES CRANE|2",
            "HBBB",
        );
        check(
            "River takes bridge|1|Three hurt as storm topples crane in Malmo|2",
            "HBBB",
        );
        check(
            "River takes bridge|1|Three Hurt as Storm Topples Crane in Malmo",
            "HBB",
        );
    }

    #[test]
    fn a_linked_headline_that_shares_one_word_of_many_is_another_story() {
        check(
            "River takes old bridge in Lund|1|Three Hurt as Storm Topples Crane Above Bridge Market|2",
            "HBTB",
        );
        check(
            "River takes old bridge in Lund|1|River Has Taken Bridge Before|2",
            "HBBB",
        );
    }

    #[test]
    fn a_headline_glued_to_its_story_is_another_story() {
        check(
            "River takes bridge|1|Mayor Opens Market After Weeks of Rain The mayor met 40 traders on Monday and spoke of rents.|2",
            "HBTB",
        );
        // Of the story's own, and a row of names and offices.
        check(
            "River takes bridge|1|River Rises Again After Weeks of Rain The river rose by a metre on Monday and took two boats.|2",
            "HBBB",
        );
        check(
            "River takes bridge|1|Lund Police Chief Robert Oldcastle and Sheriff Norman Whitfield said the road was closed.|2",
            "HBBB",
        );
    }

    #[test]
    fn what_breaks_off_and_what_a_gallery_shows_are_other_stories() {
        let cut = "LUND (XY) -- More than 40 people came to the square on Monday to see the new fountain that was given to the \
                   town by a banker who was born";
        check(&format!("River takes bridge|1|{cut}|2"), "HBTB");
        check(
            &format!("River takes bridge|1|{cut} by the river and|2"),
            "HBBB",
        );
        check(&format!("River takes bridge|1|{cut} @lundnews|2"), "HBBB");
        check(
            "River takes bridge|1|Caption Cat saved Caption Two hurt in storm Caption Mayor opens market|2",
            "HBTB",
        );
        check(
            "River takes bridge|1|Caption Two hurt in storm over Lund on Monday|2",
            "HBBB",
        );
    }

    #[test]
    fn headlines_run_on_from_the_text_are_tail() {
        let check = |end: &str, expected: &str| {
            check(
                &format!("River takes bridge|1|The town mourns. {end}"),
                expected,
            );
        };
        check(
            "... 55 Related Dog Saved From Burning Stable Three Hurt During Storm Above Market Tags",
            "HBBT",
        );
        check(
            "Topics (12) Related Storm Topples Crane Above Market Three Sailors Rescued",
            "HBBBT",
        );
        check("Related Companies owns the bridge and the road.", "HBBB");
        check("In 2019 Related Holdings bought the old bridge.", "HBBB");
    }

    #[test]
    fn the_body_goes_on_after_a_prompt_or_teasers() {
        check("River takes bridge|1|Sign up for our newsletter|2", "HBTB");
        check(
            "River takes bridge|1|Related|Three hurt in storm|2",
            "HBTTB",
        );
        check(
            "River takes bridge|1|RELATED: Three hurt in storm|2",
            "HBTB",
        );
        check("River takes bridge|Leave a comment|1|2|1|2", "HTBBBB");
        check("River takes bridge|1|0:33 Cat saved from tree|2", "HBTB");
        check("River takes bridge|1|9:30 p.m. update from Lund|2", "HBBB");
        check(
            "River takes bridge|1|More than 40 people are still missing in the valley.|2",
            "HBBB",
        );
        check(
            "River takes bridge|1|Comments by the mayor on Friday were read as a retreat.|2",
            "HBBB",
        );
        check(
            "River takes bridge|1|Related charges against two men were dropped on Monday.|2",
            "HBBB",
        );
    }

    #[test]
    fn captions_and_bylines_are_captions() {
        check("River takes bridge|By Ann Lee|1|2", "HCBB");
        check(
            "River takes bridge|1|The bridge at noon (Photo: Ann Lee)|2",
            "HBCB",
        );
        check(
            "River takes bridge|1|By noon the water had gone down by a metre, the mayor said.|2",
            "HBBB",
        );
        check("River takes bridge|LUND —|1", "HCB");
    }

    #[test]
    fn a_sentence_within_quotation_marks_is_a_quote() {
        check(
            "River takes bridge|1|“We lost all. We have 12 people here,” she said.|2",
            "HBQBB",
        );
        check(
            "River takes bridge|1|“We lost all.” It was late.|2",
            "HBQBB",
        );
        check(
            "River takes bridge|1|\"We lost all. We have 12 here. Help us.\"|2",
            "HBQQQB",
        );
        check("River takes bridge|1|‘We lost all’|2", "HBQB");
        check("River takes bridge|1|He said “we lost all.”|2", "HBBB");
    }
}
