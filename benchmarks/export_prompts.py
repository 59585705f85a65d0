"""Small broken programs with what rustc says of them, written for `benchmarks/export.py`; in no corpus and no suite."""

PROMPTS: tuple[tuple[str, str], ...] = (
    (
        "pub fn longest(words: &[String]) -> usize {\n    let best = 0;\n    for word in words {\n"
        "        if word.len() > best {\n            best = word.len();\n        }\n    }\n    best\n}\n",
        "error[E0384]: cannot assign twice to immutable variable `best`\n"
        "line 5: cannot assign twice to immutable variable",
    ),
    (
        'pub fn greet(name: &str) -> String {\n    let text: &str = format!("hello {name}");\n'
        "    text.to_string()\n}\n",
        "error[E0308]: mismatched types\nline 2: expected `&str`, found `String`",
    ),
    (
        "pub fn total(prices: Vec<u32>) -> u32 {\n    let copy = prices;\n"
        "    prices.iter().sum::<u32>() + copy.len() as u32\n}\n",
        "error[E0382]: borrow of moved value: `prices`\nline 2: value moved here\n"
        "line 3: value borrowed here after move",
    ),
    (
        "pub fn first_word(text: &str, other: &str) -> &str {\n    text.split(' ').next().unwrap_or(other)\n}\n",
        "error[E0106]: missing lifetime specifier\nline 1: expected named lifetime parameter",
    ),
    (
        "struct Point {\n    x: i64,\n    y: i64,\n}\n\npub fn shown() -> String {\n"
        "    let p = Point { x: 10, y: 20 };\n"
        '    format!("{:?}", p)\n}\n',
        "error[E0277]: `Point` doesn't implement `Debug`\nline 8: `Point` cannot be formatted using `{:?}`",
    ),
    (
        "pub fn count(text: &str) -> HashMap<char, usize> {\n    let mut found = HashMap::new();\n"
        "    for c in text.chars() {\n        *found.entry(c).or_insert(0) += 1;\n    }\n    found\n}\n",
        "error[E0425]: cannot find type `HashMap` in this scope\nline 1: not found in this scope",
    ),
    (
        "pub fn push_twice(list: &Vec<i32>, value: i32) {\n    list.push(value);\n    list.push(value);\n}\n",
        "error[E0596]: cannot borrow `*list` as mutable, as it is behind a `&` reference\n"
        "line 2: cannot borrow as mutable",
    ),
    (
        "pub enum Light {\n    Red,\n    Green,\n    Off,\n}\n\n"
        "pub fn seconds(light: Light) -> u32 {\n    match light {\n"
        "        Light::Red => 30,\n        Light::Green => 45,\n    }\n}\n",
        "error[E0004]: non-exhaustive patterns: `Light::Off` not covered\nline 8: pattern `Light::Off` not covered",
    ),
    (
        "pub fn half(n: u64) -> f64 {\n    n / 2.0\n}\n",
        "error[E0277]: cannot divide `u64` by `{float}`\nline 2: no implementation for `u64 / {float}`",
    ),
    (
        "pub fn runner(step: i32) -> impl Fn(i32) -> i32 {\n    |n| n + step\n}\n",
        "error[E0373]: closure may outlive the current function, but it borrows `step`\n"
        "line 2: may outlive borrowed value",
    ),
    (
        "pub fn parse(text: &str) -> i32 {\n    let n = text.trim().parse::<i32>()?;\n    n * 2\n}\n",
        "error[E0277]: the `?` operator can only be used in a function that returns `Result` or `Option`\n"
        "line 2: cannot use the `?` operator in a function that returns `i32`",
    ),
    (
        "pub fn swap_ends(items: &mut Vec<u8>) {\n    let first = &mut items[0];\n"
        "    let last = &mut items[items.len() - 1];\n"
        "    std::mem::swap(first, last);\n}\n",
        "error[E0499]: cannot borrow `*items` as mutable more than once at a time\n"
        "line 3: second mutable borrow occurs here",
    ),
)
"""Program and diagnostic."""
