#[test]
fn headings_are_numbered_by_depth() {
    let mut outline = Outline::new();
    for (depth, title) in [(0, "Intro"), (1, "Why"), (1, "How"), (0, "Use"), (1, "Setup"), (-3, "End")] {
        outline.push(depth, title);
    }
    assert_eq!(outline.print(), "1 Intro\n1.1 Why\n1.2 How\n2 Use\n2.1 Setup\n3 End");
}
