---
code: E0382
---
//! Checkout of a web shop.

#[derive(Debug, Clone, PartialEq)]
pub struct Coupon {
    pub code: String,
    pub percent: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cart {
    pub prices: Vec<u32>,
    pub coupon: Option<Coupon>,
    pub redeemed: Vec<String>,
}

impl Cart {
    pub fn subtotal(&self) -> u32 {
        self.prices.iter().sum()
    }
}

/// Works out what is to be paid and hands the cart back for the receipt.
///
/// A coupon is good for one checkout: afterwards its code stands among the redeemed ones
/// and the cart holds no coupon any more.
pub fn checkout(mut cart: Cart) -> (Cart, u32) {
    let mut due = cart.subtotal();
    if let Some(coupon) = cart.coupon {
        due -= due * coupon.percent / 100;
        cart.redeemed.push(coupon.code.clone());
    }
    (cart, due)
}
==== fixed
//! Checkout of a web shop.

#[derive(Debug, Clone, PartialEq)]
pub struct Coupon {
    pub code: String,
    pub percent: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cart {
    pub prices: Vec<u32>,
    pub coupon: Option<Coupon>,
    pub redeemed: Vec<String>,
}

impl Cart {
    pub fn subtotal(&self) -> u32 {
        self.prices.iter().sum()
    }
}

/// Works out what is to be paid and hands the cart back for the receipt.
///
/// A coupon is good for one checkout: afterwards its code stands among the redeemed ones
/// and the cart holds no coupon any more.
pub fn checkout(mut cart: Cart) -> (Cart, u32) {
    let mut due = cart.subtotal();
    if let Some(coupon) = cart.coupon.take() {
        due -= due * coupon.percent / 100;
        cart.redeemed.push(coupon.code.clone());
    }
    (cart, due)
}
==== tests
fn cart(percent: Option<u32>) -> Cart {
    Cart {
        prices: vec![1500, 500],
        coupon: percent.map(|percent| Coupon { code: format!("MAY{percent}"), percent }),
        redeemed: vec!["OLD".to_string()],
    }
}

#[test]
fn the_coupon_lowers_the_price_once() {
    let (cart, due) = checkout(cart(Some(10)));
    assert_eq!(due, 1800);
    assert_eq!(cart.redeemed, ["OLD", "MAY10"]);
    let (cart, due) = checkout(cart);
    assert_eq!(due, 2000);
    assert_eq!(cart.redeemed, ["OLD", "MAY10"]);
    assert_eq!(cart.prices, [1500, 500]);
}

#[test]
fn without_a_coupon_the_full_price() {
    let (after, due) = checkout(cart(None));
    assert_eq!(due, 2000);
    assert_eq!(after, cart(None));
}
