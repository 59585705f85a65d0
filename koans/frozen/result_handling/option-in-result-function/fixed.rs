#[derive(Debug, PartialEq)]
pub enum EvalError {
    StackUnderflow,
    UnknownToken(String),
    LeftOver(usize),
}

pub fn eval_postfix(source: &str) -> Result<i64, EvalError> {
    let mut stack: Vec<i64> = Vec::new();
    for token in source.split_whitespace() {
        if let Ok(number) = token.parse() {
            stack.push(number);
            continue;
        }
        let right = stack.pop().ok_or(EvalError::StackUnderflow)?;
        let left = stack.pop().ok_or(EvalError::StackUnderflow)?;
        stack.push(match token {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            _ => return Err(EvalError::UnknownToken(token.to_string())),
        });
    }
    let result = stack.pop().ok_or(EvalError::StackUnderflow)?;
    if stack.is_empty() { Ok(result) } else { Err(EvalError::LeftOver(stack.len())) }
}
