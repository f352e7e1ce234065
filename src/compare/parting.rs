//! What keeps two claims from being compared.

/// The slot whose stated difference separates two scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// Their claim types.
    Type,
    /// The figures of one type that they are.
    Aspect,
    /// Nothing ties one of them to a question that others ask, too; it is compared with its own repetition alone.
    Alone,
    /// Actual, planned or possible.
    Modality,
    /// A day's count, the toll so far, a stock, a rate.
    Basis,
    /// The days over which they count.
    Stretch,
    /// The members of a list that they count.
    Member,
    /// The bases of their shares, or their currencies.
    Share,
    /// Two parts of one whole, of different size.
    Some,
    /// Whose doings are counted.
    Person,
    /// Nationality of the counted group: both state it, or the one that does is too far from the other to be all of it.
    Nationality,
    /// One is a part of those whom the other counts, or each is a part of its own.
    Part,
    /// The places.
    Place,
    /// The events, or the days where no event is told.
    Event,
    /// One leaves its event to the past, and the numbers do not say that it is this one.
    Past,
}

impl Parting {
    /// What it says of two claims, to go on after "kept apart:".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Type => "they count different things (type)",
            Self::Aspect => {
                "they count different things of one kind, as those taken and those freed (aspect)"
            }
            Self::Alone => {
                "of one of them the text does not say enough to tell which count it is of (of what event, of which people), \
                 so it is compared with no other number"
            }
            Self::Modality => "one is actual, the other planned or possible (modality)",
            Self::Basis => {
                "they count differently: those of one day, all until then, those there are at a time, or so many a day \
                 (basis)"
            }
            Self::Stretch => "they count over different stretches of time",
            Self::Member => "they count different members of a list (who)",
            Self::Share => {
                "they are shares of different things, or amounts in different currencies"
            }
            Self::Some => "each counts some of those spoken of, and they are not as many (part)",
            Self::Person => "they count the doings of different people (who)",
            Self::Nationality => {
                "they count people of different countries, or only one says of which (who)"
            }
            Self::Part => "one counts a part of those in the other (who)",
            Self::Place => "their places are not one (place)",
            Self::Event => "their events or days are not one (event)",
            Self::Past => {
                "one tells of an event that lies behind and does not say which, and the numbers are far apart (event)"
            }
        }
    }
}
