---
code: E0308
---
//! A calculator in reverse Polish notation: `3 4 + 2 *` is 14.

#[derive(Debug, PartialEq)]
pub enum CalcError {
    /// Neither a number nor an operator.
    BadToken(String),
    /// An operator finds fewer than two numbers.
    Underflow,
    /// Not exactly one number is left at the end.
    Unbalanced,
    DivideByZero,
}

#[derive(Default)]
struct Machine {
    stack: Vec<i64>,
}

impl Machine {
    fn operands(&mut self) -> Result<(i64, i64), CalcError> {
        let right = self.stack.pop().ok_or(CalcError::Underflow)?;
        let left = self.stack.pop().ok_or(CalcError::Underflow)?;
        Ok((left, right))
    }

    fn step(&mut self, token: &str) -> Result<(), CalcError> {
        let result = match token {
            "+" | "-" | "*" | "/" => {
                let (left, right) = self.operands()?;
                match token {
                    "+" => left + right,
                    "-" => left - right,
                    "*" => left * right,
                    _ => left.checked_div(right),
                }
            }
            number => number
                .parse()
                .map_err(|_| CalcError::BadToken(number.to_string()))?,
        };
        self.stack.push(result);
        Ok(())
    }
}

pub fn calculate(formula: &str) -> Result<i64, CalcError> {
    let mut machine = Machine::default();
    for token in formula.split_whitespace() {
        machine.step(token)?;
    }
    match machine.stack[..] {
        [result] => Ok(result),
        _ => Err(CalcError::Unbalanced),
    }
}
==== fixed
//! A calculator in reverse Polish notation: `3 4 + 2 *` is 14.

#[derive(Debug, PartialEq)]
pub enum CalcError {
    /// Neither a number nor an operator.
    BadToken(String),
    /// An operator finds fewer than two numbers.
    Underflow,
    /// Not exactly one number is left at the end.
    Unbalanced,
    DivideByZero,
}

#[derive(Default)]
struct Machine {
    stack: Vec<i64>,
}

impl Machine {
    fn operands(&mut self) -> Result<(i64, i64), CalcError> {
        let right = self.stack.pop().ok_or(CalcError::Underflow)?;
        let left = self.stack.pop().ok_or(CalcError::Underflow)?;
        Ok((left, right))
    }

    fn step(&mut self, token: &str) -> Result<(), CalcError> {
        let result = match token {
            "+" | "-" | "*" | "/" => {
                let (left, right) = self.operands()?;
                match token {
                    "+" => left + right,
                    "-" => left - right,
                    "*" => left * right,
                    _ => left.checked_div(right).ok_or(CalcError::DivideByZero)?,
                }
            }
            number => number
                .parse()
                .map_err(|_| CalcError::BadToken(number.to_string()))?,
        };
        self.stack.push(result);
        Ok(())
    }
}

pub fn calculate(formula: &str) -> Result<i64, CalcError> {
    let mut machine = Machine::default();
    for token in formula.split_whitespace() {
        machine.step(token)?;
    }
    match machine.stack[..] {
        [result] => Ok(result),
        _ => Err(CalcError::Unbalanced),
    }
}
==== tests
#[test]
fn calculates() {
    assert_eq!(calculate("3 4 + 2 *"), Ok(14));
    assert_eq!(calculate("7 2 /"), Ok(3));
    assert_eq!(calculate("2 7 -"), Ok(-5));
}

#[test]
fn complains() {
    assert_eq!(calculate("7 0 /"), Err(CalcError::DivideByZero));
    assert_eq!(calculate("7 /"), Err(CalcError::Underflow));
    assert_eq!(calculate("7 0 / +"), Err(CalcError::DivideByZero));
    assert_eq!(calculate("7 seven +"), Err(CalcError::BadToken("seven".to_string())));
    assert_eq!(calculate("7 8"), Err(CalcError::Unbalanced));
}
