fn race(laps: &[(&str, u32)]) -> Race {
    let mut race = Race::default();
    for (runner, millis) in laps {
        race.lap(runner, *millis);
    }
    race
}

#[test]
fn the_three_fastest_stand_on_the_podium() {
    let race = race(&[("Ada", 61_200), ("Bo", 59_800), ("Cy", 60_500), ("Di", 58_900), ("Ed", 70_000)]);
    assert_eq!(race.podium(), [("Di", 58_900), ("Bo", 59_800), ("Cy", 60_500)]);
}

#[test]
fn only_the_best_lap_counts() {
    let race = race(&[("Ada", 500), ("Bo", 450), ("Ada", 400), ("Bo", 900)]);
    assert_eq!(race.podium(), [("Ada", 400), ("Bo", 450)]);
}

#[test]
fn ties_are_alphabetical_and_an_empty_race_has_no_podium() {
    assert_eq!(race(&[("z", 1), ("y", 1), ("x", 1), ("w", 1)]).podium(), [("w", 1), ("x", 1), ("y", 1)]);
    assert!(race(&[]).podium().is_empty());
}
