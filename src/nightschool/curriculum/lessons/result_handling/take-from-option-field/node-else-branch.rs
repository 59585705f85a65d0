---
code: E0507
---
/// A statement of the template language.
#[derive(Debug)]
pub enum Node {
    Text(String),
    Variable { name: String, default: Option<String> },
    Condition(Condition),
}

#[derive(Debug)]
pub struct Condition {
    pub flag: String,
    pub then: Vec<Node>,
    pub otherwise: Option<Vec<Node>>,
}

#[derive(Debug, PartialEq)]
pub struct Unbound(pub String);

fn render_into(nodes: &[Node], flags: &[&str], out: &mut String) -> Result<(), Unbound> {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Variable { name, default } => {
                let text = default.ok_or_else(|| Unbound(name.clone()))?;
                out.push_str(&text);
            }
            Node::Condition(condition) => {
                if flags.contains(&condition.flag.as_str()) {
                    render_into(&condition.then, flags, out)?;
                } else if condition.otherwise.is_some() {
                    render_into(&condition.otherwise.unwrap(), flags, out)?;
                }
            }
        }
    }
    Ok(())
}

/// Renders a template in which no variable has a value but its default.
pub fn render_defaults(nodes: &[Node], flags: &[&str]) -> Result<String, Unbound> {
    let mut out = String::new();
    render_into(nodes, flags, &mut out)?;
    Ok(out)
}
==== fixed
/// A statement of the template language.
#[derive(Debug)]
pub enum Node {
    Text(String),
    Variable { name: String, default: Option<String> },
    Condition(Condition),
}

#[derive(Debug)]
pub struct Condition {
    pub flag: String,
    pub then: Vec<Node>,
    pub otherwise: Option<Vec<Node>>,
}

#[derive(Debug, PartialEq)]
pub struct Unbound(pub String);

fn render_into(nodes: &[Node], flags: &[&str], out: &mut String) -> Result<(), Unbound> {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Variable { name, default } => {
                let text = default
                    .as_ref()
                    .ok_or_else(|| Unbound(name.clone()))?;
                out.push_str(text);
            }
            Node::Condition(condition) => {
                if flags.contains(&condition.flag.as_str()) {
                    render_into(&condition.then, flags, out)?;
                } else if condition.otherwise.is_some() {
                    render_into(condition.otherwise.as_ref().unwrap(), flags, out)?;
                }
            }
        }
    }
    Ok(())
}

/// Renders a template in which no variable has a value but its default.
pub fn render_defaults(nodes: &[Node], flags: &[&str]) -> Result<String, Unbound> {
    let mut out = String::new();
    render_into(nodes, flags, &mut out)?;
    Ok(out)
}
==== tests
fn variable(name: &str, default: Option<&str>) -> Node {
    Node::Variable { name: name.into(), default: default.map(String::from) }
}
#[test]
fn both_branches() {
    let nodes = [
        Node::Text("<".into()),
        Node::Condition(Condition {
            flag: "long".into(),
            then: vec![variable("title", Some("Report"))],
            otherwise: Some(vec![Node::Text("R".into())]),
        }),
        Node::Text(">".into()),
    ];
    assert_eq!(render_defaults(&nodes, &["long"]), Ok("<Report>".to_string()));
    assert_eq!(render_defaults(&nodes, &[]), Ok("<R>".to_string()));
    assert_eq!(render_defaults(&nodes, &[]), Ok("<R>".to_string()));
}
#[test]
fn missing_default_is_an_error() {
    let nodes = [Node::Condition(Condition {
        flag: "x".into(),
        then: vec![],
        otherwise: Some(vec![variable("who", None)]),
    })];
    assert_eq!(render_defaults(&nodes, &[]), Err(Unbound("who".into())));
    assert_eq!(render_defaults(&nodes, &["x"]), Ok(String::new()));
}
