//! Numbers in digits: grouping, decimals, and what is none of these.

use super::written::Written;
use crate::decimal::Decimal;
use crate::text::digit::decimal_digit;
use crate::text::is_invisible;

/// What a token of digits and separators says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) written: Written,
    /// Digits before the decimal point.
    pub(super) n_whole: usize,
    /// Groups were told apart by a separator.
    pub(super) grouped: bool,
    /// What follows the whole digits.
    pub(super) decimals: Decimals,
    /// It begins with a 0 that says nothing: "007".
    pub(super) padded: bool,
}

/// What follows the whole digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decimals {
    None,
    Some,
    /// Three after a lone dot, as in "1.200", which may as well be a group.
    Doubtful,
}

/// Why a token of digits is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoNumber {
    /// "192.168.1.2", "7.10.2023"
    Malformed,
    /// More than 28 digits.
    TooLarge,
}

/// How one dot before exactly three digits is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoneDot {
    /// "1.200" is one and two tenths.
    Decimal,
    /// "1.200" is twelve hundred.
    Grouping,
}

/// Reads a token of nothing but ASCII digits, as most are; `None` for others and for long ones.
pub(super) fn read_plain(text: &str) -> Option<Digits> {
    if text.len() > 18 {
        return None;
    }
    let value = text.bytes().try_fold(0_i64, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + i64::from(byte - b'0'))
    })?;
    Some(Digits {
        written: Written::whole(value),
        n_whole: text.len(),
        grouped: false,
        decimals: Decimals::None,
        padded: text.len() > 1 && text.starts_with('0'),
    })
}

/// Reads a token such as "1,139", "2.3", "12,34,567.89" or "1 234 567".
pub(super) fn read(text: &str, lone_dot: LoneDot) -> Result<Digits, NoNumber> {
    let mut digits = [0_u8; 32];
    let mut n_digits = 0;
    // Ends of groups, as counts of digits, with the separator after each.
    let mut cuts = [(0_usize, ' '); 16];
    let mut n_cuts = 0;
    for character in text.chars() {
        if let Some(value) = decimal_digit(character) {
            *digits.get_mut(n_digits).ok_or(NoNumber::TooLarge)? = value as u8;
            n_digits += 1;
        } else if !is_invisible(character) {
            *cuts.get_mut(n_cuts).ok_or(NoNumber::Malformed)? = (n_digits, fold(character));
            n_cuts += 1;
        }
    }
    let cuts = &cuts[..n_cuts];
    let n_whole = whole(cuts, n_digits, lone_dot).ok_or(NoNumber::Malformed)?;
    let value = value(&digits[..n_digits], n_digits - n_whole).ok_or(NoNumber::TooLarge)?;
    let n_groups = cuts.iter().filter(|(at, _)| *at < n_whole).count();
    let doubtful = matches!(cuts, [(1..=3, '.')]) && n_whole + 3 == n_digits && digits[0] != 0;
    let decimals = match n_whole < n_digits {
        false => Decimals::None,
        true if doubtful => Decimals::Doubtful,
        true => Decimals::Some,
    };
    Ok(Digits {
        written: Written::new(value),
        n_whole,
        grouped: n_groups > 0,
        decimals,
        padded: digits[0] == 0 && n_whole > 1,
    })
}

/// Separators by what they do: ',' '.' '\'' or ' '.
const fn fold(separator: char) -> char {
    match separator {
        ',' | '٬' => ',',
        '.' | '٫' => '.',
        '\'' | '’' => '\'',
        _ => ' ',
    }
}

/// How many digits stand before the decimal point, or `None` when the groups make no number.
fn whole(cuts: &[(usize, char)], n_digits: usize, lone_dot: LoneDot) -> Option<usize> {
    let Some(((last_at, last), earlier)) = cuts.split_last() else {
        return Some(n_digits);
    };
    let n_after = n_digits - last_at;
    if earlier.is_empty() {
        let three = n_after == 3 && *last_at <= 3 && *last_at > 0;
        return match last {
            '.' if three && lone_dot == LoneDot::Grouping => Some(n_digits),
            '.' => Some(*last_at),
            _ if three => Some(n_digits),
            ',' if n_after <= 2 => Some(*last_at),
            // "1,5000" and "2 50" are no numbers.
            _ => None,
        };
    }
    let first = earlier[0].1;
    if first == *last {
        return grouped(cuts, n_digits).then_some(n_digits);
    }
    let decimal = matches!(
        (first, last),
        (',' | '\'' | ' ', '.') | ('.' | ' ' | '\'', ',')
    );
    (decimal && grouped(earlier, *last_at)).then_some(*last_at)
}

/// True when the first `n_digits` digits stand in groups: of three throughout, or of two and at last three, as
/// in "12,34,567".
fn grouped(cuts: &[(usize, char)], n_digits: usize) -> bool {
    let same = cuts.iter().all(|(_, sign)| *sign == cuts[0].1);
    let mut ends = cuts.iter().map(|(at, _)| *at).skip(1).chain([n_digits]);
    let mut start = cuts[0].0;
    let first = start;
    let mut all_three = true;
    let mut indian = first <= 2;
    let mut left = cuts.len();
    for end in ends.by_ref() {
        let size = end - start;
        all_three &= size == 3;
        indian &= if left == 1 { size == 3 } else { size == 2 };
        left -= 1;
        start = end;
    }
    same && (1..=3).contains(&first) && (all_three || (indian && cuts[0].1 == ','))
}

fn value(digits: &[u8], n_decimals: usize) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    for digit in digits {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(*digit))?;
    }
    Decimal::try_from_i128_with_scale(mantissa, n_decimals as u32).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = read(text, LoneDot::Decimal).map(|digits| digits.written.value.to_string());
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn groups_and_decimals_are_told_apart() {
        check("1,139", "1139");
        check("12,34,567.89", "1234567.89");
        check("1,13,900", "113900");
        check("1\u{202f}234\u{202f}567.89", "1234567.89");
        check("1'200", "1200");
        check("1.111,11", "1111.11");
        check("1.200.300", "1200300");
        check("2.30", "2.30");
        check("1.200", "1.200");
        check("5,00", "5.00");
        check("٤٠", "40");
        assert_eq!(
            read("1.200", LoneDot::Grouping).map(|digits| digits.written.value),
            Ok(Decimal::from(1200))
        );
    }

    #[test]
    fn other_runs_of_digits_are_no_numbers() {
        for text in ["192.168.1.2", "7.10.2023", "1,2,3", "1,5000", "12\u{a0}50"] {
            assert_eq!(
                read(text, LoneDot::Decimal),
                Err(NoNumber::Malformed),
                "{text}"
            );
        }
        assert_eq!(
            read(&"9".repeat(40), LoneDot::Decimal),
            Err(NoNumber::TooLarge)
        );
    }
}
