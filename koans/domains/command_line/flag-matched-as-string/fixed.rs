#[derive(Debug, Default, PartialEq)]
pub struct Options {
    pub verbose: u8,
    pub color: bool,
    pub files: Vec<String>,
}

pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    for arg in args {
        match arg.as_str() {
            "-v" | "--verbose" => options.verbose += 1,
            "--color" => options.color = true,
            flag if flag.starts_with('-') => return Err(format!("unknown flag {flag}")),
            file => options.files.push(file.to_string()),
        }
    }
    Ok(options)
}
