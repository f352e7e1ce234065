//! What part a word can play in a clause: closed classes, common verbs and counted nouns, one table row a word.

use crate::schema::Lent;
use crate::schema::inflect::{Form, plurals, verb_forms};
use crate::schema::lexicon::Lexicon;
use crate::text::{PhraseTable, Token, Vocabulary, WordId};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

macro_rules! classes {
    ($($name:ident = $bit:expr),* $(,)?) => {
        impl Classes { $(pub(super) const $name: Self = Self(1 << $bit);)* }
    };
}

classes! {
    BE = 0, HAVE = 1, GET = 2, MODAL = 3, DO = 4, NEGATION = 5, DETERMINER = 6, PREPOSITION = 7, CONJUNCTION = 8,
    CONTRAST = 9, SUBORDINATOR = 10, RELATIVE = 11, INCLUSION = 12, PRONOUN = 13, OTHER = 14, ADVERB = 15,
    LINKING = 16, COLLECTIVE = 17, FINITE = 18, ING = 19, PARTICIPLE = 20, LEVEL = 21, SINGULAR = 22, PLURAL = 23,
    ARTICLE = 24, OF = 25, BY = 26, TO = 27, FROM = 28, LEAVES = 29, TO_LEVEL = 30, NOMINATIVE = 31,
    ROLL = 32, RISES = 33, FLOATING = 34, ADJUNCT = 35, KEPT_IN = 36, UNHARMED = 37, KIN = 38, AREA = 39, DEFINITE = 40, SAYS = 41,
    MEMBER = 42, ADJECTIVAL = 43, ANOTHER = 44, PARENT = 45, DATELINE = 46, MANNER = 47,
    FILLER = 48,
}

impl Classes {
    /// Any auxiliary.
    pub(super) const AUXILIARY: Self =
        Self(Self::BE.0 | Self::HAVE.0 | Self::GET.0 | Self::MODAL.0 | Self::DO.0);
    /// What tells of more than those who were spoken of.
    pub(super) const BESIDES: Self = Self(Self::OTHER.0 | Self::ANOTHER.0);
    /// What ends a noun phrase on its right.
    pub(super) const ENDS_PHRASE: Self = Self(
        Self::AUXILIARY.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::CONTRAST.0
            | Self::SUBORDINATOR.0
            | Self::RELATIVE.0
            | Self::PRONOUN.0
            | Self::NEGATION.0,
    );
    /// What begins another clause.
    pub(super) const BEGINS_CLAUSE: Self =
        Self(Self::CONTRAST.0 | Self::SUBORDINATOR.0 | Self::RELATIVE.0);

    /// True when the two share a class.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A counted noun's class, as a small number: see [`Words::class_number`].
pub(super) type NounClass = u8;

/// Classes of every known word.
#[derive(Debug)]
pub(super) struct Words {
    classes: Vec<Classes>,
    nouns: Vec<Option<NounClass>>,
    roles: Vec<Option<NounClass>>,
    joiners: PhraseTable<()>,
    against: PhraseTable<()>,
    except: PhraseTable<()>,
    person: Option<NounClass>,
    class_names: Vec<String>,
}

impl Words {
    /// Compiles grammar and noun lists.
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Self {
            classes: Vec::new(),
            nouns: Vec::new(),
            roles: Vec::new(),
            joiners: PhraseTable::default(),
            against: PhraseTable::default(),
            except: PhraseTable::default(),
            person: None,
            class_names: Vec::new(),
        };
        words.add_closed_classes(lexicon, vocabulary);
        words.add_verbs(lexicon, vocabulary);
        words.add_nouns(lexicon, vocabulary);
        words.person = words.class_number("person");
        let grammar = &lexicon.grammar;
        for (phrases, table) in [
            (&grammar.joiners, &mut words.joiners),
            (&grammar.against, &mut words.against),
            (&grammar.except, &mut words.except),
        ] {
            for phrase in phrases {
                table.insert(vocabulary, phrase, ());
            }
        }
        words
    }

    /// The classes of a word; none for a word no list knows.
    pub(super) fn classes(&self, word: WordId) -> Classes {
        self.classes.get(word.index()).copied().unwrap_or_default()
    }

    /// False for a sentence that names no one without a number: "a policeman" is an article and a singular after it.
    pub(super) fn may_name_one(&self, tokens: &[Token]) -> bool {
        let is = |token: &Token, class| self.classes(token.word).any(class);
        let opens = |token: &Token| is(token, Classes::ARTICLE) || is(token, Classes::ANOTHER);
        tokens.iter().position(opens).is_some_and(|at| {
            tokens[at..].iter().any(|token| {
                is(token, Classes::SINGULAR) && !is(token, Classes::COLLECTIVE)
                    || is(token, Classes::ANOTHER)
            })
        })
    }

    /// The class of a counted noun, singular or plural.
    pub(super) fn noun(&self, word: WordId) -> Option<NounClass> {
        self.nouns.get(word.index()).copied().flatten()
    }

    /// The role or age of the person a noun names (`combatant`, `child`), numbered like a class.
    pub(super) fn role(&self, word: WordId) -> Option<NounClass> {
        self.roles.get(word.index()).copied().flatten()
    }

    /// The class of nouns for people.
    pub(super) const fn person(&self) -> Option<NounClass> {
        self.person
    }

    /// Phrases that join members of a list: "as well as".
    pub(super) const fn joiners(&self) -> &PhraseTable<()> {
        &self.joiners
    }

    /// Phrases before a number that does not hold: "not", "rather than".
    pub(super) const fn against(&self) -> &PhraseTable<()> {
        &self.against
    }

