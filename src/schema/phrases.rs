//! Many phrases in one string, each as what it does not share with the one before it: those written out from a pattern
//! differ by little. `build.rs` compiles this file too, and writes the names of events so.

/// Phrases in order of writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases {
    /// A line each: how many bytes of the phrase before it begins with, as a character that far above [`ZERO`], and the
    /// rest.
    coded: String,
}

/// The character for no byte.
const ZERO: u32 = '0' as u32;

/// Begins the form in which phrases are embedded, and no pattern: private use.
const MARK: char = '\u{E000}';

impl Phrases {
    /// The phrases in this order.
    pub fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut coded = String::new();
        let mut before = "";
        for phrase in phrases {
            let n_shared = shared(before, phrase);
            coded.extend(char::from_u32(ZERO + n_shared as u32));
            coded.push_str(&phrase[n_shared..]);
            coded.push('\n');
            before = phrase;
        }
        Self { coded }
    }

    /// What [`embedded`](Self::embedded) made; `None` for anything else.
    pub fn read(embedded: &str) -> Option<Self> {
        let coded = embedded.strip_prefix(MARK)?.to_owned();
        Some(Self { coded })
    }

    /// As one string that is told apart from a pattern.
    pub fn embedded(&self) -> String {
        format!("{MARK}{}", self.coded)
    }

    /// Of each phrase, how many bytes it shares with the one before it, which are whole words, and what follows them.
    pub fn parts(&self) -> impl Iterator<Item = (usize, &str)> {
        self.coded.lines().filter_map(|line| {
            let mut chars = line.chars();
            let n_shared = u32::from(chars.next()?).saturating_sub(ZERO);
            Some((n_shared as usize, chars.as_str()))
        })
    }

    /// All phrases, each whole.
    pub fn all(&self) -> Vec<String> {
        let mut phrase = String::new();
        let whole = |(n_shared, rest): (usize, &str)| {
            phrase = [phrase.get(..n_shared).unwrap_or_default(), rest].concat();
            phrase.clone()
        };
        self.parts().map(whole).collect()
    }
}

/// How many bytes two phrases begin with alike, in whole words with what parts them.
pub fn shared(one: &str, other: &str) -> usize {
    let pairs = one.as_bytes().iter().zip(other.as_bytes());
    let alike = pairs.take_while(|(a, b)| a == b).count();
    let parts = |byte: &u8| matches!(byte, b' ' | b'-' | b'/');
    let last = other.as_bytes()[..alike].iter().rposition(parts);
    last.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_come_back_as_they_were() {
        let long = "word ".repeat(90) + "a";
        let other = "word ".repeat(90) + "b";
        let phrases = [
            "the gaza war",
            "the gaza conflict",
            "gaza–war",
            "gaza–wars",
            "l'été",
            &long,
            &other,
            "a",
        ];
        let coded = Phrases::new(phrases);
        assert_eq!(coded.all(), phrases);
        assert_eq!(Phrases::read(&coded.embedded()), Some(coded));
        assert_eq!(Phrases::read("(the )?war"), None);
    }

    #[test]
    fn what_is_shared_is_whole_words() {
        for (one, other, expected) in [
            ("", "war", 0),
            ("gaza war", "gaza war", 5),
            ("gaza war", "gaza wars", 5),
            ("gaza-war", "gaza-strike", 5),
            ("gaza war", "gazan war", 0),
        ] {
            assert_eq!(shared(one, other), expected, "{one} {other}");
        }
    }
}
