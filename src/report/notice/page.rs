//! Remarks as a page and for a wiki.

use std::fmt;

use super::{Notice, Notices};
use crate::report::html;
use crate::report::markdown;

/// A heading a remark, its readings as a table, its words as a list.
pub(super) fn markdown(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    let escaped = markdown::escaped;
    writeln!(out, "{}\n", escaped(&notices.sum))?;
    for notice in &notices.notices {
        let code = notice.code.replace('-', " ");
        writeln!(
            out,
            "**{}**: {} `{}`\n",
            escaped(&code),
            escaped(&notice.label),
            notice.id
        )?;
        if !notice.readings.is_empty() {
            writeln!(
                out,
                "| | Where | As written | Read as | As of | Attributed to |"
            )?;
            writeln!(out, "|---|---|---|---|---|---|")?;
        }
        for told in &notice.readings {
            let cells = [
                told.side,
                &told.place,
                &told.says,
                &told.reads,
                &told.as_of,
                &told.source,
            ];
            writeln!(out, "| {} |", cells.map(escaped).join(" | "))?;
        }
        out.write_char('\n')?;
        for remark in &notice.remarks {
            writeln!(out, "- {}: {}", remark.key, escaped(&remark.text))?;
        }
        for told in notice.readings.iter().filter(|it| !it.sentence.is_empty()) {
            writeln!(
                out,
                "- {}: “{}”",
                escaped(&told.place),
                escaped(&told.sentence)
            )?;
        }
        out.write_char('\n')?;
    }
    Ok(())
}

/// One page that needs nothing else.
pub(super) fn html(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    html::bare_head(&notices.about, &notices.sum, out)?;
    out.write_str("<main>\n")?;
    for notice in &notices.notices {
        section(notice, out)?;
    }
    out.write_str("</main>\n</body>\n</html>\n")
}

fn section(notice: &Notice, out: &mut dyn fmt::Write) -> fmt::Result {
    let escaped = html::escaped;
    let class = match notice.severity.name() {
        "error" => "disagree",
        "warning" => "unclear",
        "info" => "updated",
        _ => "agree",
    };
    let id = escaped(&notice.id);
    writeln!(
        out,
        "<section class=\"figure {class}\" id=\"{id}\">\n<h2><span class=\"verdict\">{}</span> <span class=\"label\">{}</span></h2>\n\
         <p class=\"quiet\"><code>{id}</code></p>",
        escaped(&notice.code.replace('-', " ")),
        escaped(&notice.label)
    )?;
    for remark in &notice.remarks {
        writeln!(out, "<p>{}: {}</p>", remark.key, escaped(&remark.text))?;
    }
    writeln!(
        out,
        "<div class=\"scroll\"><table class=\"readings\"><caption>Readings of {}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>",
        escaped(&notice.label),
        ["", "Where", "As written", "Read as", "As of", "Who says so"]
            .map(|name| format!("<th scope=\"col\">{name}</th>"))
            .concat()
    )?;
    for told in &notice.readings {
        let cells = [&told.says, &told.reads, &told.as_of, &told.source];
        let cells = cells.map(|it| format!("<td>{}</td>", escaped(it))).concat();
        let (side, place) = (told.side, escaped(&told.place));
        writeln!(
            out,
            "<tr class=\"reading\"><td>{side}</td><th scope=\"row\">{place}</th>{cells}</tr>"
        )?;
        if !told.sentence.is_empty() {
            let sentence = escaped(&told.sentence);
            writeln!(out, "<tr><td></td><td colspan=\"5\">{sentence}</td></tr>")?;
        }
    }
    out.write_str("</tbody></table></div>\n</section>\n")
}
