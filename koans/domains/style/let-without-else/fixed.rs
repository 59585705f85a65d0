#[derive(Debug, PartialEq)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
}

pub fn parse(text: &str) -> Option<Version> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let Some((major, rest)) = text.split_once('.') else {
        return Some(Version { major: text.parse().ok()?, minor: 0 });
    };
    let minor = rest.split('.').next()?;
    Some(Version { major: major.parse().ok()?, minor: minor.parse().ok()? })
}

pub fn compatible(have: &str, want: &str) -> bool {
    match (parse(have), parse(want)) {
        (Some(have), Some(want)) => have.major == want.major && have.minor >= want.minor,
        _ => false,
    }
}
