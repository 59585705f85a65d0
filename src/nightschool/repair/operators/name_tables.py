"""Names of the language and its standard library that programs mistype, and what names of other languages are in Rust.

Covered: keywords, primitive types, everyday types, methods and macros, and names that are often taken for one another.
Not covered: paths (`import_facts`).
"""

from __future__ import annotations

_KEYWORDS = """
as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub
ref return self Self static struct super trait true type unsafe use where while gen
"""
_PRIMITIVES = "u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 bool char str"
_TYPES = """
String Vec Option Result Box Rc Arc HashMap HashSet BTreeMap BTreeSet VecDeque BinaryHeap RefCell Cell Mutex RwLock Cow
Some None Ok Err Iterator IntoIterator Clone Copy Debug Display Default PartialEq Eq PartialOrd Ord Hash From Into
TryFrom TryInto FromStr AsRef ToString Fn FnMut FnOnce Send Sync Sized Drop Deref Error Ordering Duration Instant
PathBuf Path Add Sub Mul Div Neg Index IndexMut Write Read
"""
_METHODS = """
len is_empty push push_str pop insert remove get get_mut contains contains_key iter iter_mut into_iter map filter
filter_map flat_map fold sum product count collect enumerate zip rev take skip take_while skip_while chain cloned copied
any all find position max min max_by max_by_key min_by min_by_key sort sort_by sort_by_key sort_unstable dedup reverse
extend clear truncate retain drain split split_whitespace split_once split_at lines chars bytes char_indices trim
trim_start trim_end starts_with ends_with to_string to_owned to_vec to_uppercase to_lowercase to_ascii_uppercase
to_ascii_lowercase parse replace find as_str as_bytes as_ref as_mut as_deref unwrap unwrap_or unwrap_or_else
unwrap_or_default expect ok err ok_or ok_or_else map_err map_or and_then or_else is_some is_none is_ok is_err clone
borrow borrow_mut lock read write join first last keys values values_mut entry or_insert or_insert_with or_default
and_modify swap concat repeat abs pow powi powf sqrt floor ceil round is_alphabetic is_numeric is_digit to_digit
is_alphanumeric is_whitespace is_ascii_digit is_uppercase is_lowercase windows chunks concat push_back push_front
pop_back pop_front front back peek next nth last step_by inspect partition unzip scan checked_add checked_sub
checked_mul checked_div wrapping_add saturating_sub saturating_add into_iter binary_search starts_with
strip_prefix strip_suffix
extend_from_slice cmp partial_cmp eq total_cmp then then_some then_with into into_inner take replace get_or_insert_with
elapsed as_secs as_millis send recv spawn to_le_bytes leading_zeros count_ones
signum rem_euclid is_power_of_two
"""
_MACROS = """
println print eprintln eprint format write writeln vec assert assert_eq assert_ne panic matches dbg unreachable concat
debug_assert stringify
"""
KEYWORDS = frozenset(_KEYWORDS.split())
PRIMITIVES = tuple(_PRIMITIVES.split())
STD_TYPES = tuple(_TYPES.split())
STD_METHODS = tuple(dict.fromkeys(_METHODS.split()))
MACROS = tuple(_MACROS.split())
SYNONYMS = {
    "length": ("len", "count"), "size": ("len", "count"), "append": ("push", "extend", "push_str", "append"),
    "add": ("push", "insert", "push_str"), "push": ("push_str", "insert", "push_back"), "push_str": ("push",),
    "push_back": ("push",), "insert": ("push", "insert", "extend"), "concat": ("push_str",),
    "has": ("contains", "contains_key"),
    "contains": ("contains_key", "contains"), "includes": ("contains",), "contains_key": ("contains",),
    "upper": ("to_uppercase",), "lower": ("to_lowercase",), "to_upper": ("to_uppercase",), "strip": ("trim",),
    "to_lower": ("to_lowercase",), "toString": ("to_string",), "substring": ("get",), "index_of": ("find", "position"),
    "map": ("iter().map", "into_iter().map", "chars().map"), "filter": ("iter().filter", "into_iter().filter"),
    "sum": ("iter().sum", "into_iter().sum"), "max": ("iter().max",), "min": ("iter().min",), "any": ("iter().any",),
    "all": ("iter().all",), "fold": ("iter().fold",), "enumerate": ("iter().enumerate", "chars().enumerate"),
    "rev": ("chars().rev", "iter().rev"), "zip": ("iter().zip",), "count": ("len", "iter().count", "chars().count"),
    "collect": ("iter().collect", "chars().collect"), "take": ("iter().take", "chars().take"),
    "reverse": ("rev", "chars().rev"), "position": ("iter().position",), "join": ("collect::<Vec<_>>().join",),
    "sort": ("sort_unstable", "sort_by"), "each": ("for_each",), "flatten": ("flatten",), "reduce": ("fold", "reduce"),
    "unwrap_or_none": ("ok",), "value": ("get",), "put": ("insert",), "set": ("insert", "set"), "delete": ("remove",),
    "erase": ("remove",), "head": ("first",), "tail": ("last",), "pow": ("powi", "powf"), "powi": ("pow",),
    "to_int": ("parse",), "is_digit": ("is_ascii_digit",), "get_or_default": ("unwrap_or_default",),
    "nth": ("chars().nth", "get"), "last": ("iter().last",), "next": ("iter().next",), "iter": ("chars", "into_iter"),
    "string": ("String",), "int": ("i32",), "Str": ("str",), "Map": ("HashMap",), "Set": ("HashSet",),
    "List": ("Vec",), "float": ("f64",), "double": ("f64",), "boolean": ("bool",), "Optional": ("Option",),
}  # fmt: skip
"""What a name is often taken for, the likeliest first."""
