---
code: E0597
---
//! Captions of a photo album.

pub struct Photo {
    pub file: String,
    pub caption: String,
}

/// A caption without its hashtags and outer blanks.
fn plain(caption: &str) -> String {
    let words: Vec<&str> = caption.split_whitespace().filter(|w| !w.starts_with('#')).collect();
    words.join(" ")
}

/// The longest caption of the album, measured and shown without hashtags; the
/// first one if several are equally long.
pub fn longest_caption(photos: &[Photo]) -> String {
    let mut longest = "";
    for photo in photos {
        let caption = plain(&photo.caption);
        if caption.len() > longest.len() {
            longest = &caption;
        }
    }
    longest.to_string()
}

/// The width of a frame that fits every caption, with a blank on both sides.
pub fn frame_width(photos: &[Photo]) -> usize {
    longest_caption(photos).chars().count() + 2
}
==== fixed
//! Captions of a photo album.

pub struct Photo {
    pub file: String,
    pub caption: String,
}

/// A caption without its hashtags and outer blanks.
fn plain(caption: &str) -> String {
    let words: Vec<&str> = caption.split_whitespace().filter(|w| !w.starts_with('#')).collect();
    words.join(" ")
}

/// The longest caption of the album, measured and shown without hashtags; the
/// first one if several are equally long.
pub fn longest_caption(photos: &[Photo]) -> String {
    let mut longest = String::new();
    for photo in photos {
        let caption = plain(&photo.caption);
        if caption.len() > longest.len() {
            longest = caption;
        }
    }
    longest
}

/// The width of a frame that fits every caption, with a blank on both sides.
pub fn frame_width(photos: &[Photo]) -> usize {
    longest_caption(photos).chars().count() + 2
}
==== tests
fn photos(captions: &[&str]) -> Vec<Photo> {
    captions.iter().map(|c| Photo { file: "x.jpg".to_string(), caption: c.to_string() }).collect()
}

#[test]
fn hashtags_do_not_count() {
    let album = photos(&["at sea", "sun #holiday #beach #love", "  the old  mill "]);
    assert_eq!(longest_caption(&album), "the old mill");
    assert_eq!(frame_width(&album), 14);
}

#[test]
fn first_of_equals() {
    assert_eq!(longest_caption(&photos(&["abc", "xyz"])), "abc");
    assert_eq!(longest_caption(&photos(&[])), "");
    assert_eq!(frame_width(&photos(&["#only"])), 2);
}
