//! A derive macro that tells a type's name.
use proc_macro::{TokenStream, TokenTree};

/// Gives a type `NAME`, its name as text.
#[proc_macro_derive(Named)]
pub fn named(input: TokenStream) -> TokenStream {
    let name = type_name(input);
    let made = format!("impl {name} {{ pub const NAME: &'static str = \"{name}\"; }}");
    made.parse().expect("an impl block")
}

fn type_name(input: TokenStream) -> String {
    let mut words = input.into_iter().filter_map(|tree| match tree {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    });
    words.find(|word| word == "struct" || word == "enum");
    words.next().unwrap_or_default()
}
