#[test]
fn coupons_take_half_at_most() {
    let mut basket = Basket::default();
    basket.put("tea", 450).put("jam", 350);
    assert_eq!((basket.total(), basket.dearest()), (800, Some("tea")));
    basket.coupon = Some(9999);
    assert_eq!(basket.total(), 400);
}
