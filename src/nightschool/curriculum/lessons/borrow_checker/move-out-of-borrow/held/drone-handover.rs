---
code: E0507
---
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mission {
    pub name: String,
    pub waypoints: Vec<(i32, i32)>,
}

#[derive(Debug, Default)]
pub struct Drone {
    pub callsign: String,
    pub battery: u8,
    pub mission: Mission,
}

impl Drone {
    pub fn new(callsign: &str, battery: u8) -> Self {
        Drone { callsign: callsign.to_string(), battery, mission: Mission::default() }
    }

    pub fn is_idle(&self) -> bool {
        self.mission.waypoints.is_empty()
    }
}

/// Hands the mission of a tired drone to a fresh one.
/// The tired one is idle afterwards, so that it can fly home.
pub fn hand_over(tired: &mut Drone, fresh: &mut Drone) -> bool {
    if tired.is_idle() || !fresh.is_idle() || fresh.battery <= tired.battery {
        return false;
    }
    fresh.mission = tired.mission;
    true
}
==== fixed
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mission {
    pub name: String,
    pub waypoints: Vec<(i32, i32)>,
}

#[derive(Debug, Default)]
pub struct Drone {
    pub callsign: String,
    pub battery: u8,
    pub mission: Mission,
}

impl Drone {
    pub fn new(callsign: &str, battery: u8) -> Self {
        Drone { callsign: callsign.to_string(), battery, mission: Mission::default() }
    }

    pub fn is_idle(&self) -> bool {
        self.mission.waypoints.is_empty()
    }
}

/// Hands the mission of a tired drone to a fresh one.
/// The tired one is idle afterwards, so that it can fly home.
pub fn hand_over(tired: &mut Drone, fresh: &mut Drone) -> bool {
    if tired.is_idle() || !fresh.is_idle() || fresh.battery <= tired.battery {
        return false;
    }
    fresh.mission = std::mem::take(&mut tired.mission);
    true
}
==== tests
fn pair() -> (Drone, Drone) {
    let mut a = Drone::new("hawk", 12);
    a.mission = Mission { name: "fence".into(), waypoints: vec![(0, 1), (5, 5)] };
    (a, Drone::new("kite", 97))
}

#[test]
fn mission_changes_hands() {
    let (mut a, mut b) = pair();
    assert!(hand_over(&mut a, &mut b));
    assert_eq!(b.mission, Mission { name: "fence".into(), waypoints: vec![(0, 1), (5, 5)] });
    assert!(a.is_idle());
    assert_eq!(a.mission, Mission::default());
    assert_eq!(a.callsign, "hawk");
}

#[test]
fn refused_handover_changes_nothing() {
    let (mut a, mut b) = pair();
    b.battery = 5;
    assert!(!hand_over(&mut a, &mut b));
    assert_eq!(a.mission.waypoints.len(), 2);
    assert!(b.is_idle());
}
