---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum PanelFault {
    NoSignal { panel: usize },
    Implausible { panel: usize, watts: i64 },
}

/// One solar panel of a satellite as the bus reports it.
#[derive(Debug, Clone, Copy)]
pub struct Panel {
    pub millivolts: Option<i64>,
    pub milliamps: i64,
}

impl Panel {
    pub fn new(millivolts: i64, milliamps: i64) -> Self {
        Panel { millivolts: Some(millivolts), milliamps }
    }

    fn watts(&self, panel: usize) -> Result<i64, PanelFault> {
        let mv = self.millivolts.ok_or(PanelFault::NoSignal { panel })?;
        let watts = mv * self.milliamps / 1_000_000;
        if (0..=500).contains(&watts) {
            Ok(watts)
        } else {
            Err(PanelFault::Implausible { panel, watts })
        }
    }
}

/// The power of the whole array. An array with a faulty panel has no
/// trustworthy sum, the caller wants to hear about the fault instead.
pub fn array_power(panels: &[Panel]) -> Result<i64, PanelFault> {
    let total: i64 = panels.iter().enumerate().map(|(i, p)| p.watts(i)).sum();
    Ok(total)
}

pub fn charges_battery(panels: &[Panel], load_watts: i64) -> bool {
    matches!(array_power(panels), Ok(watts) if watts > load_watts)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum PanelFault {
    NoSignal { panel: usize },
    Implausible { panel: usize, watts: i64 },
}

/// One solar panel of a satellite as the bus reports it.
#[derive(Debug, Clone, Copy)]
pub struct Panel {
    pub millivolts: Option<i64>,
    pub milliamps: i64,
}

impl Panel {
    pub fn new(millivolts: i64, milliamps: i64) -> Self {
        Panel { millivolts: Some(millivolts), milliamps }
    }

    fn watts(&self, panel: usize) -> Result<i64, PanelFault> {
        let mv = self.millivolts.ok_or(PanelFault::NoSignal { panel })?;
        let watts = mv * self.milliamps / 1_000_000;
        if (0..=500).contains(&watts) {
            Ok(watts)
        } else {
            Err(PanelFault::Implausible { panel, watts })
        }
    }
}

/// The power of the whole array. An array with a faulty panel has no
/// trustworthy sum, the caller wants to hear about the fault instead.
pub fn array_power(panels: &[Panel]) -> Result<i64, PanelFault> {
    panels.iter().enumerate().map(|(i, p)| p.watts(i)).sum()
}

pub fn charges_battery(panels: &[Panel], load_watts: i64) -> bool {
    matches!(array_power(panels), Ok(watts) if watts > load_watts)
}
==== tests
#[test]
fn sums_good_panels() {
    let array = [Panel::new(28_000, 4_000), Panel::new(30_000, 1_000)];
    assert_eq!(array_power(&array), Ok(142));
    assert!(charges_battery(&array, 141));
    assert!(!charges_battery(&array, 142));
    assert_eq!(array_power(&[]), Ok(0));
}

#[test]
fn a_fault_is_told() {
    let dead = Panel { millivolts: None, milliamps: 5 };
    assert_eq!(array_power(&[Panel::new(1, 1), dead]), Err(PanelFault::NoSignal { panel: 1 }));
    let wild = Panel::new(-28_000, 4_000);
    assert_eq!(array_power(&[wild, dead]), Err(PanelFault::Implausible { panel: 0, watts: -112 }));
    assert!(!charges_battery(&[Panel::new(28_000, 4_000), dead], 1));
}
