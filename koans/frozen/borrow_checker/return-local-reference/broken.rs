/// Averages of each run of `window` neighbouring readings.
pub fn moving_average(readings: &[f64], window: usize) -> &[f64] {
    let mut smoothed = Vec::new();
    if window == 0 || readings.len() < window {
        return &[];
    }
    let mut sum: f64 = readings[..window].iter().sum();
    smoothed.push(sum / window as f64);
    for i in window..readings.len() {
        sum += readings[i] - readings[i - window];
        smoothed.push(sum / window as f64);
    }
    &smoothed
}
