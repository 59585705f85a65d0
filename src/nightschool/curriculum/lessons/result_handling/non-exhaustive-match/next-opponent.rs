---
code: E0004
---
/// The state of one pairing in a knock-out bracket.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    pub home: Option<String>,
    pub away: Option<String>,
    pub result: Option<(u32, u32)>,
}

/// Who goes through to the next round. With an empty place on one side the
/// other side has a bye and goes through without playing. While the game is
/// not played, or after a draw, nobody has.
pub fn advances(pairing: &Pairing) -> Option<&str> {
    match (&pairing.home, &pairing.away) {
        (Some(home), Some(away)) => match pairing.result {
            Some((h, a)) if h > a => Some(home),
            Some((h, a)) if h < a => Some(away),
            _ => None,
        },
        (Some(home), None) => Some(home),
        (None, None) => None,
    }
}

pub fn next_round(round: &[Pairing]) -> Vec<Pairing> {
    round
        .chunks(2)
        .map(|pair| Pairing {
            home: advances(&pair[0]).map(String::from),
            away: pair.get(1).and_then(advances).map(String::from),
            result: None,
        })
        .collect()
}
==== fixed
/// The state of one pairing in a knock-out bracket.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    pub home: Option<String>,
    pub away: Option<String>,
    pub result: Option<(u32, u32)>,
}

/// Who goes through to the next round. With an empty place on one side the
/// other side has a bye and goes through without playing. While the game is
/// not played, or after a draw, nobody has.
pub fn advances(pairing: &Pairing) -> Option<&str> {
    match (&pairing.home, &pairing.away) {
        (Some(home), Some(away)) => match pairing.result {
            Some((h, a)) if h > a => Some(home),
            Some((h, a)) if h < a => Some(away),
            _ => None,
        },
        (Some(home), None) => Some(home),
        (None, Some(away)) => Some(away),
        (None, None) => None,
    }
}

pub fn next_round(round: &[Pairing]) -> Vec<Pairing> {
    round
        .chunks(2)
        .map(|pair| Pairing {
            home: advances(&pair[0]).map(String::from),
            away: pair.get(1).and_then(advances).map(String::from),
            result: None,
        })
        .collect()
}
==== tests
fn p(home: Option<&str>, away: Option<&str>, result: Option<(u32, u32)>) -> Pairing {
    Pairing { home: home.map(String::from), away: away.map(String::from), result }
}
#[test]
fn byes_on_both_sides() {
    assert_eq!(advances(&p(Some("a"), None, None)), Some("a"));
    assert_eq!(advances(&p(None, Some("b"), None)), Some("b"));
    assert_eq!(advances(&p(None, None, None)), None);
}
#[test]
fn rounds() {
    let round = [p(None, Some("b"), None), p(Some("c"), Some("d"), Some((1, 2))), p(Some("e"), Some("f"), Some((1, 1)))];
    assert_eq!(next_round(&round), vec![p(Some("b"), Some("d"), None), p(None, None, None)]);
}
