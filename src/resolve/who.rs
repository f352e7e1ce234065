//! Who is counted: the facets that the words of the counted group state.

use std::collections::BTreeSet;
use std::ops::Range;

use super::age;
use super::party::Parties;
use crate::schema::inflect;
use crate::schema::{ClaimType, Schema};
use crate::span::Span;
use crate::text::{Document, NameTable, Vocabulary};

/// The counted group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// As written; `None` when the text does not say.
    pub text: Option<Span>,
    /// What the words state of the group.
    pub facets: Facets,
}

/// What is stated of a counted group. `None` is unknown, not "any". Several values of a facet are joined by `+`, in
/// order of the alphabet: "women and children" is `child+woman`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facets {
    /// Country code (ISO 3166-1 alpha-2), e.g. `IL`, `PS`.
    pub nationality: Option<String>,
    /// civilian, combatant, police, medic, press, aid, hostage, perpetrator, …
    pub role: Option<String>,
    /// child, woman, man, …
    pub age_sex: Option<String>,
}

/// How one counted group stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same is stated of both.
    Equal,
    /// The first is a part of the second: "Israeli children" of "Israelis".
    Subset,
    /// The second is a part of the first.
    Superset,
    /// They share no one: "Israelis" and "Palestinians".
    Disjoint,
    /// The words do not say: "people" and "Israelis".
    Unknown,
}

impl Facets {
    /// True when nothing is stated.
    pub const fn is_empty(&self) -> bool {
        self.nationality.is_none() && self.role.is_none() && self.age_sex.is_none()
    }

    /// Drops what is said of everyone who is counted, and so tells no one apart.
    pub(super) fn forget(&mut self, everyone: &[String]) {
        for facet in [&mut self.role, &mut self.age_sex] {
            facet.take_if(|value| everyone.contains(value));
        }
    }

    /// How this group stands to `other`. A group of which nothing is stated is unknown, not everyone.
    pub fn relation(&self, other: &Self) -> Relation {
        let pairs = [
            (&self.nationality, &other.nationality),
            (&self.role, &other.role),
            (&self.age_sex, &other.age_sex),
        ];
        let relations = pairs.map(|(a, b)| of_facet(a.as_deref(), b.as_deref()));
        if relations.contains(&Relation::Disjoint) {
            return Relation::Disjoint;
        }
        if relations
            .iter()
            .all(|relation| *relation == Relation::Equal)
        {
            return Relation::Equal;
        }
        if self.is_empty() || other.is_empty() {
            return Relation::Unknown;
        }
        let all = |wanted| {
            relations
                .iter()
                .all(|relation| *relation == wanted || *relation == Relation::Equal)
        };
        if all(Relation::Subset) {
            Relation::Subset
        } else if all(Relation::Superset) {
            Relation::Superset
        } else {
            Relation::Unknown
        }
    }
}

/// A facet stated on one side only makes that side the part.
fn of_facet(a: Option<&str>, b: Option<&str>) -> Relation {
    match (a, b) {
        (None, None) => Relation::Equal,
        (Some(_), None) => Relation::Subset,
        (None, Some(_)) => Relation::Superset,
        (Some(a), Some(b)) => of_values(a, b),
    }
}

fn of_values(a: &str, b: &str) -> Relation {
    let set = |values: &'_ str| {
        values
            .split('+')
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    let (a, b) = (set(a), set(b));
    if a == b {
        Relation::Equal
    } else if a.is_disjoint(&b) {
        Relation::Disjoint
    } else if a.is_subset(&b) {
        Relation::Subset
    } else if b.is_subset(&a) {
        Relation::Superset
    } else {
        Relation::Unknown
    }
}

/// What nouns state of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct NounFacets {
    /// Noun to index into `groups`.
    nouns: NameTable<u32>,
    /// Role, age and sex.
    groups: Vec<(Option<String>, Option<String>)>,
    /// Words for a household.
    households: NameTable<u32>,
    /// Of each claim type, whether it counts households beside people.
    of_households: Vec<bool>,
}

/// The noun class and role of households: 14,000 families are not 14,000 people.
pub const HOUSEHOLD: &str = "household";

/// The noun class of people.
const PERSON: &str = "person";

/// The most words before "families": "14,000 of the poorest families".
const HOUSEHOLD_REACH: usize = 3;

impl NounFacets {
    pub(super) fn new(schema: &Schema, vocabulary: &mut Vocabulary) -> Self {
        let lexicon = &schema.lexicon;
        let counts_households = |kind: &ClaimType| kind.counted.iter().any(|it| it == HOUSEHOLD);
        let mut facets = Self {
            of_households: schema.types.iter().map(counts_households).collect(),
            ..Self::default()
        };
        for group in &lexicon.nouns.groups {
            if group.class == HOUSEHOLD {
                for word in &group.words {
                    let plurals = inflect::plurals(word, &lexicon.irregular);
                    for form in std::iter::once(word).chain(&plurals) {
                        facets.households.insert(vocabulary, form, 0);
                    }
                }
            }
            let says = group.role.is_some() || group.age_sex.is_some();
            if !says && group.class != PERSON {
                continue;
            }
            let index = facets.groups.len() as u32;
            facets
                .groups
                .push((group.role.clone(), group.age_sex.clone()));
            for word in &group.words {
                let plurals = inflect::plurals(word, &lexicon.irregular);
                for form in std::iter::once(word).chain(&plurals) {
                    facets.nouns.insert(vocabulary, form, index);
                }
            }
        }
        facets
    }

