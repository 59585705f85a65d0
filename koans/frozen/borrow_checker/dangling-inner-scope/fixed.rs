/// Picks the log target: the last setting that is not blank, in lower case, else "stderr".
pub fn log_target(layers: &[Option<&str>]) -> String {
    let mut target = String::from("stderr");
    let mut overridden = 0;
    for layer in layers.iter().flatten() {
        let cleaned = layer.trim().to_lowercase();
        if !cleaned.is_empty() {
            target = cleaned;
            overridden += 1;
        }
    }
    match overridden {
        0 | 1 => target.to_string(),
        _ => format!("{target} (set {overridden} times)"),
    }
}
