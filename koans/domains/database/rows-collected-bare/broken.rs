#[derive(Debug, PartialEq)]
pub struct Reading {
    pub station: String,
    pub celsius: f32,
}

fn parse_row(line: &str) -> Result<Reading, String> {
    let (station, value) = line.split_once(';').ok_or_else(|| format!("no column in {line:?}"))?;
    let celsius = value.trim().parse().map_err(|_| format!("no number in {line:?}"))?;
    Ok(Reading { station: station.to_string(), celsius })
}

pub fn import(dump: &str) -> Result<Vec<Reading>, String> {
    let readings: Vec<Reading> = dump.lines().filter(|line| !line.is_empty()).map(parse_row).collect();
    Ok(readings)
}

pub fn warmest(dump: &str) -> Result<Option<String>, String> {
    let readings = import(dump)?;
    Ok(readings.into_iter().max_by(|a, b| a.celsius.total_cmp(&b.celsius)).map(|reading| reading.station))
}