    /// The group that a claim of this type counts at `span`, with its facets; households where the type tells them from
    /// people.
    pub(super) fn counted(
        &self,
        document: &Document<'_>,
        parties: &Parties,
        span: Span,
        claim_type: usize,
    ) -> Who {
        let mut who = self.who(document, parties, span);
        let can_be = self.of_households.get(claim_type) == Some(&true);
        if can_be && self.begins_with_households(document, &tokens_of(document, span)) {
            who.facets.role = Some(HOUSEHOLD.to_owned());
        }
        who
    }

    /// The counted group at `span` with its facets.
    pub(super) fn who(&self, document: &Document<'_>, parties: &Parties, span: Span) -> Who {
        let tokens = tokens_of(document, span);
        let text = document.article.text.as_str();
        let [mut nations, mut roles, mut ages] = [const { BTreeSet::new() }; 3];
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some((after, party)) = parties
                .longest_before(&document.tokens, text, at, tokens.end)
                .or_else(|| parties.in_small(&document.tokens, text, at, tokens.end))
            {
                let party = parties.party(party);
                nations.extend(party.nation.as_deref());
                roles.extend(party.role.as_deref());
                at = after;
                continue;
            }
            match self
                .nouns
                .longest_before(&document.tokens, text, at, tokens.end)
            {
                Some((after, group)) => {
                    let (role, age) = &self.groups[group as usize];
                    roles.extend(role.as_deref());
                    ages.extend(age.as_deref());
                    at = after;
                }
                None => at += 1,
            }
        }
        // "a 15-year-old male" is a child, whatever the noun.
        if tokens.clone().any(|at| age::is_minor(document, at)) {
            ages = BTreeSet::from(["child"]);
        }
        Who {
            text: Some(span),
            facets: Facets {
                nationality: joined(&nations),
                role: joined(&roles),
                age_sex: joined(&ages),
            },
        }
    }
}

impl NounFacets {
    /// True when one of the words names people: "three pilgrim deaths".
    pub(super) fn names_people(&self, document: &Document<'_>, words: Range<usize>) -> bool {
        let text = document.article.text.as_str();
        words.clone().any(|at| {
            let found = self
                .nouns
                .longest_before(&document.tokens, text, at, words.end);
            found.is_some()
        })
    }

    /// True when what is counted are households: "families", "displaced families", and not "members of two families".
    fn begins_with_households(&self, document: &Document<'_>, tokens: &Range<usize>) -> bool {
        let text = document.article.text.as_str();
        let is_of = |at: usize| {
            let word = document.tokens[at].span.slice(text);
            ["of", "from", "in"]
                .iter()
                .any(|it| word.eq_ignore_ascii_case(it))
        };
        let mut near = tokens.clone().take(HOUSEHOLD_REACH);
        let found = near.find(|at| {
            let here = self
                .households
                .longest_before(&document.tokens, text, *at, tokens.end);
            here.is_some() || is_of(*at)
        });
        found.is_some_and(|at| !is_of(at))
    }
}

fn joined(values: &BTreeSet<&str>) -> Option<String> {
    let mut values = values.iter();
    let first = (*values.next()?).to_owned();
    Some(values.fold(first, |all, value| all + "+" + value))
}

/// The tokens whose first byte lies in `span`.
pub(super) fn tokens_of(document: &Document<'_>, span: Span) -> Range<usize> {
    let at = |byte: u32| {
        document
            .tokens
            .partition_point(|token| token.span.start < byte)
    };
    at(span.start)..at(span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facets(nationality: &str, role: &str, age_sex: &str) -> Facets {
        let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Facets {
            nationality: some(nationality),
            role: some(role),
            age_sex: some(age_sex),
        }
    }

    #[test]
    fn groups_relate_by_what_is_stated() {
        let people = facets("", "", "");
        let israelis = facets("IL", "", "");
        let israeli_children = facets("IL", "", "child");
        let women_and_children = facets("", "", "child+woman");
        for (a, b, relation) in [
            (&people, &people, Relation::Equal),
            (&people, &israelis, Relation::Unknown),
            (&israelis, &facets("PS", "", ""), Relation::Disjoint),
            (&israeli_children, &israelis, Relation::Subset),
            (&israelis, &israeli_children, Relation::Superset),
            (
                &facets("", "", "child"),
                &women_and_children,
                Relation::Subset,
            ),
            (&facets("", "combatant", ""), &israelis, Relation::Unknown),
        ] {
            assert_eq!(a.relation(b), relation, "{a:?} {b:?}");
        }
    }
}
