---
code: E0597
---
#[derive(Debug, PartialEq)]
pub struct Layout {
    pub indent: usize,
    pub text: String,
}

fn expand_tabs(line: &str, tab: usize) -> String {
    line.replace('\t', &" ".repeat(tab))
}

/// Strips the comment marker and the indentation common to all lines.
pub fn layout(block: &str, tab: usize) -> Layout {
    let mut bodies: Vec<&str> = Vec::new();
    let mut indent = usize::MAX;
    for line in block.lines() {
        let expanded = expand_tabs(line, tab);
        let body = expanded.trim_start();
        if body.is_empty() {
            continue;
        }
        indent = indent.min(expanded.len() - body.len());
        bodies.push(body.trim_start_matches('/').trim());
    }
    Layout {
        indent: if bodies.is_empty() { 0 } else { indent },
        text: bodies.join(" "),
    }
}

/// Writes the block again as a single comment line.
pub fn rejoin(block: &str) -> String {
    let found = layout(block, 4);
    format!("{}// {}", " ".repeat(found.indent), found.text)
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Layout {
    pub indent: usize,
    pub text: String,
}

fn expand_tabs(line: &str, tab: usize) -> String {
    line.replace('\t', &" ".repeat(tab))
}

/// Strips the comment marker and the indentation common to all lines.
pub fn layout(block: &str, tab: usize) -> Layout {
    let mut bodies: Vec<&str> = Vec::new();
    let mut indent = usize::MAX;
    let expanded: Vec<String> = block.lines().map(|line| expand_tabs(line, tab)).collect();
    for line in &expanded {
        let body = line.trim_start();
        if body.is_empty() {
            continue;
        }
        indent = indent.min(line.len() - body.len());
        bodies.push(body.trim_start_matches('/').trim());
    }
    Layout {
        indent: if bodies.is_empty() { 0 } else { indent },
        text: bodies.join(" "),
    }
}

/// Writes the block again as a single comment line.
pub fn rejoin(block: &str) -> String {
    let found = layout(block, 4);
    format!("{}// {}", " ".repeat(found.indent), found.text)
}
==== tests
    #[test]
    fn joins_lines() {
        let found = layout("\t// keep\n\n      // this  \n", 4);
        assert_eq!(found, Layout { indent: 4, text: "keep this".into() });
        assert_eq!(rejoin("\t// keep\n      // this"), "    // keep this");
    }
    #[test]
    fn tab_width_counts() {
        assert_eq!(layout("\t\t/// a", 2).indent, 4);
        assert_eq!(layout("\n", 2), Layout { indent: 0, text: String::new() });
    }
