//! `lexicon/nationalities.yaml`: countries with their people and capitals, and parties to conflicts.

use serde::Deserialize;

use crate::schema::Lent;

/// Countries and groups.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nationalities {
    /// What the file is for.
    pub about: String,
    /// Countries and main territories.
    pub nations: Vec<Nation>,
    /// Parties to conflicts.
    pub groups: Vec<Group>,
}

/// A country or territory.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nation {
    /// ISO 3166-1 alpha-2; its place id too.
    pub code: String,
    /// The name to show.
    pub name: String,
    /// Id of the region that holds it.
    pub within: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Lent>,
    /// "Afghan": of the country, and one of its people.
    #[serde(default)]
    pub adjectives: Vec<Lent>,
    /// Names of its people that are not an adjective with or without -s: "Spaniard".
    #[serde(default)]
    pub people: Vec<Lent>,
    /// Its capital in several spellings, the one to show first.
    #[serde(default)]
    pub capital: Vec<Lent>,
    /// The capital has moved, or is not where the government sits: "the Bolivian capital" may mean either city.
    #[serde(default)]
    pub seats: bool,
}

/// An organisation that takes part in conflicts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Code of the country whose people its members are.
    #[serde(default)]
    pub nation: Option<String>,
    /// What its members are: `combatant`.
    #[serde(default)]
    pub role: Option<String>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Lent>,
}
