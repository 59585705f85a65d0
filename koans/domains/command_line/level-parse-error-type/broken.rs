use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Error,
    Warn,
    Info,
}

impl FromStr for Level {
    fn from_str(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "error" | "e" => Ok(Level::Error),
            "warn" | "w" => Ok(Level::Warn),
            "info" | "i" => Ok(Level::Info),
            other => Err(format!("no level {other}")),
        }
    }
}

pub fn loudest(flags: &[&str]) -> Option<Level> {
    flags.iter().filter_map(|flag| flag.strip_prefix("--log=")).filter_map(|level| Level::from_str(level).ok()).max()
}
