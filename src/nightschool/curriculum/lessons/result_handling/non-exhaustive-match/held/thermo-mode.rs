---
code: E0004
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SensorState {
    Celsius(i32),
    Defective,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mode {
    Heat,
    Cool,
    Idle,
    /// Keeps the pipes from freezing without knowing the temperature.
    FrostGuard,
}

/// Chooses the mode from the room's sensor and, when there is one, the window contact
/// (`Some(true)`: open). With an open window nothing runs.
/// With a defective sensor the frost guard runs unless the window is open.
pub fn choose(sensor: SensorState, window_open: Option<bool>, wanted: i32) -> Mode {
    match (sensor, window_open) {
        (_, Some(true)) => Mode::Idle,
        (SensorState::Celsius(c), _) if c < wanted => Mode::Heat,
        (SensorState::Celsius(c), _) if c > wanted + 3 => Mode::Cool,
        (SensorState::Celsius(_), _) => Mode::Idle,
        (SensorState::Defective, Some(false)) => Mode::FrostGuard,
    }
}

pub fn modes(sensors: &[SensorState], wanted: i32) -> Vec<Mode> {
    sensors.iter().map(|s| choose(*s, None, wanted)).collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SensorState {
    Celsius(i32),
    Defective,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mode {
    Heat,
    Cool,
    Idle,
    /// Keeps the pipes from freezing without knowing the temperature.
    FrostGuard,
}

/// Chooses the mode from the room's sensor and, when there is one, the window contact
/// (`Some(true)`: open). With an open window nothing runs.
/// With a defective sensor the frost guard runs unless the window is open.
pub fn choose(sensor: SensorState, window_open: Option<bool>, wanted: i32) -> Mode {
    match (sensor, window_open) {
        (_, Some(true)) => Mode::Idle,
        (SensorState::Celsius(c), _) if c < wanted => Mode::Heat,
        (SensorState::Celsius(c), _) if c > wanted + 3 => Mode::Cool,
        (SensorState::Celsius(_), _) => Mode::Idle,
        (SensorState::Defective, Some(false) | None) => Mode::FrostGuard,
    }
}

pub fn modes(sensors: &[SensorState], wanted: i32) -> Vec<Mode> {
    sensors.iter().map(|s| choose(*s, None, wanted)).collect()
}
==== tests
#[test]
fn rooms_without_a_contact() {
    let got = modes(&[SensorState::Celsius(18), SensorState::Defective, SensorState::Celsius(25), SensorState::Celsius(21)], 20);
    assert_eq!(got, [Mode::Heat, Mode::FrostGuard, Mode::Cool, Mode::Idle]);
}

#[test]
fn open_windows_win() {
    assert_eq!(choose(SensorState::Defective, Some(true), 20), Mode::Idle);
    assert_eq!(choose(SensorState::Celsius(0), Some(true), 20), Mode::Idle);
    assert_eq!(choose(SensorState::Defective, Some(false), 20), Mode::FrostGuard);
    assert_eq!(choose(SensorState::Defective, None, 20), Mode::FrostGuard);
}
