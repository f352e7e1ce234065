//! `lexicon [WORD]`: what a hedge or a vague word does to a number, and where that is known from.

use std::fmt::{self, Write as _};

use super::args::LexiconArgs;
use super::config;
use super::exit::Exit;
use super::streams::Streams;
use crate::engine::Engine;
use crate::ingest::Article;
use crate::numbers::{Kind, Value};
use crate::schema::file::suggestion;
use crate::schema::lexicon::Lexicon;
use crate::schema::lexicon::hedges::HedgeGroup;
use crate::schema::{self, Lent};

/// Numbers by which a hedge is shown: one, two and three significant digits.
const SAMPLES: [&str; 3] = ["40,000", "1,200", "1,139"];

/// Prints every word, or what one of them does.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(args: &LexiconArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let overlays = match config::overlays(&args.schema) {
        Ok(overlays) => overlays,
        Err(fault) => {
            streams.error(fault);
            return Ok(Exit::Trouble);
        }
    };
    let (schema, faults) = schema::load(&overlays);
    let exit = if faults.is_empty() {
        Exit::Clean
    } else {
        Exit::Trouble
    };
    for fault in faults {
        streams.error(fault);
    }
    let asked = args.words.join(" ").to_lowercase();
    if asked.is_empty() {
        return list(&schema.lexicon, streams).map(|()| exit);
    }
    let engine = Engine::new(schema);
    let found = explain(&engine, &asked, streams)?;
    if found {
        return Ok(exit);
    }
    let lexicon = &engine.schema.lexicon;
    let hedges = lexicon.hedges.hedges.iter().flat_map(words);
    let vague = lexicon.vague.counts.iter().flat_map(|count| &count.words);
    let known: Vec<&str> = hedges.chain(vague).map(Lent::as_str).collect();
    let near = suggestion(&asked, &known);
    // Hundreds of words are no help: without a near one the list is a command away.
    let near = if near.contains("did you mean") {
        &near
    } else {
        "; `figcheck lexicon` lists them"
    };
    streams.error(format_args!("{asked}: no hedge and no vague word{near}"));
    Ok(Exit::Trouble)
}

fn words(group: &HedgeGroup) -> impl Iterator<Item = &Lent> {
    group.before.iter().chain(&group.after).chain(&group.verbs)
}

fn list(lexicon: &Lexicon, streams: &mut Streams<'_>) -> fmt::Result {
    for group in &lexicon.hedges.hedges {
        let all: Vec<&str> = words(group).map(Lent::as_str).collect();
        let name = group.operator.name().replace('_', " ");
        writeln!(streams, "{name:10} {}", all.join(" · "))?;
    }
    for count in &lexicon.vague.counts {
        writeln!(streams, "{:10} {}", "vague", count.words.join(" · "))?;
    }
    for share in &lexicon.vague.shares {
        writeln!(streams, "{:10} {}", "share", share.words.join(" · "))?;
    }
    Ok(())
}

/// Says what `asked` does; false when it is no word of the lexicon.
fn explain(engine: &Engine, asked: &str, streams: &mut Streams<'_>) -> Result<bool, fmt::Error> {
    let mut found = false;
    let hedges = &engine.schema.lexicon.hedges;
    for group in &hedges.hedges {
        let has = |words: &[Lent]| words.iter().any(|word| word.to_lowercase() == asked);
        if !words(group).any(|word| word.to_lowercase() == asked) {
            continue;
        }
        found = true;
        let source = hedges
            .sources
            .get(&group.source)
            .map_or(&*group.source, String::as_str);
        let without = if group.excluded {
            ", without the number itself"
        } else {
            ""
        };
        writeln!(
            streams,
            "{asked}: {}{without}",
            group.operator.name().replace('_', " ")
        )?;
        writeln!(streams, "  source  {source}")?;
        for number in SAMPLES {
            let phrase = if has(&group.after) && !has(&group.before) && !has(&group.verbs) {
                format!("{number} {asked}")
            } else {
                format!("{asked} {number}")
            };
            sample(engine, &phrase, streams)?;
        }
    }
    let vague = &engine.schema.lexicon.vague;
    for count in vague
        .counts
        .iter()
        .filter(|count| count.words.iter().any(|word| word == asked))
    {
        found = true;
        let ((core_low, core_high), (low, high)) = (count.core, count.outer);
        writeln!(streams, "{asked}: vague")?;
        writeln!(streams, "  most readers      {core_low} to {core_high}")?;
        writeln!(streams, "  generous readers  {low} to {high}")?;
        if count.floor {
            writeln!(streams, "  literally         {core_low} or more")?;
        }
    }
    for share in vague
        .shares
        .iter()
        .filter(|share| share.words.iter().any(|word| word == asked))
    {
        found = true;
        writeln!(
            streams,
            "{asked}: a share above {} and up to {}",
            share.low, share.high
        )?;
    }
    Ok(found)
}

/// One number with the hedge, as it is read.
fn sample(engine: &Engine, phrase: &str, streams: &mut Streams<'_>) -> fmt::Result {
    let article = Article::new("sample", None, &format!("It was {phrase} people."));
    let reading = engine.read(&article);
    let number = reading
        .quantities
        .iter()
        .find(|quantity| quantity.kind != Kind::Guard);
    let Some(quantity) = number else {
        return Ok(());
    };
    let Value {
        core,
        support,
        literal,
        ..
    } = &quantity.value;
    writeln!(
        streams,
        "  {phrase:24} most readers {core}; generous {support}; literally {literal}"
    )
}
