fn args(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_string).collect()
}

#[test]
fn flags_and_files_are_told_apart() {
    let options = parse(args("-v notes.txt --color --verbose todo.md")).unwrap();
    assert_eq!(options.files, ["notes.txt", "todo.md"]);
    assert_eq!((options.verbose, options.color), (2, true));
    assert_eq!(parse(args("a -x")), Err("unknown flag -x".to_string()));
}
