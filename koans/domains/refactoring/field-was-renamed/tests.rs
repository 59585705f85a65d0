#[test]
fn started_kilos_are_paid() {
    let tariff = Tariff { base: 300, per_kilo: 100 };
    let parcel = Shipment { weight_grams: 1200, express: false };
    assert_eq!(tariff.price(&parcel), 500);
    assert_eq!(tariff.price(&Shipment { express: true, ..parcel.clone() }), 1000);
    assert_eq!(heaviest(&[parcel]), Some(1200));
}
