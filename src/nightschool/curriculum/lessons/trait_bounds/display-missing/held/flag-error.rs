---
code: E0277
---
use std::error::Error;

/// Why a flag could not be read.
#[derive(Debug, PartialEq)]
pub struct FlagError {
    flag: String,
    line: usize,
}

impl FlagError {
    fn new(flag: &str, line: usize) -> Self {
        FlagError {
            flag: flag.to_string(),
            line,
        }
    }

    /// `line 3: flag "dark" is neither on nor off`
    pub fn message(&self) -> String {
        format!("line {}: flag {:?} is neither on nor off", self.line, self.flag)
    }
}

impl Error for FlagError {}

pub fn read_flags(text: &str) -> Result<Vec<(String, bool)>, FlagError> {
    let mut flags = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let on = match value.trim() {
            "on" => true,
            "off" => false,
            _ => return Err(FlagError::new(name.trim(), index + 1)),
        };
        flags.push((name.trim().to_string(), on));
    }
    Ok(flags)
}

/// Number of flags that are on; errors are boxed for the start-up code, which
/// prints them.
pub fn count_on(text: &str) -> Result<usize, Box<dyn Error>> {
    let flags = read_flags(text)?;
    Ok(flags.iter().filter(|(_, on)| *on).count())
}
==== fixed
use std::error::Error;
use std::fmt;

/// Why a flag could not be read.
#[derive(Debug, PartialEq)]
pub struct FlagError {
    flag: String,
    line: usize,
}

impl FlagError {
    fn new(flag: &str, line: usize) -> Self {
        FlagError {
            flag: flag.to_string(),
            line,
        }
    }

    /// `line 3: flag "dark" is neither on nor off`
    pub fn message(&self) -> String {
        format!("line {}: flag {:?} is neither on nor off", self.line, self.flag)
    }
}

impl fmt::Display for FlagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Error for FlagError {}

pub fn read_flags(text: &str) -> Result<Vec<(String, bool)>, FlagError> {
    let mut flags = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let on = match value.trim() {
            "on" => true,
            "off" => false,
            _ => return Err(FlagError::new(name.trim(), index + 1)),
        };
        flags.push((name.trim().to_string(), on));
    }
    Ok(flags)
}

/// Number of flags that are on; errors are boxed for the start-up code, which
/// prints them.
pub fn count_on(text: &str) -> Result<usize, Box<dyn Error>> {
    let flags = read_flags(text)?;
    Ok(flags.iter().filter(|(_, on)| *on).count())
}
==== tests
    #[test]
    fn counts() {
        assert_eq!(count_on("dark: on\nbeta:off\nnew : on").unwrap(), 2);
    }
    #[test]
    fn printed_message() {
        let e = count_on("a: on\n dark : maybe").unwrap_err();
        assert_eq!(e.to_string(), "line 2: flag \"dark\" is neither on nor off");
    }
    #[test]
    fn typed_error() {
        assert_eq!(read_flags("x"), Err(FlagError { flag: "x".into(), line: 1 }));
    }
