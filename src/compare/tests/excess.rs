//! A part that is larger than its whole: seldom a contradiction.

use super::builder::{Told, attack, compared};

/// Whether the check between two figures holds; `None` when nothing is checked.
fn check(claims: &[Told]) -> Option<bool> {
    let related = compared(claims).related;
    assert_eq!(related.len(), 1);
    related[0].check.as_ref().map(|check| check.holds)
}

#[test]
fn between_two_texts_the_whole_must_be_one() {
    let soldiers = || attack("18").who("soldiers=@combatant").article("a");
    let all = |number| attack(number).article("b").sentence(1);
    assert_eq!(check(&[all("12"), soldiers()]), Some(false));
    assert_eq!(check(&[all("20"), soldiers()]), Some(true));
    let none = "one person, nobody, and some of many are no whole";
    for part in [
        all("1"),
        all("0"),
        all("12").note("others"),
        all("12").more(),
    ] {
        let related = compared(&[part, soldiers()]).related;
        assert!(related.iter().all(|it| it.check.is_none()), "{none}");
    }
    assert_eq!(
        check(&[all("12").sentence(9), soldiers()]),
        None,
        "told in passing"
    );
    let dated = all("12").who("Kenyans=KE");
    let related = compared(&[dated, soldiers()]).related;
    assert!(
        related.iter().all(|it| it.check.is_none()),
        "of one nation only"
    );
}

#[test]
fn one_text_sets_part_and_whole_side_by_side_itself() {
    let soldiers = attack("18").who("soldiers=@combatant").article("a");
    let all = attack("12").article("a").sentence(1);
    assert_eq!(
        check(&[all.clone(), soldiers.clone().sentence(4)]),
        None,
        "two numbers of one text are mostly of two things"
    );
    let part = soldiers.sentence(1).part_of(0);
    assert_eq!(check(&[all.clone(), part]), Some(false));
    let of_one = attack("18").who("soldiers=@combatant").article("a");
    let one = attack("1").article("a").sentence(1);
    assert_eq!(
        check(&[one, of_one.sentence(1).part_of(0)]),
        None,
        "nothing is a part of one"
    );
}
