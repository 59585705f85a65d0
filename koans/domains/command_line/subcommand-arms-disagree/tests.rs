#[test]
fn commands_answer_or_explain() {
    let mut book = Notebook::new(&["milk"]);
    assert_eq!(book.run("add", "eggs"), Ok("2 notes".to_string()));
    assert_eq!(book.run("list", ""), Ok("milk, eggs".to_string()));
    assert_eq!(book.run("show", "1"), Ok("eggs".to_string()));
    assert_eq!(book.run("show", "9"), Err("no note 9".to_string()));
    assert_eq!(book.run("burn", ""), Err("no command burn".to_string()));
}
