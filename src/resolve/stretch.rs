//! The stretch of time over which a count is made, where it is not all of its event: "300 in the past ten days" of a war
//! is neither a day's count nor the toll so far.

use super::anchor::Anchor;
use super::mention;
use super::moment::{Moment, MomentKind};
use super::scene::Scene;
use super::{Event, Resolver, so_far};
use crate::calendar::{Date, DateRange, ToSpan};
use crate::schema::claim_type::Basis;

/// "In the last 72 hours" is a count of news, as of a day.
const NEWS_DAYS: i32 = 3;
/// What began at most so many days after a stretch began fills it: "since January" of a quake on the 3rd.
const SLACK_DAYS: i32 = 3;
/// "The past four months" may be off by an eighth of them.
const SLACK_PART: i32 = 8;
/// "Since Monday" of an event whose day is not told: it began then.
const FRESH_DAYS: i64 = 7;
/// Whoever is held, missing or homeless for so long is counted anew.
const A_YEAR: i32 = 366;
/// "This week".
const THIS_WEEK: MomentKind = MomentKind::Offset(-6, 0);

/// The days of the first stretch that a claim's clause names, open at the end where it goes on.
pub(super) fn of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    event: Option<&Event>,
    basis: Basis,
) -> Option<DateRange> {
    if basis == Basis::Rate {
        return None;
    }
    let article = scene.clock.article?;
    let so_far = basis == Basis::Cumulative || so_far::is_perfect(scene, anchor);
    let moments = mention::within(&scene.moments, anchor.clause.clone()).iter();
    // "40,000 missing in the last 20 years" are not those missing now.
    let counts = |it: &&Moment| match it.kind {
        MomentKind::Window(days) => basis != Basis::Stock || days > A_YEAR,
        _ => basis != Basis::Stock,
    };
    let mut moments = moments.filter(counts);
    let stretch = moments.find_map(|moment| {
        let all_of = (basis == Basis::Cumulative)
            .then(|| whole(scene, moment))
            .flatten();
        all_of.or_else(|| named(resolver, scene, moment, article, so_far))
    })?;
    let fills = event.is_some_and(|event| fills(event, stretch, article));
    (!fills).then_some(stretch)
}

/// "During May", "during the month of May": what is counted over all of it.
fn whole(scene: &Scene<'_>, moment: &Moment) -> Option<DateRange> {
    let months = matches!(moment.kind, MomentKind::Month(..));
    let mut before = (moment.tokens.start.saturating_sub(3)..moment.tokens.end)
        .map(|at| scene.document.token_text(at).to_lowercase());
    (months && before.any(|word| word == "during"))
        .then(|| scene.clock.days(moment.kind))
        .flatten()
}

fn named(
    resolver: &Resolver,
    scene: &Scene<'_>,
    moment: &Moment,
    article: Date,
    so_far: bool,
) -> Option<DateRange> {
    let from = |from: Date| DateRange {
        from: Some(from),
        to: None,
    };
    match moment.kind {
        kind if moment.since => {
            let days = scene.clock.days(kind)?;
            let begins = resolver.events.begins(days);
            days.from.filter(|_| !begins).map(from)
        }
        MomentKind::Window(days) if days > NEWS_DAYS => scene.clock.days(moment.kind),
        THIS_WEEK if so_far => scene.clock.days(THIS_WEEK),
        MomentKind::ThisMonth if so_far => Some(from(article.first_of_month())),
        MomentKind::ThisYear if so_far => Some(from(article.first_of_year())),
        _ => None,
    }
}

/// True when the event is not older than the stretch, which so is all of it.
fn fills(event: &Event, stretch: DateRange, article: Date) -> bool {
    let Some(from) = stretch.from else {
        return true;
    };
    let undated = !event.named && event.date.from.is_none();
    if event.is_assumed() || undated {
        let fresh = article.checked_sub(FRESH_DAYS.days());
        return stretch.to.is_none() && fresh.is_ok_and(|fresh| fresh <= from);
    }
    let n_days = stretch.to.map_or(0, |to| (to - from).get_days());
    let slack = SLACK_DAYS.max(n_days / SLACK_PART);
    let begun = event.date.from;
    let latest = begun.and_then(|day| day.checked_add(slack.days()).ok());
    latest.is_some_and(|latest| from <= latest)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The stretch of the 300 dead, in a text written on Saturday, 10 February 2024: its first day and its last.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Passive, "300", "people", "killed");
        let records = records(text, "2024-02-10", &[said]);
        let day =
            |day: Option<crate::calendar::Date>| day.map_or(String::new(), |it| it.to_string());
        let told = records[0].stretch;
        let told = told.map(|it| format!("{}/{}", day(it.from), day(it.to)));
        assert_eq!(told.as_deref().unwrap_or("-"), wanted, "{text}");
    }

    #[test]
    fn a_part_of_a_war_is_a_stretch_of_it() {
        for (text, wanted) in [
            (
                "In the past 10 days 300 people have been killed in Gaza.",
                "2024-01-31/2024-02-10",
            ),
            (
                "In the past month 300 people were killed in Gaza.",
                "2024-01-11/2024-02-10",
            ),
            (
                "Since January 300 people have been killed in Gaza.",
                "2024-01-01/",
            ),
            (
                "Some 300 people have been killed in Gaza this month.",
                "2024-02-01/",
            ),
            (
                "So far this year 300 people have been killed in Gaza.",
                "2024-01-01/",
            ),
            (
                "During January 300 people have been killed in Gaza.",
                "2024-01-01/2024-01-31",
            ),
            (
                "This week 300 people have been killed in Gaza.",
                "2024-02-04/2024-02-10",
            ),
        ] {
            check(text, wanted);
        }
    }

    #[test]
    fn what_is_all_of_its_event_or_the_news_of_a_day_is_no_stretch() {
        for text in [
            "Since Oct. 7 300 people have been killed in Gaza.",
            "Since the war began 300 people have been killed in Gaza.",
            "In the past four months 300 people have been killed in Gaza.",
            "In the past 24 hours 300 people were killed in Gaza.",
            "A quake this month in Malawi: 300 people were killed.",
            "Since Monday 300 people have been killed in floods in Malawi.",
        ] {
            check(text, "-");
        }
    }
}
