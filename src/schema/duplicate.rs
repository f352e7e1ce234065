//! A walk over all of a YAML file that refuses what the parser lets through: a key written twice, of which it would
//! silently take the last, and files whose aliases unfold to more than was written.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// Visits every node. Holds how many more nodes the file may have.
#[derive(Debug)]
pub struct Nodes {
    left: usize,
}

impl Nodes {
    /// For a file of `bytes` bytes: every node takes a byte of its own, except an empty value after its key.
    pub const fn budget(bytes: usize) -> Self {
        Self { left: bytes + 2 }
    }
}

impl<'de> DeserializeSeed<'de> for Nodes {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(Node(&mut self))
    }
}

struct Node<'a>(&'a mut Nodes);

impl Node<'_> {
    fn spend<E: de::Error>(&mut self) -> Result<(), E> {
        self.0.left = self.0.left.checked_sub(1).ok_or_else(|| {
            E::custom("the file unfolds to more than it holds: write aliases out")
        })?;
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML")
    }

    fn visit_bool<E: de::Error>(mut self, _: bool) -> Result<(), E> {
        self.spend()
    }

    fn visit_i64<E: de::Error>(mut self, _: i64) -> Result<(), E> {
        self.spend()
    }

    fn visit_u64<E: de::Error>(mut self, _: u64) -> Result<(), E> {
        self.spend()
    }

    fn visit_i128<E: de::Error>(mut self, _: i128) -> Result<(), E> {
        self.spend()
    }

    fn visit_u128<E: de::Error>(mut self, _: u128) -> Result<(), E> {
        self.spend()
    }

    fn visit_f64<E: de::Error>(mut self, _: f64) -> Result<(), E> {
        self.spend()
    }

    fn visit_str<E: de::Error>(mut self, _: &str) -> Result<(), E> {
        self.spend()
    }

    fn visit_unit<E: de::Error>(mut self) -> Result<(), E> {
        self.spend()
    }

    fn visit_none<E: de::Error>(mut self) -> Result<(), E> {
        self.spend()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.spend()?;
        while items.next_element_seed(Node(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        self.spend()?;
        let mut seen = BTreeSet::new();
        while entries.next_key_seed(Key(&mut seen))?.is_some() {
            entries.next_value_seed(Node(self.0))?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let ((), value) = tagged.variant_seed(Node(&mut *self.0))?;
        value.newtype_variant_seed(Node(self.0))
    }
}

/// A key, which must not be among those seen. Refused in its visitor, so that the parser adds the key's own place.
struct Key<'a>(&'a mut BTreeSet<String>);

impl Key<'_> {
    fn note<E: de::Error>(self, key: String) -> Result<(), E> {
        if self.0.contains(&key) {
            return Err(E::custom(format!(
                "the key `{key}` stands twice: remove one"
            )));
        }
        self.0.insert(key);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain word as key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<(), E> {
        self.note(key.to_owned())
    }
}
