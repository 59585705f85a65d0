#[test]
fn expressions_are_evaluated() {
    assert_eq!(eval_postfix("2 3 + 4 *"), Ok(20));
    assert_eq!(eval_postfix("10 4 -"), Ok(6));
    assert_eq!(eval_postfix("-7"), Ok(-7));
}

#[test]
fn missing_operands_underflow() {
    assert_eq!(eval_postfix("1 +"), Err(EvalError::StackUnderflow));
    assert_eq!(eval_postfix("*"), Err(EvalError::StackUnderflow));
    assert_eq!(eval_postfix(""), Err(EvalError::StackUnderflow));
}

#[test]
fn other_mistakes_keep_their_own_error() {
    assert_eq!(eval_postfix("1 2 ^"), Err(EvalError::UnknownToken("^".to_string())));
    assert_eq!(eval_postfix("1 2 3 +"), Err(EvalError::LeftOver(1)));
}
