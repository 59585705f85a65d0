//! The program of docs/tutorial-night.md: it does not compile.

/// Names in order, each once.
pub fn guests(said: &[&str]) -> Vec<String> {
    let names = Vec::new();
    for name in said {
        if !names.contains(&name.to_string()) {
            names.push(name.to_string());
        }
    }
    names.sort();
    names
}
