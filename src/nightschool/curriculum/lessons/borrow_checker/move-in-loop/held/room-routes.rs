---
code: E0382
---
use std::collections::BTreeMap;

/// A walk through the museum, room by room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    pub rooms: Vec<String>,
}

impl Route {
    fn extended(mut self, room: &str) -> Route {
        self.rooms.push(room.to_string());
        self
    }
}

#[derive(Default)]
pub struct FloorPlan {
    doors: BTreeMap<String, Vec<String>>,
}

impl FloorPlan {
    pub fn door(&mut self, from: &str, to: &str) {
        self.doors.entry(from.to_string()).or_default().push(to.to_string());
    }

    /// Every walk from `room` along the doors to a room that has no further door.
    pub fn routes(&self, room: &str) -> Vec<Route> {
        let mut found = Vec::new();
        self.walk(Route::default().extended(room), room, &mut found);
        found
    }

    fn walk(&self, so_far: Route, room: &str, found: &mut Vec<Route>) {
        let Some(next_rooms) = self.doors.get(room) else {
            found.push(so_far);
            return;
        };
        for next in next_rooms {
            let route = so_far.extended(next);
            self.walk(route, next, found);
        }
    }
}
==== fixed
use std::collections::BTreeMap;

/// A walk through the museum, room by room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    pub rooms: Vec<String>,
}

impl Route {
    fn extended(mut self, room: &str) -> Route {
        self.rooms.push(room.to_string());
        self
    }
}

#[derive(Default)]
pub struct FloorPlan {
    doors: BTreeMap<String, Vec<String>>,
}

impl FloorPlan {
    pub fn door(&mut self, from: &str, to: &str) {
        self.doors.entry(from.to_string()).or_default().push(to.to_string());
    }

    /// Every walk from `room` along the doors to a room that has no further door.
    pub fn routes(&self, room: &str) -> Vec<Route> {
        let mut found = Vec::new();
        self.walk(Route::default().extended(room), room, &mut found);
        found
    }

    fn walk(&self, so_far: Route, room: &str, found: &mut Vec<Route>) {
        let Some(next_rooms) = self.doors.get(room) else {
            found.push(so_far);
            return;
        };
        for next in next_rooms {
            let route = so_far.clone().extended(next);
            self.walk(route, next, found);
        }
    }
}
==== tests
fn plan() -> FloorPlan {
    let mut p = FloorPlan::default();
    p.door("hall", "egypt");
    p.door("hall", "rome");
    p.door("egypt", "cafe");
    p.door("egypt", "rome");
    p
}
#[test]
fn all_routes() {
    let routes: Vec<String> = plan().routes("hall").iter().map(|r| r.rooms.join(">")).collect();
    assert_eq!(routes, ["hall>egypt>cafe", "hall>egypt>rome", "hall>rome"]);
}
#[test]
fn dead_end() {
    assert_eq!(plan().routes("cafe"), [Route { rooms: vec!["cafe".into()] }]);
}
