//! Forms of English words: plurals of nouns, forms of verbs. Spelling rules after any school grammar; what they do not
//! make stands in `lexicon/irregular.yaml`.

use super::Lent;
use super::lexicon::Irregular;

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "kill"
    Base,
    /// "kills"
    Third,
    /// "slew": past only
    Past,
    /// "slain": past participle only
    Participle,
    /// "killed": past or past participle
    PastOrParticiple,
    /// "killing"
    Ing,
}

/// A form of a word: what it keeps, a letter that is doubled, and its ending.
pub type Pieces<'w> = [&'w str; 3];

/// All forms of a verb, each once, with what they are.
pub fn verb_forms(lemma: &str, irregular: &Irregular) -> Vec<(String, Form)> {
    let forms = verb_pieces(lemma, irregular);
    forms.map(|(form, kind)| (form.concat(), kind)).collect()
}

/// The same in pieces: start-up puts thousands of them into one text.
pub fn verb_pieces<'w>(
    lemma: &'w str,
    irregular: &'w Irregular,
) -> impl DoubleEndedIterator<Item = (Pieces<'w>, Form)> {
    let whole = |form: &'w str| [form, "", ""];
    let doubled = doubles(lemma, irregular);
    let (past, participle) = match irregular.verbs.get(lemma) {
        Some([past, participle]) if past == participle => {
            ((whole(past), Form::PastOrParticiple), None)
        }
        Some([past, participle]) => (
            (whole(past), Form::Past),
            Some((whole(participle), Form::Participle)),
        ),
        None => (
            (with_ending(lemma, "ed", doubled), Form::PastOrParticiple),
            None,
        ),
    };
    let [stem, s] = before_s(lemma);
    let forms = [
        Some((whole(lemma), Form::Base)),
        Some(([stem, "", s], Form::Third)),
        Some((with_ending(lemma, "ing", doubled), Form::Ing)),
        Some(past),
        participle,
    ];
    forms.into_iter().flatten()
}

/// The plurals of a noun; the last word of a compound is inflected. Usually one, sometimes two ("people", "persons").
pub fn plurals(noun: &str, irregular: &Irregular) -> Vec<Lent> {
    if let Some(forms) = irregular.plurals.get(noun) {
        return forms.clone();
    }
    let split = noun.rfind(['-', ' ']).map_or(0, |at| at + 1);
    let (head, last) = noun.split_at(split);
    if let Some(forms) = irregular.plurals.get(last) {
        return forms
            .iter()
            .map(|form| [head, form].concat().into())
            .collect();
    }
    if last.ends_with("man") && !irregular.regular_man.iter().any(|word| word == last) {
        return vec![[head, &last[..last.len() - 3], "men"].concat().into()];
    }
    let [stem, ending] = before_s(last);
    vec![[head, stem, ending].concat().into()]
}

/// What the word keeps before -s, -es or -ies, and which it is.
fn before_s(word: &str) -> [&str; 2] {
    if let Some(stem) = consonant_y(word) {
        return [stem, "ies"];
    }
    let hisses = matches!(
        word.as_bytes(),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h']
    );
    if hisses || matches!(word, "go" | "do" | "veto" | "echo") {
        [word, "es"]
    } else {
        [word, "s"]
    }
}

/// -ed or -ing, with the changes of spelling before it.
fn with_ending<'w>(word: &'w str, ending: &'w str, doubled: bool) -> Pieces<'w> {
    if ending == "ed" {
        if let Some(stem) = consonant_y(word) {
            return [stem, "", "ied"];
        }
        if word.ends_with('e') {
            return [word, "", "d"];
        }
    } else if let Some(stem) = word.strip_suffix("ie") {
        return [stem, "", "ying"];
    } else if let Some(stem) = word
        .strip_suffix('e')
        .filter(|stem| !stem.ends_with(['e', 'o', 'y']))
    {
        return [stem, "", ending];
    }
    let last = word.char_indices().next_back().filter(|_| doubled);
    [word, last.map_or("", |(at, _)| &word[at..]), ending]
}

/// The word without its -y when a consonant stands before it.
fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.is_empty() && !stem.ends_with(is_vowel)).then_some(stem)
}

/// One syllable ending in consonant, vowel, consonant ("rob", "stop"), or listed.
fn doubles(word: &str, irregular: &Irregular) -> bool {
    if irregular.doubling.iter().any(|listed| listed == word) {
        return true;
    }
    let mut letters = word.chars().rev();
    let (Some(last), Some(vowel), Some(_)) =
        (letters.next(), letters.next(), letters.clone().next())
    else {
        return false;
    };
    let short = !letters.any(is_vowel);
    short && is_vowel(vowel) && !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn irregular() -> Irregular {
        super::super::Lexicon::built_in().unwrap().irregular
    }

    #[test]
    fn verbs_take_their_usual_forms() {
        let check = |lemma: &str, expected: &str| {
            let forms: Vec<String> = verb_forms(lemma, &irregular())
                .into_iter()
                .map(|(form, _)| form)
                .collect();
            assert_eq!(forms.join(" "), expected);
        };
        check("kill", "kill kills killing killed");
        check("injure", "injure injures injuring injured");
        check("die", "die dies dying died");
        check("free", "free frees freeing freed");
        check("stab", "stab stabs stabbing stabbed");
        check("kidnap", "kidnap kidnaps kidnapping kidnapped");
        check("bury", "bury buries burying buried");
        check("shoot", "shoot shoots shooting shot");
        check("take", "take takes taking took taken");
        check("wound", "wound wounds wounding wounded");
        check("murder", "murder murders murdering murdered");
        check("hit", "hit hits hitting hit");
    }

    #[test]
    fn nouns_take_their_usual_plurals() {
        let check = |noun: &str, expected: &str| {
            assert_eq!(plurals(noun, &irregular()).join(" "), expected);
        };
        check("death", "deaths");
        check("fatality", "fatalities");
        check("policeman", "policemen");
        check("person", "people persons");
        check("missing person", "missing people missing persons");
        check("human", "humans");
        check("crash", "crashes");
    }
}
