//! Everything that figures are made from, laid out once for each comparison.

use rustc_hash::{FxHashMap, FxHashSet};

use super::attackers::Attackers;
use super::catalog::Catalog;
use super::node::{self, Node};
use super::roll::Roll;
use super::{campaign, lone, past, perhaps, retold, spared, spellings, story};
use crate::ingest::Article;
use crate::resolve::Record;
use crate::schema::Schema;

/// The claims, by article and by scope, with what is known of all of them together.
pub(super) struct Desk<'c, 'a> {
    /// The claims.
    pub(super) roll: &'c Roll<'a>,
    /// Numbers for names.
    pub(super) catalog: &'c Catalog<'a>,
    /// The claim types.
    pub(super) schema: &'c Schema,
    /// The claims by scope.
    pub(super) nodes: &'c [Node],
    /// The claims whose event their text does not name, by index among the records.
    pub(super) supposed: &'c FxHashMap<usize, Record>,
    /// Of these, the claims whose event may be that of another article.
    pub(super) perhaps: &'c FxHashSet<usize>,
    /// Which articles tell of a dead attacker.
    pub(super) attackers: &'c Attackers<'c>,
}

/// Lays out the records of all articles and does some work with them. First the articles are read in the light of each
/// other: one that does not say which event it tells of may be known by another.
pub(super) fn open<T>(
    articles: &[Article],
    records: &[Record],
    schema: &Schema,
    work: impl FnOnce(&Desk<'_, '_>) -> T,
) -> T {
    let reread: Vec<Record>;
    let spellings = spellings::adopted(records);
    let past = past::told(articles, records);
    let records = if spellings.is_empty() && past.is_empty() {
        records
    } else {
        let all = records.iter().enumerate();
        // One copy for both: articles by the thousand have many claims.
        let reading = all.map(|(at, record)| {
            let mut record = spellings.get(&at).unwrap_or(record).clone();
            if let Some(first) = past.get(&at) {
                past::part(&mut record, *first);
            }
            record
        });
        reread = reading.collect();
        &reread
    };
    drop(spellings);
    let mut supposed = campaign::adopted(records);
    let adopted = story::adopted(articles, records, schema);
    let known: Vec<&Record> = records.iter().collect();
    let known = replaced(&known, &adopted);
    let (may_be_one, one) = perhaps::adopted(&known, schema);
    let known = replaced(&known, &one);
    let perhaps = may_be_one.keys().copied().collect();
    supposed.extend(may_be_one);
    let known = replaced(&known, &supposed);
    let retold = retold::adopted(&known);
    let known = replaced(&known, &retold);
    let spared = spared::adopted(&known, schema);
    let known = replaced(&known, &spared);
    let lone = lone::adopted(&known);
    let known = replaced(&known, &lone);
    let roll = Roll::new(articles, &known, schema);
    let catalog = Catalog::new(&roll.records);
    let nodes = node::nodes(&roll, schema, &catalog);
    work(&Desk {
        roll: &roll,
        catalog: &catalog,
        schema,
        nodes: &nodes,
        supposed: &supposed,
        perhaps: &perhaps,
        attackers: &Attackers::new(&roll, schema),
    })
}

/// The records with those that are read otherwise, by index.
fn replaced<'r>(records: &[&'r Record], others: &'r FxHashMap<usize, Record>) -> Vec<&'r Record> {
    let by_index = records.iter().enumerate();
    by_index
        .map(|(at, record)| others.get(&at).unwrap_or(record))
        .collect()
}
