#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub cents: u32,
    pub count: u32,
}

fn net(items: &[Item]) -> u32 {
    items.iter().map(|item| item.cents * item.count).sum()
}

fn discounted(cents: u32, percent: u32, cap: u32) -> u32 {
    cents - (cents * percent / 100).min(cap)
}

pub fn invoice(items: &[Item], loyal: bool, cap: u32) -> u32 {
    let sum = net(items);
    if loyal {
        discounted(sum, 10, cap)
    } else {
        discounted(sum, 2, cap)
    }
}
