pub struct Console {
    pub lines: Vec<String>,
}

impl Console {
    fn say(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }
}

fn parse_ratio(text: &str) -> Result<f64, String> {
    let (top, bottom) = text.split_once('/').ok_or("a ratio looks like 3/4")?;
    let top: f64 = top.trim().parse().map_err(|_| format!("{top} is no number"))?;
    let bottom: f64 = bottom.trim().parse().map_err(|_| format!("{bottom} is no number"))?;
    if bottom == 0.0 { Err("nothing to divide by".to_string()) } else { Ok(top / bottom) }
}

pub fn scale(console: &mut Console, ratio: &str, sizes: &[f64]) -> Result<(), String> {
    let factor = parse_ratio(ratio)?;
    for size in sizes {
        console.say(format!("{:.1}", size * factor));
    }
    Ok(())
}
