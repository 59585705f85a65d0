fn numbers(text: &str) -> impl Iterator<Item = u32> + use<> {
    let parsed: Vec<u32> = text.split(',').filter_map(|part| part.trim().parse().ok()).collect();
    parsed.into_iter()
}

pub fn without_comments(lines: &[&str]) -> impl Iterator<Item = u32> + use<> {
    let kept: Vec<&str> = lines.iter().filter(|line| !line.starts_with('#')).copied().collect();
    let joined = kept.join(",");
    numbers(&joined)
}

pub fn checksum(lines: &[&str]) -> u32 {
    without_comments(lines).enumerate().map(|(at, number)| (at as u32 + 1) * number).sum()
}
