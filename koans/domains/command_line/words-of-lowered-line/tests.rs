#[test]
fn lines_become_actions() {
    assert_eq!(interpret("ADD  Milk and Eggs"), Action::Add("milk and eggs".into()));
    assert_eq!(replay("Reset\nadd\nquit now please"), [Action::Clear, Action::Unknown(1), Action::Unknown(3)]);
}
