pub struct Notebook {
    notes: Vec<String>,
}

impl Notebook {
    pub fn new(notes: &[&str]) -> Notebook {
        Notebook { notes: notes.iter().map(|note| note.to_string()).collect() }
    }

    pub fn run(&mut self, command: &str, operand: &str) -> Result<String, String> {
        match command {
            "list" => Ok(self.notes.join(", ")),
            "add" => {
                self.notes.push(operand.to_string());
                Ok(format!("{} notes", self.notes.len()))
            }
            "show" => {
                let at: usize = operand.parse().map_err(|_| format!("{operand} is no number"))?;
                self.notes.get(at).cloned().ok_or_else(|| format!("no note {at}"))
            }
            other => Err(format!("no command {other}")),
        }
    }
}
