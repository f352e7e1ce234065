//! Members that are told by whose they are: "the group said five of its members had died", "the group lost 12 members".

use super::Resolver;
use super::anchor::Anchor;
use super::classes::{ARMED, ARMY, LOSES, MEMBERS};
use super::mention;
use super::scene::Scene;
use super::who::{Facets, Who, tokens_of};

/// The role of those who fight.
const COMBATANT: &str = "combatant";

/// Gives members of whom nothing is said the country and role of the body that they are told to be of: the one named last
/// before "its members", or the one that lost them.
pub(super) fn belong(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor, who: &mut Who) {
    let Some(span) = who.text.filter(|_| who.facets == Facets::default()) else {
        return;
    };
    let document = scene.document;
    let words = tokens_of(document, span);
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let Some(first) = words.clone().next().filter(|_| is(words.end - 1, MEMBERS)) else {
        return;
    };
    let own = |at: &usize| matches!(document.token_text(*at), "its" | "their");
    let owned = first.checked_sub(1).filter(own);
    let lost = || {
        (anchor.sentence.start..first)
            .rev()
            .find(|at| is(*at, LOSES))
    };
    let Some(until) = owned.or_else(lost) else {
        return;
    };
    let before = anchor.sentence.start..until;
    let body = mention::within(&scene.mentions.parties, before.clone()).last();
    if let Some(body) = body {
        let party = resolver.parties.party(body.what);
        who.facets.nationality.clone_from(&party.nation);
        who.facets.role.clone_from(&party.role);
    }
    if who.facets.role.is_none() && before.clone().any(|at| is(at, ARMED | ARMY)) {
        who.facets.role = Some(COMBATANT.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::fixture::{deaths, records};
    use crate::schema::Frame;

    #[test]
    fn members_are_of_the_body_that_the_sentence_names() {
        for (text, number, trigger, role) in [
            (
                "The Red Cross said five of its members had been killed.",
                "five",
                "killed",
                Some("aid"),
            ),
            (
                "Hezbollah left behind scores of dead members and withdrew.",
                "scores",
                "dead",
                Some("combatant"),
            ),
            (
                "The rebels said six of their members were killed.",
                "six",
                "killed",
                Some("combatant"),
            ),
            (
                "Hezbollah killed six members on Monday.",
                "six",
                "killed",
                None,
            ),
            (
                "The choir said two of its members were killed.",
                "two",
                "killed",
                None,
            ),
        ] {
            let said = deaths(Frame::Passive, number, "members", trigger);
            let records = records(text, "2031-03-10", &[said]);
            let found = records[0].who.facets.role.as_deref();
            assert_eq!(found, role, "{text}");
        }
    }
}
