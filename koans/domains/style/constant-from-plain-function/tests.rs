#[test]
fn files_start_behind_the_header() {
    assert_eq!(Layout { files: vec![1, 512, 513, 2000] }.offsets(), [2, 3, 4, 6]);
    assert_eq!((HEADER, sectors(2000)), (2, 4));
}
