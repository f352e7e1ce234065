//! Cities of 15,000 people and more, of `GeoNames` (CC BY 4.0, see `schemas/places/`), as a sorted table inside the program
//! that is searched by halving. Nothing of it is read at start-up.

const TABLE: &str = include_str!("../../schemas/places/cities.txt");

/// A name of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct CityName {
    line: &'static str,
}

/// A city of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct City {
    /// Country code.
    pub(super) country: &'static str,
    /// Id of the first-level region, where the hand-made list knows it.
    pub(super) region: Option<&'static str>,
    /// People, in thousands.
    pub(super) thousands: u32,
}

impl City {
    /// Id of the nearest known place around it.
    pub(super) fn holder(&self) -> &'static str {
        self.region.unwrap_or(self.country)
    }
}

impl CityName {
    /// The name, which must be folded as [`super::spelling::fold`] does.
    pub(super) fn find(folded: &str) -> Option<Self> {
        let bytes = TABLE.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let before = bytes.get(low..middle)?;
            let start = before
                .iter()
                .rposition(|byte| *byte == b'\n')
                .map_or(low, |at| low + at + 1);
            let line_end = || {
                let rest = bytes[middle..].iter();
                middle + rest.take_while(|byte| **byte != b'\n').count()
            };
            let name = bytes[start..]
                .iter()
                .take_while(|byte| !matches!(byte, b'|' | b'[' | b'\n'));
            match name.cmp(folded.as_bytes()) {
                std::cmp::Ordering::Equal => {
                    let line = TABLE.get(start..line_end())?;
                    return Some(Self { line });
                }
                std::cmp::Ordering::Less => low = line_end() + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// The name to show.
    pub(super) fn shown(self) -> String {
        let head = head(self.line);
        let bracket = self.line[head.len()..].strip_prefix('[');
        if let Some((shown, _)) = bracket.and_then(|rest| rest.split_once(']')) {
            return shown.to_owned();
        }
        let mut shown = String::with_capacity(head.len());
        for word in head.split(' ') {
            if !shown.is_empty() {
                shown.push(' ');
            }
            let mut letters = word.chars();
            shown.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
            shown.push_str(letters.as_str());
        }
        shown
    }

    /// The cities of this name, by country and region.
    pub(super) fn cities(self) -> impl Iterator<Item = City> {
        self.line.split('|').skip(1).filter_map(|entry| {
            let (place, people) = entry.rsplit_once(' ')?;
            let (country, region) = match place.split_once(' ') {
                Some((country, region)) => (country, Some(region)),
                None => (place, None),
            };
            let thousands = people.parse().ok()?;
            Some(City {
                country,
                region,
                thousands,
            })
        })
    }
}

/// The folded name at the head of a line.
fn head(line: &str) -> &str {
    line.split(['|', '[']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::spelling::fold;

    #[test]
    fn the_table_is_sorted_and_every_name_is_found() {
        let heads: Vec<&str> = TABLE.lines().map(head).collect();
        assert!(heads.is_sorted());
        for name in heads {
            let found = CityName::find(name);
            assert!(
                found.is_some_and(|found| found.cities().next().is_some()),
                "{name}"
            );
            assert_eq!(fold(name), name);
        }
    }

    #[test]
    fn cities_of_one_name_are_told_apart_by_region() {
        let aurora = CityName::find("aurora").unwrap();
        let regions: Vec<_> = aurora.cities().filter_map(|city| city.region).collect();
        assert_eq!(regions, ["ontario", "colorado", "illinois", "ohio"]);
        assert!(CityName::find("nowhere at all").is_none());
    }

    #[test]
    fn the_name_is_shown_as_it_is_written() {
        let shown = |name| CityName::find(name).unwrap().shown();
        assert_eq!(shown("malaga"), "Málaga");
        assert_eq!(shown("pine hills"), "Pine Hills");
    }
}
