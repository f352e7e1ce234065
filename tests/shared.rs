//! The five seed articles, which stand beside the repository and not in it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// `../shared`, from here or from the folder above.
fn shared() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = root
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("shared"))
        .find(|path| path.is_dir());
    found.expect("../shared stands beside the repository")
}

/// `figcheck diff -f json` over the seeds, as text.
fn seeds(flags: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .arg("diff")
        .arg(shared().join("seeds"))
        .args(["-f", "json", "--exit-zero"])
        .args(flags)
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn the_seeds_are_read() {
    let output: serde_json::Value = serde_json::from_str(&seeds(&[])).unwrap();
    assert_eq!(output["articles"].as_array().map(Vec::len), Some(5));
}
