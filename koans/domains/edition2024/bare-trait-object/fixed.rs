use std::collections::BTreeMap;

pub trait Plugin {
    fn apply(&self, line: &str) -> String;
}

pub struct Upper;

impl Plugin for Upper {
    fn apply(&self, line: &str) -> String {
        line.to_uppercase()
    }
}

pub struct Quote(pub char);

impl Plugin for Quote {
    fn apply(&self, line: &str) -> String {
        format!("{0}{line}{0}", self.0)
    }
}

pub fn run(plugins: &BTreeMap<u8, Box<dyn Plugin>>, line: &str) -> String {
    plugins.values().fold(line.to_string(), |text, plugin| plugin.apply(&text))
}
