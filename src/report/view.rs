//! The input with its indices followed: every number that points somewhere, turned into what it points at.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::locator::{Locator, Place};
use super::{Input, Setting, fingerprint};
use crate::compare::{Figure, Variant};
use crate::numbers::Value;
use crate::resolve::Record;
use crate::schema::ClaimType;
use crate::span::Span;
use crate::text::Zone;

/// An [`Input`] with what is looked up in it again and again.
#[derive(Debug)]
pub(crate) struct View<'a> {
    /// What is shown.
    pub(crate) input: Input<'a>,
    locator: Locator<'a>,
    /// The records of each article, in their order.
    by_article: Vec<Vec<usize>>,
    by_id: OnceLock<BTreeMap<&'a str, usize>>,
}

impl<'a> View<'a> {
    /// Prepares `input` for looking up.
    pub(crate) fn new(input: &Input<'a>) -> Self {
        let mut by_article = vec![Vec::new(); input.articles.len()];
        for (index, record) in input.records.iter().enumerate() {
            if let Some(row) = by_article.get_mut(record.article) {
                row.push(index);
            }
        }
        Self {
            input: *input,
            locator: Locator::new(input.articles),
            by_article,
            by_id: OnceLock::new(),
        }
    }

    /// All records by id, read when first needed.
    pub(crate) fn ids(&self) -> &BTreeMap<&'a str, usize> {
        let rows = self.input.records.iter().enumerate();
        self.by_id
            .get_or_init(|| rows.map(|(at, record)| (&*record.id, at)).collect())
    }

    /// The record with this id.
    pub(crate) fn record_of_id(&self, id: &str) -> Option<usize> {
        self.ids().get(id).copied()
    }

    /// Indices of all articles, by id, then path, then line of the file, so that the order of reading does not show.
    pub(crate) fn articles_in_order(&self) -> Vec<usize> {
        let articles = self.input.articles;
        let mut order: Vec<usize> = (0..articles.len()).collect();
        order.sort_by_key(|&at| {
            let article = &articles[at];
            (&article.id, &article.path, article.record_line)
        });
        order
    }

    /// Indices of the records that are shown, by article, then place, then id.
    pub(crate) fn records_in_order(&self) -> Vec<usize> {
        self.shown_of(self.all_records_in_order())
    }

    /// The same with articles in the order of the input, for an output of which that is a part.
    pub(crate) fn records_as_given(&self) -> Vec<usize> {
        self.shown_of(self.records_of(0..self.by_article.len()))
    }

    fn shown_of(&self, mut records: Vec<usize>) -> Vec<usize> {
        if let Some(shown) = self.input.shown {
            records.retain(|&at| shown.get(at).copied().unwrap_or(true));
        }
        records
    }

    /// The rank of each record in the order of articles and places.
    pub(crate) fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![0; self.input.records.len()];
        for (rank, at) in self.all_records_in_order().into_iter().enumerate() {
            ranks[at] = rank;
        }
        ranks
    }

    fn all_records_in_order(&self) -> Vec<usize> {
        self.records_of(self.articles_in_order())
    }

    /// Indices of the records of these articles, of each by place, then id.
    fn records_of(&self, articles: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.input.records.len());
        for article in articles {
            let from = order.len();
            order.extend(&self.by_article[article]);
            order[from..].sort_by_key(|&at| {
                let record = self.record(at);
                (record.claim.quantity.span, &record.id)
            });
        }
        order
    }

    /// The record at `index`, which comes from the input.
    pub(crate) fn record(&self, index: usize) -> &'a Record {
        &self.input.records[index]
    }

    /// Where the record at `index` stands; its number alone when the input does not say.
    pub(crate) fn setting(&self, index: usize) -> Setting {
        self.input.settings.get(index).copied().unwrap_or(Setting {
            sentence: self.record(index).claim.quantity.span,
            zone: Zone::Body,
        })
    }

    /// The whole text of the article of the record at `index`.
    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.input
            .articles
            .get(self.record(index).article)
            .map_or("", |article| &article.text)
    }

    /// The id of the article at `article`.
    pub(crate) fn article_id(&self, article: usize) -> &'a str {
        self.input
            .articles
            .get(article)
            .map_or("", |article| &article.id)
    }

    /// The name of the article at `article` in tables.
    pub(crate) fn article_name(&self, article: usize) -> &'a str {
        self.input
            .names
            .get(article)
            .map_or_else(|| self.article_id(article), String::as_str)
    }

    /// The claim type at `index`, when the schema has it.
    pub(crate) fn claim_type(&self, index: usize) -> Option<&'a ClaimType> {
        self.input.schema.types.get(index)
    }

    /// The name of a claim type.
    pub(crate) fn type_name(&self, index: usize) -> &'a str {
        self.claim_type(index).map_or("", |kind| &kind.name)
    }

    /// The unit of a value of a claim type.
    pub(crate) fn unit<'v>(&self, index: usize, value: &'v Value) -> &'v str
    where
        'a: 'v,
    {
        let own = self.claim_type(index).map_or("", |kind| &kind.unit);
        value.currency.as_deref().unwrap_or(own)
    }

    /// The name of an aspect of a claim type.
    pub(crate) fn aspect_name(&self, index: usize, aspect: Option<usize>) -> Option<&'a str> {
        let aspect = self.claim_type(index)?.aspects.get(aspect?)?;
        Some(&aspect.name)
    }

    /// The record that the one at `index` is a part of.
    pub(crate) fn whole_of(&self, index: usize) -> Option<usize> {
        let record = self.record(index);
        let siblings = self.by_article.get(record.article)?;
        siblings.get(record.claim.part_of?).copied()
    }

    /// The place of the number of the record at `index`.
    pub(crate) fn place(&self, index: usize) -> Place {
        let record = self.record(index);
        self.place_of(record.article, record.claim.quantity.span)
    }

    /// The place of any span of an article.
    pub(crate) fn place_of(&self, article: usize, span: Span) -> Place {
        self.locator.place(article, span)
    }

    /// The records of an article whose number stands at `span`.
    pub(crate) fn claims_at(&self, article: usize, span: Span) -> Vec<usize> {
        let records = self.by_article.get(article).into_iter().flatten();
        records
            .copied()
            .filter(|&at| self.record(at).claim.quantity.span == span)
            .collect()
    }

    /// The records of an article whose number lies within `stretch`, as of a sentence.
    pub(crate) fn claims_within(&self, article: usize, stretch: Span) -> Vec<usize> {
        let records = self.by_article.get(article).into_iter().flatten();
        let lies_within = |at: &usize| stretch.contains(self.record(*at).claim.quantity.span);
        records.copied().filter(lies_within).collect()
    }

    /// The figure at `index`, which comes from the comparison.
    pub(crate) fn figure(&self, index: usize) -> &'a Figure {
        &self.input.comparison.figures[index]
    }

    /// The id of the check of the bond at `index`; `None` where no check applies.
    pub(crate) fn check_id(&self, index: usize) -> Option<String> {
        let comparison = self.input.comparison;
        let related = comparison.related.get(index)?;
        fingerprint::of_check(&comparison.figures, related)
    }

    /// How many articles carry a variant.
    pub(crate) fn n_articles(&self, variant: &Variant) -> usize {
        let mut articles: Vec<usize> = variant
            .claims
            .iter()
            .filter_map(|&claim| self.input.records.get(claim))
            .map(|record| record.article)
            .collect();
        articles.sort_unstable();
        articles.dedup();
        articles.len()
    }
}
