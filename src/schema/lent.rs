//! Strings of a schema. Nearly all are those of the built-in files, tens of thousands, which lie in the program: they are
//! used where they lie, and only a desk's own are copied.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::BUILT_IN;

/// A string that is lent by the program, or one of its own.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lent(Cow<'static, str>);

impl Lent {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes what lies in the built-in files from there, and copies anything else.
    fn of(text: &str) -> Self {
        Self(built_in(text).map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed))
    }
}

/// `text` as a part of the program, when its bytes are those of the built-in files, and not just like them.
fn built_in(text: &str) -> Option<&'static str> {
    let json = BUILT_IN.json;
    let start = text.as_ptr().addr().checked_sub(json.as_ptr().addr())?;
    json.get(start..start.checked_add(text.len())?)
}

impl Deref for Lent {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Lent {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Lent {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for Lent {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl From<&'static str> for Lent {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<Lent> for String {
    fn from(lent: Lent) -> Self {
        lent.0.into_owned()
    }
}

impl PartialEq<str> for Lent {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Lent {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl PartialEq<String> for Lent {
    fn eq(&self, other: &String) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<Lent> for str {
    fn eq(&self, other: &Lent) -> bool {
        self == &*other.0
    }
}

impl PartialEq<Lent> for &str {
    fn eq(&self, other: &Lent) -> bool {
        *self == &*other.0
    }
}

impl fmt::Debug for Lent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Lent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for Lent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Reader)
    }
}

/// The schema of the files gives defaults, which are written for it.
#[cfg(test)]
impl serde::Serialize for Lent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// A string to whoever writes the file.
#[cfg(test)]
impl schemars::JsonSchema for Lent {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Lent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Lent, E> {
        Ok(Lent::of(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Lent, E> {
        Ok(Lent(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Lent, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_built_in_files_is_lent_and_its_like_is_copied() {
        let json = BUILT_IN.json;
        let start = json.find("hostage").unwrap();
        let part = &json[start..start + "hostage".len()];
        assert_eq!(built_in(part), Some("hostage"));
        let like = part.to_owned();
        assert_eq!(built_in(&like), None);
        assert_eq!(built_in(&json[json.len()..]), Some(""));
        assert_eq!(built_in(json), Some(json));
        for (path, _, content) in BUILT_IN.files {
            assert!(built_in(content).is_some(), "{path}");
        }
    }

    #[test]
    fn what_is_lent_and_what_is_owned_are_alike() {
        let text = format!("[{:?}]", "h\u{e9}");
        let read: Vec<Lent> = serde_json::from_str(&text).unwrap();
        assert_eq!(read, [Lent::from("h\u{e9}")]);
        assert_eq!(read[0], "h\u{e9}");
        assert_eq!("h\u{e9}", read[0]);
        assert_eq!(
            format!("{:?} {:>3}", read[0], read[0]),
            "\"h\u{e9}\"  h\u{e9}"
        );
    }
}
