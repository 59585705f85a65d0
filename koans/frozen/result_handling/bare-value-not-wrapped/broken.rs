#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    Celsius,
    Fahrenheit,
    Kelvin,
}

/// Converts a reading to kelvin; an error below absolute zero.
pub fn to_kelvin(reading: f64, scale: Scale) -> Result<f64, String> {
    let lowest = match scale {
        Scale::Celsius => -273.15,
        Scale::Fahrenheit => -459.67,
        Scale::Kelvin => 0.0,
    };
    if reading < lowest {
        return Err(format!("{reading} is below absolute zero ({lowest})"));
    }
    match scale {
        Scale::Celsius => reading + 273.15,
        Scale::Fahrenheit => (reading + 459.67) / 1.8,
        Scale::Kelvin => reading,
    }
}
