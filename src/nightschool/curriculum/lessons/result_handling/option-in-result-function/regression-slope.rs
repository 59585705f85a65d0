---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum FitError {
    TooFewPoints,
    NoSpread,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    pub slope: f64,
    pub intercept: f64,
}

/// Least squares line through the points.
pub fn fit(points: &[(f64, f64)]) -> Result<Fit, FitError> {
    if points.len() < 2 {
        return Err(FitError::TooFewPoints);
    }
    let n = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
    let sxx: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    if sxx == 0.0 {
        return Err(FitError::NoSpread);
    }
    let sxy: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    let slope = sxy / sxx;
    Ok(Fit { slope, intercept: mean_y - slope * mean_x })
}

/// Where the line of the points crosses zero. `None` when there is no such
/// line or when it is level.
pub fn root(points: &[(f64, f64)]) -> Option<f64> {
    let line = fit(points)?;
    if line.slope == 0.0 {
        return None;
    }
    Some(-line.intercept / line.slope)
}

/// Roots of all the groups that have one, in order.
pub fn roots(groups: &[Vec<(f64, f64)>]) -> Vec<f64> {
    groups.iter().filter_map(|group| root(group)).collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum FitError {
    TooFewPoints,
    NoSpread,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    pub slope: f64,
    pub intercept: f64,
}

/// Least squares line through the points.
pub fn fit(points: &[(f64, f64)]) -> Result<Fit, FitError> {
    if points.len() < 2 {
        return Err(FitError::TooFewPoints);
    }
    let n = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
    let sxx: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    if sxx == 0.0 {
        return Err(FitError::NoSpread);
    }
    let sxy: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    let slope = sxy / sxx;
    Ok(Fit { slope, intercept: mean_y - slope * mean_x })
}

/// Where the line of the points crosses zero. `None` when there is no such
/// line or when it is level.
pub fn root(points: &[(f64, f64)]) -> Option<f64> {
    let line = fit(points).ok()?;
    if line.slope == 0.0 {
        return None;
    }
    Some(-line.intercept / line.slope)
}

/// Roots of all the groups that have one, in order.
pub fn roots(groups: &[Vec<(f64, f64)>]) -> Vec<f64> {
    groups.iter().filter_map(|group| root(group)).collect()
}
==== tests
#[test]
fn crossing() {
    assert_eq!(root(&[(0.0, -4.0), (1.0, -2.0), (2.0, 0.0)]), Some(2.0));
    assert_eq!(root(&[(0.0, 3.0), (1.0, 3.0)]), None);
}

#[test]
fn no_line_no_root() {
    assert_eq!(root(&[(1.0, 1.0)]), None);
    assert_eq!(root(&[(1.0, 1.0), (1.0, 5.0)]), None);
    assert_eq!(fit(&[(1.0, 1.0), (1.0, 5.0)]), Err(FitError::NoSpread));
    assert_eq!(fit(&[]), Err(FitError::TooFewPoints));
}

#[test]
fn groups_without_root_are_left_out() {
    let groups = [vec![(0.0, -1.0), (2.0, 1.0)], vec![], vec![(0.0, 5.0), (5.0, 0.0)]];
    assert_eq!(roots(&groups), vec![1.0, 5.0]);
}