    /// Phrases that open who is left out: "except for".
    pub(super) const fn except(&self) -> &PhraseTable<()> {
        &self.except
    }

    /// The number of a noun class, role or age by its name in `nouns.yaml`.
    pub(super) fn class_number(&self, name: &str) -> Option<NounClass> {
        self.class_names
            .iter()
            .position(|class| class == name)
            .map(|at| at as NounClass)
    }

    fn add_closed_classes(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let grammar = &lexicon.grammar;
        let weekdays = lexicon.calendar.weekdays.concat();
        let lists: [(&[Lent], Classes); 38] = [
            (&grammar.be, Classes::BE),
            (&grammar.have, Classes::HAVE),
            (&grammar.get, Classes::GET),
            (&grammar.modal, Classes::MODAL),
            (&grammar.do_, Classes::DO),
            (&grammar.negation, Classes::NEGATION),
            (&grammar.determiner, Classes::DETERMINER),
            (&grammar.definite, Classes::DEFINITE),
            (&grammar.preposition, Classes::PREPOSITION),
            (&grammar.adjunct, Classes::ADJUNCT),
            (&grammar.kept_in, Classes::KEPT_IN),
            (&grammar.unharmed, Classes::UNHARMED),
            (&grammar.conjunction, Classes::CONJUNCTION),
            (&grammar.contrast, Classes::CONTRAST),
            (&grammar.subordinator, Classes::SUBORDINATOR),
            (&grammar.relative, Classes::RELATIVE),
            (&grammar.inclusion, Classes::INCLUSION),
            (&grammar.pronoun, Classes::PRONOUN),
            (&grammar.other, Classes::OTHER),
            (&grammar.adverb, Classes::ADVERB),
            (&grammar.linking, Classes::LINKING),
            (&grammar.collective, Classes::COLLECTIVE),
            (&grammar.nominative, Classes::NOMINATIVE),
            (&grammar.leaves, Classes::LEAVES),
            (&grammar.to_level, Classes::TO_LEVEL),
            (&grammar.roll, Classes::ROLL),
            (&grammar.manner, Classes::MANNER),
            (&grammar.floating, Classes::FLOATING),
            (&grammar.kin, Classes::KIN),
            (&grammar.areas, Classes::AREA),
            (&lexicon.speech.finite, Classes::SAYS),
            (&grammar.members, Classes::MEMBER),
            (&grammar.filler, Classes::FILLER),
            (&grammar.adjectival, Classes::ADJECTIVAL),
            (&grammar.another, Classes::ANOTHER),
            (&grammar.parents, Classes::PARENT),
            (&lexicon.speech.agencies, Classes::DATELINE),
            (&weekdays, Classes::DATELINE),
        ];
        for (list, class) in lists {
            for word in list {
                self.add(vocabulary.intern(word), class);
            }
        }
        for (word, class) in [
            ("a", Classes::ARTICLE),
            ("an", Classes::ARTICLE),
            ("of", Classes::OF),
            ("by", Classes::BY),
            ("to", Classes::TO),
            ("from", Classes::FROM),
        ] {
            self.add(vocabulary.intern(word), class);
        }
    }

    fn add_verbs(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let lists = [
            (&lexicon.grammar.verbs, Classes::default()),
            (&lexicon.grammar.level, Classes::LEVEL),
            (&lexicon.grammar.rises, Classes::RISES),
        ];
        for (lemmas, extra) in lists {
            for lemma in lemmas {
                for (word, form) in verb_forms(lemma, &lexicon.irregular) {
                    let id = vocabulary.intern(&word);
                    let noun = matches!(form, Form::Base | Form::Third)
                        && lexicon.grammar.noun_verbs.contains(lemma);
                    if !noun {
                        self.add(id, form_class(form));
                    }
                    self.add(id, extra);
                }
            }
        }
    }

    fn add_nouns(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        for group in &lexicon.nouns.groups {
            let class = self.number_of(&group.class);
            let role = group.role.as_ref().or(group.age_sex.as_ref());
            let role = role.map(|name| self.number_of(name));
            for noun in &group.words {
                self.add_noun(vocabulary.intern(noun), class, role, Classes::SINGULAR);
                for plural in plurals(noun, &lexicon.irregular) {
                    self.add_noun(vocabulary.intern(&plural), class, role, Classes::PLURAL);
                }
            }
        }
    }

    /// The number of a class, role or age, new ones at the end.
    fn number_of(&mut self, name: &str) -> NounClass {
        self.class_number(name).unwrap_or_else(|| {
            self.class_names.push(name.to_owned());
            (self.class_names.len() - 1) as NounClass
        })
    }

    fn add_noun(
        &mut self,
        word: WordId,
        class: NounClass,
        role: Option<NounClass>,
        number: Classes,
    ) {
        self.add(word, number);
        let at = word.index();
        if self.nouns.len() <= at {
            self.nouns.resize(at + 1, None);
            self.roles.resize(at + 1, None);
        }
        if self.nouns[at].is_none() {
            self.nouns[at] = Some(class);
            self.roles[at] = role;
        }
    }

    fn add(&mut self, word: WordId, class: Classes) {
        if self.classes.len() <= word.index() {
            self.classes.resize(word.index() + 1, Classes::default());
        }
        self.classes[word.index()].add(class);
    }
}

/// What a verb form does in a clause.
fn form_class(form: Form) -> Classes {
    match form {
        Form::Base | Form::Third | Form::Past => Classes::FINITE,
        Form::Participle => Classes::PARTICIPLE,
        Form::PastOrParticiple => Classes(Classes::FINITE.0 | Classes::PARTICIPLE.0),
        Form::Ing => Classes::ING,
    }
}
