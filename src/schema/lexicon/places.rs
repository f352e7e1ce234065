//! `lexicon/places.yaml`: places that the news names, with what contains them.

use serde::Deserialize;

use crate::schema::Lent;

/// Places below and above the level of countries.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// What the file is for.
    pub about: String,
    /// Continents, parts of continents, seas.
    pub regions: Vec<Region>,
    /// Places by what contains them.
    pub places: Vec<PlaceGroup>,
    /// Names that are also common words or first names: read as a place only after a preposition of place.
    pub weak: Vec<Lent>,
    /// Words around names that are in no list.
    pub unlisted: Unlisted,
}

/// Words that tell whether a name that no list has is a place.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unlisted {
    /// Prepositions right after which a capitalised name is a place: "in".
    pub after: Vec<Lent>,
    /// Verbs right after which a capitalised name is a place, when an event is their subject: "hit".
    pub struck: Vec<Lent>,
    /// Verbs right after which a capitalised name is a place, when the words put it into a province: "entered".
    pub entered: Vec<Lent>,
    /// Words of a text in which what is attacked, capitalised, is a place: "villagers".
    pub settled: Vec<Lent>,
    /// Behind a name in no list these say that it is a place: "the raid on Harsk town".
    pub settlements: Vec<Lent>,
    /// Parts of a town that are named by it: "the market of".
    pub squares: Vec<Lent>,
    /// Who or what a place has: behind one and "of" a name in no list is one: "the people of Harsk".
    pub dwellers: Vec<Lent>,
    /// Words behind which "in" tells where someone has his seat: "based".
    pub seated: Vec<Lent>,
    /// Last words of the names of spots within a town: "Avenue". Such a spot is too small to be where something happened.
    pub venues: Vec<Lent>,
    /// Those who answer for one town or county, named by it: "police".
    pub authorities: Vec<Lent>,
    /// Capitalised words that are no places, nor parts of the name of one: "Congress".
    pub never: Vec<Lent>,
    /// Words in lower case within the name of a place: "de".
    pub joints: Vec<Lent>,
}

/// A continent, a part of one, or a sea.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Stable id.
    pub id: String,
    /// Id of what contains it.
    #[serde(default)]
    pub within: Option<String>,
    /// Spellings, the one to show first.
    pub names: Vec<Lent>,
}

/// Places of one container.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceGroup {
    /// Id of what contains them.
    pub within: String,
    /// A place each: spellings between slashes, the one to show first.
    pub names: Vec<Lent>,
}
