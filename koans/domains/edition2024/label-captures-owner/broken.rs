use std::fmt::Display;

pub struct Parcel {
    pub street: String,
    pub grams: u32,
}

impl Parcel {
    pub fn label(&self) -> impl Display {
        format!("{} [{}g]", self.street.to_uppercase(), self.grams)
    }
}

fn load(van: &mut Vec<Parcel>, parcel: Parcel) -> usize {
    van.push(parcel);
    van.len()
}

pub fn dispatch(parcels: Vec<Parcel>) -> Vec<String> {
    let mut van = Vec::new();
    let mut manifest = Vec::new();
    for parcel in parcels {
        let label = parcel.label();
        let place = load(&mut van, parcel);
        manifest.push(format!("{place}: {label}"));
    }
    manifest
}
