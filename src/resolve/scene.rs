//! What one article names, and where its own story happens: what a claim falls back on.

use std::ops::Range;

use super::atlas::Atlas;
use super::classes::ANOTHER;
use super::clock::Clock;
use super::count::Count;
use super::gazetteer::KnownPlace;
use super::given::Given;
use super::home;
use super::mention::{self, Governed, Mention, Mentions, PlaceMention};
use super::moment::{self, Moment, MomentKind};
use super::{Event, Evidence, Resolver, bygone, capital, lead, spot, telling, topic};
use crate::calendar::{Date, DateRange};
use crate::claims::Claim;
use crate::numbers::DateMention;
use crate::schema::NamedEvent;
use crate::text::{Document, Zone};

/// One article as the resolver sees it.
#[derive(Debug)]
pub(super) struct Scene<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) atlas: Atlas<'d>,
    pub(super) mentions: Mentions,
    /// The names that it gives to storms.
    pub(super) given: Given,
    pub(super) moments: Vec<Moment>,
    pub(super) clock: Clock,
    /// The numbers that were read as claims, in order.
    counts: Vec<Count>,
    /// The article's main event.
    pub(super) main: Option<Event>,
    /// The listed events of some days that it tells of.
    pub(super) told: Vec<&'d NamedEvent>,
    /// The one of them that it is about.
    pub(super) topic: Option<&'d NamedEvent>,
    /// The place of its headline, dateline or lead, as an index into the place mentions.
    pub(super) main_place: Option<usize>,
}

impl<'d> Scene<'d> {
    pub(super) fn read(
        resolver: &'d Resolver,
        document: &'d Document<'d>,
        dates: &[DateMention],
        claims: &[Claim],
    ) -> Self {
        let mut atlas = Atlas::new(&resolver.gazetteer);
        let mut mentions = Mentions::read(resolver, document, &mut atlas);
        let mut moments = moment::read(document, dates);
        for moment in &mut moments {
            moment.of_speech =
                telling::is_of_telling(resolver, document, &mentions, &moment.tokens)
                    || telling::is_of_page(document, moment);
        }
        let article = document
            .article
            .date
            .or_else(|| dateline(document, &moments));
        bygone::leave_out_dates(resolver, &mut mentions, &moments);
        if let Some(article) = article {
            bygone::leave_out(resolver, document, &mut mentions, &moments, article);
        }
        let anchor = anchor(resolver, &mentions);
        let mut scene = Self {
            document,
            atlas,
            given: Given::read(resolver, document, &mentions),
            mentions,
            moments,
            clock: Clock { article, anchor },
            counts: claims.iter().map(|it| Count::new(document, it)).collect(),
            main: None,
            told: Vec::new(),
            topic: None,
            main_place: None,
        };
        let lead = scene.lead();
        let told = scene.lead_place(resolver, &lead);
        scene.main_place = told.or_else(|| capital::told(resolver, &scene));
        spot::settle(resolver, &mut scene, &lead);
        scene.main = scene.lead_event(resolver, &lead);
        scene.told = topic::told(resolver, &scene);
        scene.topic = topic::of(resolver, &scene, &scene.told);
        let topic = scene.topic.map(|it| Event::named(it, Evidence::Article));
        scene.main = topic.or(scene.main.take());
        scene
    }

