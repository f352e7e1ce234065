//! Exact numbers in YAML: `12`, `0.05`, and the size of a unit, `7` or `[28, 31]`.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use crate::decimal::Decimal;

/// A number as written; never passes through float arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(transparent))]
pub struct Amount(#[cfg_attr(test, schemars(with = "serde_json::Number"))] pub Decimal);

/// How many of the type's unit one written unit is, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitSize(pub Decimal, pub Decimal);

#[cfg(test)]
impl schemars::JsonSchema for UnitSize {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "UnitSize".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "How many of the type's unit one written unit is; two numbers, least and most, where that varies.",
            "anyOf": [
                {"type": "number"},
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            ],
        })
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Amount, E> {
        Ok(Amount(value.into()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Amount, E> {
        Ok(Amount(value.into()))
    }

    /// The shortest text of a float is what was written, up to 15 digits.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Amount, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Amount, E> {
        Decimal::from_str(value)
            .map(Amount)
            .map_err(|_| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct UnitSizeVisitor;

impl<'de> Visitor<'de> for UnitSizeVisitor {
    type Value = UnitSize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or two as `[28, 31]`")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<UnitSize, E> {
        AmountVisitor
            .visit_u64(value)
            .map(|Amount(v)| UnitSize(v, v))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<UnitSize, E> {
        AmountVisitor
            .visit_f64(value)
            .map(|Amount(v)| UnitSize(v, v))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<UnitSize, E> {
        AmountVisitor
            .visit_str(value)
            .map(|Amount(v)| UnitSize(v, v))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<UnitSize, A::Error> {
        let mut next = |at| {
            let item: Option<Amount> = items.next_element()?;
            item.ok_or_else(|| de::Error::invalid_length(at, &self))
        };
        let (Amount(low), Amount(high)) = (next(0)?, next(1)?);
        match items.next_element::<Amount>()? {
            None => Ok(UnitSize(low, high)),
            Some(_) => Err(de::Error::invalid_length(3, &self)),
        }
    }
}

impl<'de> Deserialize<'de> for UnitSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UnitSizeVisitor)
    }
}
