//! Whether two claims of one figure are so surely about the same that the number of one may be written for that of the
//! other. A figure takes in what may be one; a number is written only where nothing speaks against it.

use crate::claims::Claim;
use crate::compare::{Figure, Verdict};
use crate::report::{View, clean};
use crate::resolve::{Evidence, Record};

/// Why the number of the claim at `theirs` is not to be written for that at `ours`, in words that go on after "nothing is
/// suggested: "; `None` where it may be.
pub(super) fn objection(view: &View<'_>, ours: usize, theirs: usize) -> Option<String> {
    let (our, their) = (view.record(ours), view.record(theirs));
    let of_others = || {
        let differ = our.who.facets != their.who.facets
            || is_part(&our.claim) != is_part(&their.claim)
            || our.claim.modality != their.claim.modality;
        differ.then(|| "the two may not count the same people".to_owned())
    };
    let denied = || {
        (our.claim.polarity != their.claim.polarity).then(|| "one of the two is denied".to_owned())
    };
    denied()
        .or_else(|| of_other_place(our, their))
        .or_else(of_others)
}

/// That two claims are of two places, in words.
pub(super) fn of_other_place(ours: &Record, theirs: &Record) -> Option<String> {
    let (here, there) = (place(ours)?, place(theirs)?);
    (here.0 != there.0).then(|| {
        format!(
            "the draft's number is of {}, that one of {}",
            clean(here.1),
            clean(there.1)
        )
    })
}

/// True when somebody is named for the claim at `ours`, and none of `theirs`, which have one number, names the same.
pub(super) fn speakers_differ(view: &View<'_>, ours: usize, theirs: &[usize]) -> bool {
    let names = |at: usize| {
        let record = view.record(at);
        let said = record.source.text?.slice(view.text(at));
        Some((record.source.family.clone(), said.to_lowercase()))
    };
    let Some((family, said)) = names(ours) else {
        return false;
    };
    let is_same = |at: &usize| {
        names(*at).is_some_and(|(other, words)| {
            let one_family = family.is_some() && family == other;
            one_family || words.contains(&said) || said.contains(&words)
        })
    };
    !theirs.iter().any(is_same)
}

/// The claim of the sources that gives the number in the mouth of somebody else than the draft does: who is named there, a
/// body with a name of its own, is named by none of them. "Officials" may be anybody.
pub(super) fn misattributed(view: &View<'_>, ours: usize, theirs: &[usize]) -> Option<usize> {
    let said = |at: usize| {
        let record = view.record(at);
        record.source.text.map(|it| it.slice(view.text(at)))
    };
    let has_name = |words: &str| {
        let words = words.split_whitespace().skip(1);
        words
            .filter(|it| it.starts_with(char::is_uppercase))
            .count()
            > 0
    };
    said(ours).filter(|it| has_name(it))?;
    let outlet = |at: usize| {
        view.input
            .articles
            .get(view.record(at).article)?
            .source
            .as_deref()
    };
    let words = |it: &str| -> Vec<String> {
        let words = it.split(|it: char| !it.is_alphanumeric());
        words
            .filter(|it| it.len() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let own = words(said(ours)?);
    let shares =
        |it: Option<&str>| it.is_some_and(|it| words(it).iter().any(|it| own.contains(it)));
    let family = |at: usize| view.record(at).source.family.as_ref();
    let is_same = |at: &usize| {
        shares(said(*at))
            || shares(outlet(*at))
            || family(ours).is_some() && family(ours) == family(*at)
    };
    let is_told = theirs.iter().any(is_same);
    let mut named = theirs.iter().copied().filter(|at| said(*at).is_some());
    named.next().filter(|_| !is_told)
}

/// The claims of the sources that contradict those at `holding`, or leave it unclear what holds: the worst pair first.
pub(super) fn rival(figure: &Figure, holding: &[usize], others: &[usize]) -> Option<usize> {
    let of = |at: usize| figure.variants.get(at).map_or(&[][..], |it| &it.claims[..]);
    let within = |variant: usize, claims: &[usize]| {
        let mut own = of(variant).iter();
        own.find(|it| claims.contains(it)).copied()
    };
    let disputes =
        |it: &&crate::compare::Pair| matches!(it.verdict, Verdict::Disagree | Verdict::Unclear);
    let pairs = figure.pairs.iter().filter(disputes);
    let rivals = pairs.filter_map(|pair| {
        let found = |(a, b): (usize, usize)| within(a, holding).and(within(b, others));
        let rival = found((pair.a, pair.b)).or_else(|| found((pair.b, pair.a)))?;
        Some((pair.verdict, rival))
    });
    rivals.min().map(|(_, rival)| rival)
}

/// Where a claim says that it holds, by id and by name; the place of its event where it says no other.
pub(super) fn place(record: &Record) -> Option<(&str, &str)> {
    let own = record.place.as_ref();
    let named = own.filter(|it| it.evidence < Evidence::Article);
    let named = named.map(|it| (&*it.id, &*it.name));
    let of_event = || {
        let event = record.event.as_ref()?;
        Some((event.place.as_deref()?, &*event.label))
    };
    named
        .or_else(of_event)
        .or_else(|| own.map(|it| (&*it.id, &*it.name)))
}

/// True of a claim that counts a part of another one of its text, or some of those concerned.
pub(super) fn is_part(claim: &Claim) -> bool {
    let some = ["others", "of-a-group", "some-of-those"];
    claim.part_of.is_some() || claim.notes.iter().any(|it| some.contains(it))
}
