---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grade {
    Fail,
    Pass,
    Merit,
}

#[derive(Debug, PartialEq)]
pub enum GradingError {
    NoExams,
    OutOfRange(i32),
}

/// The grade for a list of exam percentages.
pub fn final_grade(percentages: &[i32]) -> Result<Grade, GradingError> {
    if percentages.is_empty() {
        return Err(GradingError::NoExams);
    }
    if let Some(bad) = percentages.iter().find(|p| !(0..=100).contains(*p)) {
        return Err(GradingError::OutOfRange(*bad));
    }
    let mean = percentages.iter().sum::<i32>() / percentages.len() as i32;
    match mean {
        0..=49 => Grade::Fail,
        50..=74 => Grade::Pass,
        _ => Grade::Merit,
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grade {
    Fail,
    Pass,
    Merit,
}

#[derive(Debug, PartialEq)]
pub enum GradingError {
    NoExams,
    OutOfRange(i32),
}

/// The grade for a list of exam percentages.
pub fn final_grade(percentages: &[i32]) -> Result<Grade, GradingError> {
    if percentages.is_empty() {
        return Err(GradingError::NoExams);
    }
    if let Some(bad) = percentages.iter().find(|p| !(0..=100).contains(*p)) {
        return Err(GradingError::OutOfRange(*bad));
    }
    let mean = percentages.iter().sum::<i32>() / percentages.len() as i32;
    Ok(match mean {
        0..=49 => Grade::Fail,
        50..=74 => Grade::Pass,
        _ => Grade::Merit,
    })
}
==== tests
#[test]
fn grades() {
    assert_eq!(final_grade(&[49, 50]), Ok(Grade::Fail));
    assert_eq!(final_grade(&[50, 98]), Ok(Grade::Pass));
    assert_eq!(final_grade(&[75]), Ok(Grade::Merit));
}
#[test]
fn refuses() {
    assert_eq!(final_grade(&[]), Err(GradingError::NoExams));
    assert_eq!(final_grade(&[40, 101, -3]), Err(GradingError::OutOfRange(101)));
}
