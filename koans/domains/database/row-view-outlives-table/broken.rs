pub struct Table {
    rows: Vec<(u32, String)>,
}

impl Table {
    pub fn load(dump: &str) -> Table {
        let rows = dump.lines().filter_map(|line| {
            let (id, name) = line.split_once(',')?;
            Some((id.parse().ok()?, name.to_string()))
        });
        Table { rows: rows.collect() }
    }

    pub fn newest(&self) -> Option<&str> {
        self.rows.iter().max_by_key(|(id, _)| *id).map(|(_, name)| name.as_str())
    }
}

pub fn newest_of_all(dumps: &[&str]) -> Vec<String> {
    let mut latest = Vec::new();
    for dump in dumps {
        let table = Table::load(dump);
        latest.extend(table.newest());
    }
    latest.into_iter().map(str::to_string).collect()
}