    /// The article's text.
    pub(super) fn text(&self) -> &'d str {
        &self.document.article.text
    }

    /// The named event of a mention; "since" a day's event is the event that began on it, and so is a war's beginning
    /// on it.
    pub(super) fn named<'r>(&self, resolver: &'r Resolver, mention: &Mention) -> &'r NamedEvent {
        let event = mention::event(resolver, mention);
        if event.ongoing || !self.is_bare_date(mention) {
            return event;
        }
        let sentence = self.sentence_of(mention.tokens.start);
        let before = sentence.start..mention.tokens.start;
        let since = before
            .clone()
            .next_back()
            .is_some_and(|at| self.document.token_text(at).eq_ignore_ascii_case("since"));
        let near = before.end.saturating_sub(5).max(before.start)..before.end;
        let mut told = mention::within(&self.mentions.incidents, near).iter();
        let war = told.any(|incident| resolver.events.is_war(incident.what));
        if since || war {
            return resolver.events.begun_on(event).unwrap_or(event);
        }
        event
    }

    /// The listed events that go on, as the article mentions them.
    pub(super) fn wars<'r>(&self, resolver: &'r Resolver) -> impl Iterator<Item = &'r NamedEvent> {
        let named = self.mentions.events.iter();
        let named = named.map(|mention| self.named(resolver, mention));
        named.filter(|event| event.ongoing)
    }

    /// True when these tokens lie within the name of an event: "the war in Gaza".
    pub(super) fn is_in_name(&self, tokens: &Range<usize>) -> bool {
        let sentence = self.sentence_of(tokens.start);
        let mut named = mention::within(&self.mentions.events, sentence).iter();
        named.any(|event| event.tokens.start <= tokens.start && tokens.end <= event.tokens.end)
    }

    /// True when the mention is nothing but a date.
    fn is_bare_date(&self, mention: &Mention) -> bool {
        let first = mention::within(&self.moments, mention.tokens.clone()).first();
        first.is_some_and(|moment| {
            moment.tokens.start == mention.tokens.start && moment.tokens.end >= mention.tokens.end
        })
    }

    /// The tokens of the sentence that holds the token at `at`.
    pub(super) fn sentence_of(&self, at: usize) -> Range<usize> {
        let sentences = &self.document.sentences;
        let behind = sentences.partition_point(|sentence| sentence.tokens.start <= at);
        let sentence = sentences.get(behind.saturating_sub(1));
        sentence.map_or(0..0, |sentence| sentence.tokens.clone())
    }

    /// The sentences that tell the main event: headlines, then the first of the body.
    pub(super) fn lead(&self) -> Vec<Range<usize>> {
        lead::sentences(self.document)
    }

    /// The place of the headline or lead, else of the dateline, else of the police who tell of it; of these the
    /// smallest place inside the first.
    fn lead_place(&self, resolver: &Resolver, lead: &[Range<usize>]) -> Option<usize> {
        let all = &self.mentions.places;
        let in_lead = lead.iter().flat_map(|range| {
            let first = all.partition_point(|place| place.tokens.start < range.start);
            first..first + self.places(range.clone()).len()
        });
        let spots = in_lead
            .filter(|at| all[*at].governed == Governed::Locative)
            .chain(home::of(&self.atlas, all));
        let mut spots = spots
            .filter(|at| !self.atlas.place(all[*at].place).is_region())
            .filter(|at| !self.is_abroad(resolver, lead, &all[*at]));
        let first = spots.next()?;
        let outer = self.atlas.place(all[first].place);
        // "GOMA (AP) - An attack in eastern Congo": a dateline is of whoever writes, where the lead has the country.
        let abroad = |at: usize| outer.wide && all[at].governed == Governed::Dateline;
        spots
            .find(|at| {
                let inner = self.atlas.place(all[*at].place);
                inner.within.contains(&outer.id) && !abroad(*at)
            })
            .or(Some(first))
    }

    /// True for a place in another country than the dateline, in a sentence that tells of another event: "A bomb killed 200
    /// here. (…) A second one went off in Tanzania."
    fn is_abroad(&self, resolver: &Resolver, lead: &[Range<usize>], place: &PlaceMention) -> bool {
        let (Some(dateline), Some(last)) = (self.dateline(), lead.last()) else {
            return false;
        };
        let tokens = &self.document.tokens[last.clone()];
        let country = |mention: &PlaceMention| home::country(&self.atlas, mention.place);
        last.contains(&place.tokens.start)
            && !last.contains(&dateline.tokens.start)
            && country(place) != country(dateline)
            && tokens.iter().any(|it| resolver.classes.is(it, ANOTHER))
    }

    /// The place that opens the article.
    pub(super) fn dateline(&self) -> Option<&PlaceMention> {
        let mut all = self.mentions.places.iter();
        all.find(|it| it.governed == Governed::Dateline)
    }

    /// The place where the article's own story happens.
    pub(super) fn home(&self) -> Option<&KnownPlace> {
        let mention = &self.mentions.places[self.main_place?];
        Some(self.atlas.place(mention.place))
    }

    /// A named event of the lead, else the first event discovered there.
    fn lead_event(&self, resolver: &Resolver, lead: &[Range<usize>]) -> Option<Event> {
        let named = lead.iter().find_map(|range| {
            let first = mention::within(&self.mentions.events, range.clone()).first()?;
            // "Missiles were fired in retaliation for the embassy bombings".
            let before = range.start..first.tokens.start.max(range.start);
            mention::within(&self.mentions.background, before)
                .is_empty()
                .then_some(first)
        });
        let named = named.map(|it| Event::named(self.named(resolver, it), Evidence::Article));
        named.or_else(|| lead::event(resolver, self, lead))
    }

    /// True when the sentence is of those that tell the article's main event.
    pub(super) fn is_main_told_in(&self, sentence: &Range<usize>) -> bool {
        let told = !mention::within(&self.mentions.incidents, sentence.clone()).is_empty();
        told && self.main.as_ref().is_some_and(|main| !main.named) && self.lead().contains(sentence)
    }

    /// The place mentions of a stretch of tokens.
    pub(super) fn places(&self, range: Range<usize>) -> &[PlaceMention] {
        mention::within(&self.mentions.places, range)
    }

    /// True where a number begins that was read as a claim.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.counts.binary_search_by_key(&at, |it| it.at).is_ok()
    }

    /// The numbers of a stretch that were read as claims.
    pub(super) fn counts(&self, range: Range<usize>) -> &[Count] {
        let from = self.counts.partition_point(|it| it.at < range.start);
        let rest = &self.counts[from..];
        &rest[..rest.partition_point(|it| it.at < range.end)]
    }

    /// The days of the first moment in `range` that names days, and is no "since" and no window.
    pub(super) fn day_in(&self, range: Range<usize>) -> Option<(DateRange, MomentKind)> {
        mention::within(&self.moments, range)
            .iter()
            .filter(|moment| !moment.since && !moment.of_speech)
            .filter(|moment| {
                !moment.kind.is_long() && !matches!(moment.kind, MomentKind::Window(_))
            })
            .find_map(|moment| Some((self.clock.days(moment.kind)?, moment.kind)))
    }
}

/// The date of a dateline: a full date in the first sentence, followed by a dash.
fn dateline(document: &Document<'_>, moments: &[Moment]) -> Option<Date> {
    let body = document
        .sentences
        .iter()
        .find(|sentence| sentence.zone == Zone::Body)?;
    let head = body.tokens.start..body.tokens.end.min(body.tokens.start + 14);
    mention::within(moments, head).iter().find_map(|moment| {
        let MomentKind::Day(date) = moment.kind else {
            return None;
        };
        let mut after = moment.tokens.end..body.tokens.end.min(moment.tokens.end + 5);
        after
            .any(|at| matches!(document.token_text(at), "-" | "--" | "–" | "—"))
            .then_some(date)
    })
}

/// The start of the latest named event that the article speaks of.
fn anchor(resolver: &Resolver, mentions: &Mentions) -> Option<Date> {
    mentions
        .events
        .iter()
        .filter_map(|mention| mention::event(resolver, mention).date.from)
        .max()
}
