#[test]
fn the_manifest_names_places() {
    let parcel = |street: &str, grams| Parcel { street: street.into(), grams };
    assert_eq!(dispatch(vec![parcel("Elm 1", 200), parcel("Oak 9", 75)]), ["1: ELM 1 [200g]", "2: OAK 9 [75g]"]);
}
