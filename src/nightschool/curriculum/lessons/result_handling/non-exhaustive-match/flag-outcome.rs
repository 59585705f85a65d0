---
code: E0004
---
#[derive(Debug, PartialEq)]
pub enum ArgError {
    UnknownFlag(String),
    MissingValue(String),
    Conflict { first: String, second: String },
}

#[derive(Debug, Default, PartialEq)]
pub struct Options {
    pub quiet: bool,
    pub verbose: bool,
    pub output: Option<String>,
}

pub fn parse(args: &[&str]) -> Result<Options, ArgError> {
    let mut options = Options::default();
    let mut rest = args.iter();
    while let Some(&arg) = rest.next() {
        match arg {
            "-q" => options.quiet = true,
            "-v" => options.verbose = true,
            "-o" => match rest.next() {
                Some(path) => options.output = Some(path.to_string()),
                None => return Err(ArgError::MissingValue(arg.to_string())),
            },
            other => return Err(ArgError::UnknownFlag(other.to_string())),
        }
    }
    if options.quiet && options.verbose {
        return Err(ArgError::Conflict { first: "-q".into(), second: "-v".into() });
    }
    Ok(options)
}

/// The exit status of a run: 0 when the arguments are fine, 2 for a flag nobody knows,
/// 3 for a flag without its value, 4 for flags that exclude each other.
pub fn exit_status(args: &[&str]) -> i32 {
    match parse(args) {
        Ok(_) => 0,
        Err(ArgError::UnknownFlag(_)) => 2,
        Err(ArgError::MissingValue(_)) => 3,
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum ArgError {
    UnknownFlag(String),
    MissingValue(String),
    Conflict { first: String, second: String },
}

#[derive(Debug, Default, PartialEq)]
pub struct Options {
    pub quiet: bool,
    pub verbose: bool,
    pub output: Option<String>,
}

pub fn parse(args: &[&str]) -> Result<Options, ArgError> {
    let mut options = Options::default();
    let mut rest = args.iter();
    while let Some(&arg) = rest.next() {
        match arg {
            "-q" => options.quiet = true,
            "-v" => options.verbose = true,
            "-o" => match rest.next() {
                Some(path) => options.output = Some(path.to_string()),
                None => return Err(ArgError::MissingValue(arg.to_string())),
            },
            other => return Err(ArgError::UnknownFlag(other.to_string())),
        }
    }
    if options.quiet && options.verbose {
        return Err(ArgError::Conflict { first: "-q".into(), second: "-v".into() });
    }
    Ok(options)
}

/// The exit status of a run: 0 when the arguments are fine, 2 for a flag nobody knows,
/// 3 for a flag without its value, 4 for flags that exclude each other.
pub fn exit_status(args: &[&str]) -> i32 {
    match parse(args) {
        Ok(_) => 0,
        Err(ArgError::UnknownFlag(_)) => 2,
        Err(ArgError::MissingValue(_)) => 3,
        Err(ArgError::Conflict { .. }) => 4,
    }
}
==== tests
#[test]
fn each_status() {
    assert_eq!(exit_status(&["-q", "-o", "log"]), 0);
    assert_eq!(exit_status(&["--what"]), 2);
    assert_eq!(exit_status(&["-o"]), 3);
    assert_eq!(exit_status(&["-q", "-v"]), 4);
}
#[test]
fn parse_is_unchanged() {
    assert_eq!(
        parse(&["-o", "log"]),
        Ok(Options { output: Some("log".to_string()), ..Options::default() })
    );
}
