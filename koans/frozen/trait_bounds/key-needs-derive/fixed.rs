use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    pub row: char,
    pub number: u16,
}

#[derive(Default)]
pub struct Theatre {
    booked: BTreeMap<Seat, String>,
}

impl Theatre {
    /// Books the seat unless somebody has it already.
    pub fn book(&mut self, seat: Seat, guest: &str) -> Result<(), String> {
        if let Some(holder) = self.booked.get(&seat) {
            return Err(format!("{}{} is taken by {holder}", seat.row, seat.number));
        }
        self.booked.insert(seat, guest.to_string());
        Ok(())
    }

    pub fn plan(&self) -> Vec<String> {
        self.booked.iter().map(|(seat, guest)| format!("{}{} {guest}", seat.row, seat.number)).collect()
    }
}
