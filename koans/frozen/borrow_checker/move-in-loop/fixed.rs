/// Groups tokens into statements; each ends at a semicolon, the last one may lack it.
pub fn split_statements(tokens: &[&str]) -> Vec<Vec<String>> {
    let mut statements = Vec::new();
    let mut current = Vec::new();
    for token in tokens {
        if *token == ";" {
            statements.push(std::mem::take(&mut current));
        } else {
            current.push(token.to_string());
        }
    }
    if !current.is_empty() {
        statements.push(current);
    }
    statements
}
