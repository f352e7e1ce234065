//! The word lists compiled: units, currencies, the calendar, guards and nouns.

use super::compile::strings;
use super::words::{Dimension, Mark, MoneyWord, UnitRow, Words};
use crate::schema::lexicon::units::UnitWords;
use crate::schema::{Lexicon, inflect};
use crate::text::Vocabulary;

impl Words {
    pub(super) fn add_unit(
        &mut self,
        vocabulary: &mut Vocabulary,
        unit: &UnitWords,
        dimension: Dimension,
    ) -> usize {
        let at = self.units.len();
        self.units.push(UnitRow {
            name: unit.given_in.as_deref().unwrap_or(&unit.name).into(),
            dimension,
            times: unit.times,
            size: unit.size,
            base: unit.base.as_deref().map(Into::into),
        });
        for words in &unit.words {
            self.units_by_word.insert(vocabulary, words, at);
            if dimension == Dimension::Duration {
                self.mark(vocabulary, [words.as_str()], Mark::Duration);
                if words == "century" || words == "centuries" {
                    self.mark(vocabulary, [words.as_str()], Mark::Century);
                }
            }
        }
        for words in &unit.before {
            self.units_before.insert(vocabulary, words, at);
        }
        for sign in &unit.signs {
            if unit.touching {
                self.touching.insert(sign.as_str().into());
            }
            self.unit_signs.insert(sign.as_str().into(), at);
            self.mark_sign(vocabulary, sign, Mark::UnitSign);
        }
        at
    }

    /// Marks the first token of a sign: its letters, or its first mark.
    fn mark_sign(&mut self, vocabulary: &mut Vocabulary, sign: &str, mark: Mark) {
        let letters = sign
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(sign.len());
        let mark_width = sign.chars().next().map_or(0, char::len_utf8);
        let first = sign[..letters.max(mark_width)].to_lowercase();
        self.mark(vocabulary, [first.as_str()], mark);
    }

    pub(super) fn add_units(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let lists = [
            (&lexicon.units.durations, Dimension::Duration),
            (&lexicon.units.percent, Dimension::Percent),
            (&lexicon.units.measures, Dimension::Measure),
        ];
        for (list, dimension) in lists {
            for unit in list {
                let at = self.add_unit(vocabulary, unit, dimension);
                if dimension == Dimension::Duration {
                    // "a year", "an hour": a length without a number word.
                    self.mark(vocabulary, [unit.name.as_str()], Mark::Numeric);
                    let long = lexicon
                        .units
                        .long
                        .iter()
                        .filter(|(_, name)| **name == unit.name);
                    for (word, _) in long {
                        self.long.insert(vocabulary, word, at);
                        self.mark_first(vocabulary, word);
                    }
                }
            }
        }
    }

    pub(super) fn add_currencies(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        for currency in &lexicon.currencies.currencies {
            let at = self.units.len();
            self.units.push(UnitRow {
                name: currency.name.as_str().into(),
                dimension: Dimension::Money,
                times: None,
                size: None,
                base: None,
            });
            for sign in &currency.signs {
                self.money_signs.insert(sign.as_str().into(), at);
                self.mark_sign(vocabulary, sign, Mark::MoneySign);
            }
            self.mark(vocabulary, [currency.name.as_str()], Mark::MoneySign);
            self.money_signs
                .insert(currency.name.to_uppercase().into(), at);
            for (list, careful) in [(&currency.words, false), (&currency.careful, true)] {
                for words in list {
                    let unit = MoneyWord { unit: at, careful };
                    self.money_by_word.insert(vocabulary, words, unit);
                    if words == "penny" {
                        self.mark(vocabulary, [words.as_str()], Mark::Numeric);
                    }
                }
            }
            if currency.name.len() == 3 {
                let code = MoneyWord {
                    unit: at,
                    careful: false,
                };
                self.money_by_word.insert(vocabulary, &currency.name, code);
            }
        }
    }

    pub(super) fn add_calendar(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let calendar = &lexicon.calendar;
        for (month, names) in (1..).zip(&calendar.months) {
            for name in names {
                self.edit(vocabulary, name).month = month;
            }
        }
        for (day, names) in (1..).zip(&calendar.weekdays) {
            for name in names {
                self.edit(vocabulary, name).weekday = day;
            }
        }
        let windows = calendar.windows.keys().map(String::as_str);
        self.mark(vocabulary, windows, Mark::Window);
        self.mark(vocabulary, strings(&calendar.ago), Mark::Ago);
        self.mark(vocabulary, strings(&calendar.day_parts), Mark::DayPart);
        self.mark(
            vocabulary,
            strings(&calendar.clock_before),
            Mark::ClockBefore,
        );
        self.mark(vocabulary, strings(&calendar.into_month), Mark::IntoMonth);
        self.mark(
            vocabulary,
            strings(&calendar.doubtful_months),
            Mark::DoubtfulMonth,
        );
    }

    pub(super) fn add_guards(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let guards = &lexicon.guards;
        let lists = [
            (&guards.references, Mark::Reference),
            (&guards.named_references, Mark::NamedReference),
            (&guards.ranks, Mark::Rank),
            (&guards.streets, Mark::Street),
            (&guards.roads, Mark::Road),
            (&guards.blocks, Mark::Block),
            (&guards.scores, Mark::Score),
            (&guards.changes, Mark::Change),
            (&guards.aged, Mark::Aged),
            (&guards.old, Mark::Old),
            (&guards.lengths, Mark::Length),
            (&guards.whole, Mark::Whole),
            (&guards.markers, Mark::Marker),
            (&guards.phones, Mark::Phone),
            (&guards.prefixes, Mark::Prefix),
            (&guards.persons, Mark::He),
            (&guards.places_before, Mark::PlaceBefore),
        ];
        for (list, mark) in lists {
            self.mark(vocabulary, strings(list), mark);
        }
        for group in &guards.phrases {
            for phrase in &group.words {
                self.idioms.insert(vocabulary, phrase, group.reason);
                self.mark(
                    vocabulary,
                    phrase.split([' ', '-']).next(),
                    Mark::IdiomStart,
                );
            }
        }
        for group in &lexicon.nouns.groups {
            for noun in &group.words {
                let plurals = inflect::plurals(noun, &lexicon.irregular);
                for form in plurals.into_iter().chain([noun.clone()]) {
                    self.mark(vocabulary, [form.as_str()], Mark::Noun);
                    if group.class == "person" {
                        self.mark(vocabulary, [form.as_str()], Mark::Person);
                    }
                }
            }
        }
    }

    pub(super) fn add_grammar(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let grammar = &lexicon.grammar;
        let lists = [
            &grammar.be,
            &grammar.have,
            &grammar.modal,
            &grammar.do_,
            &grammar.preposition,
            &grammar.conjunction,
            &grammar.contrast,
            &grammar.subordinator,
            &grammar.relative,
            &grammar.pronoun,
        ];
        for list in lists {
            self.mark(vocabulary, strings(list), Mark::Function);
        }
        for list in [&grammar.be, &grammar.have] {
            self.mark(vocabulary, strings(list), Mark::Auxiliary);
        }
        self.mark(vocabulary, strings(&grammar.be), Mark::Be);
    }
}
