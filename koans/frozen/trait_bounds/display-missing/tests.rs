#[test]
fn amounts_carry_the_symbol_of_their_unit() {
    let items = [("flour", 125.0, Unit::Gram), ("milk", 62.5, Unit::Millilitre)];
    assert_eq!(shopping_list(&items, 2.0), "- 250g flour\n- 125ml milk\n");
    assert_eq!(shopping_list(&items, 1.0), "- 125g flour\n- 62.5ml milk\n");
}

#[test]
fn pieces_have_no_symbol() {
    assert_eq!(shopping_list(&[("eggs", 1.0, Unit::Piece)], 4.0), "- 4 eggs\n");
    assert_eq!(shopping_list(&[("limes", 0.5, Unit::Piece)], 3.0), "- 1.5 limes\n");
    assert_eq!(shopping_list(&[], 3.0), "");
}
