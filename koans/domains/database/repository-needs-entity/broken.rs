pub trait Entity {
    fn id(&self) -> u32;
}

pub struct Repository<T> {
    items: Vec<T>,
}

impl<T> Repository<T> {
    pub fn new() -> Self {
        Repository { items: Vec::new() }
    }

    pub fn save(&mut self, item: T) -> bool {
        let fresh = self.items.iter().all(|known| known.id() != item.id());
        self.items.retain(|known| known.id() != item.id());
        self.items.push(item);
        fresh
    }

    pub fn find(&self, id: u32) -> Option<&T> {
        self.items.iter().find(|item| item.id() == id)
    }
}
