//! JSON on one line, the same as `serde_json` writes, in half its time: the keys of our types hold nothing to escape, nor do
//! most strings, and neither is looked through byte by byte.

use std::fmt::Write as _;

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::{Error, Result};

/// Appends what is serialised to a text.
pub(super) struct Writer<'o>(pub(super) &'o mut String);

/// The items of a list or the fields of an object, as they come.
pub(super) struct Items<'o> {
    out: &'o mut String,
    first: bool,
    end: &'static str,
}

/// True for a string that JSON writes otherwise: the bytes are folded, since that is done many at a time.
fn is_escaped(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| {
        found | matches!(byte, 0..b' ' | b'"' | b'\\')
    })
}

impl<'o> Writer<'o> {
    fn plain(self, value: impl std::fmt::Display) -> Result<()> {
        write!(self.0, "{value}").map_err(Error::custom)
    }

    fn items(self, start: &str, end: &'static str) -> Items<'o> {
        self.0.push_str(start);
        Items {
            out: self.0,
            first: true,
            end,
        }
    }

    /// Begins an object of one field, the name of a variant.
    fn variant(self, name: &str, start: &str, end: &'static str) -> Result<Items<'o>> {
        self.0.push('{');
        Writer(self.0).serialize_str(name)?;
        self.0.push(':');
        Ok(self.items(start, end))
    }
}

impl Items<'_> {
    fn next(&mut self) -> Writer<'_> {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        Writer(self.out)
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(self.next())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<()> {
        let out = &mut *self.out;
        if self.first {
            out.push('"');
        } else {
            out.push_str(",\"");
        }
        self.first = false;
        out.push_str(key);
        out.push_str("\":");
        value.serialize(Writer(out))
    }

    fn close(self) {
        self.out.push_str(self.end);
    }
}

/// Numbers, which JSON writes as we do.
macro_rules! plain {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, value: $kind) -> Result<()> {
            self.plain(value)
        })*
    };
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'o>;
    type SerializeTuple = Items<'o>;
    type SerializeTupleStruct = Items<'o>;
    type SerializeTupleVariant = Items<'o>;
    type SerializeMap = Items<'o>;
    type SerializeStruct = Items<'o>;
    type SerializeStructVariant = Items<'o>;

    plain!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    plain!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_f32(self, _: f32) -> Result<()> {
        Err(Error::custom("no number of ours is a float"))
    }

    fn serialize_f64(self, _: f64) -> Result<()> {
        Err(Error::custom("no number of ours is a float"))
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<()> {
        if is_escaped(value) {
            self.0.push_str(&serde_json::to_string(value)?);
        } else {
            self.0.push('"');
            self.0.push_str(value);
            self.0.push('"');
        }
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<()> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        let items = self.variant(name, "", "}")?;
        value.serialize(Writer(&mut *items.out))?;
        items.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'o>> {
        Ok(self.items("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'o>> {
        Ok(self.items("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'o>> {
        Ok(self.items("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Items<'o>> {
        self.variant(name, "[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'o>> {
        Ok(self.items("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'o>> {
        Ok(self.items("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Items<'o>> {
        self.variant(name, "{", "}}")
    }
}

/// Lists, whatever serde calls them.
macro_rules! list {
    ($($kind:ident: $name:ident),*) => {
        $(impl $kind for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn $name<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.item(value)
            }

            fn end(self) -> Result<()> {
                self.close();
                Ok(())
            }
        })*
    };
}

/// Objects with keys known before.
macro_rules! object {
    ($($kind:ident),*) => {
        $(impl $kind for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<()> {
                self.field(key, value)
            }

            fn end(self) -> Result<()> {
                self.close();
                Ok(())
            }
        })*
    };
}

list!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);
object!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    /// Keys are strings: another would be written as it is, and be no JSON.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.out.push(':');
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<()> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Serialize;

    use super::Writer;

    #[derive(Serialize)]
    enum Shape {
        Point,
        Name(String),
        Pair(u8, i64),
        Box { width: u32, note: Option<char> },
    }

    #[derive(Serialize)]
    struct Unit;

    #[derive(Serialize)]
    struct Wrapped(String);

    #[derive(Serialize)]
    struct All {
        shapes: Vec<Shape>,
        words: BTreeMap<String, bool>,
        empty: [u8; 0],
        pair: (i32, Unit),
        #[serde(rename = "type")]
        wrapped: Option<Wrapped>,
    }

    proptest! {
        #[test]
        fn it_is_what_serde_json_writes(words in prop::collection::vec(any::<String>(), 0..4), number in any::<i64>()) {
            let letter = words.first().and_then(|word| word.chars().next());
            let value = All {
                shapes: vec![
                    Shape::Point,
                    Shape::Name(words.concat()),
                    Shape::Pair(words.len() as u8, number),
                    Shape::Box { width: words.len() as u32, note: letter },
                ],
                wrapped: words.first().cloned().map(Wrapped),
                words: words.into_iter().map(|word| (word, number > 0)).collect(),
                empty: [],
                pair: (-1, Unit),
            };
            let mut line = String::new();
            value.serialize(Writer(&mut line)).unwrap();
            prop_assert_eq!(line, serde_json::to_string(&value).unwrap());
        }
    }
}
