//! Text made harmless for a page.

/// Text with no sign that HTML reads, in a text or between double quotes. Right-to-left words keep to themselves by the
/// style of the page.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_write_html() {
        assert_eq!(
            escaped("<img src=x onerror=\"a('b')\"> & c"),
            "&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; c"
        );
    }
}
