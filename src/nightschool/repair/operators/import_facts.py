"""Where names come from: paths of the standard library, items of the file by path, and edits of `use` declarations.

Covered: a table of names that everyday programs import, by type, trait and module, and the traits behind methods.
Not covered: other crates.
Source: the documentation of `std`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tree_sitter import Node

from nightschool.repair.operators.item_facts import module_of, newline, top
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

LISTED = """
collections: HashMap HashSet BTreeMap BTreeSet VecDeque BinaryHeap LinkedList hash_map btree_map hash_set btree_set
collections::hash_map: Entry DefaultHasher
collections::btree_map: Entry
rc: Rc Weak
sync: Arc Mutex RwLock OnceLock LazyLock Once Condvar Barrier Weak mpsc atomic MutexGuard
sync: RwLockReadGuard RwLockWriteGuard
sync::atomic: Ordering AtomicUsize AtomicBool AtomicU64 AtomicU32 AtomicI32 AtomicI64 AtomicIsize
sync::mpsc: channel Sender Receiver SyncSender sync_channel RecvError SendError
cell: RefCell Cell OnceCell LazyCell Ref RefMut
cmp: Ordering Reverse min max PartialOrd
fmt: Display Debug Formatter Write Arguments
io: Write Read BufRead BufReader BufWriter Cursor Seek Error ErrorKind Result stdin stdout
hash: Hash Hasher BuildHasher DefaultHasher
str: FromStr Chars SplitWhitespace Lines Split Utf8Error CharIndices
string: FromUtf8Error ToString
num: ParseIntError ParseFloatError NonZeroU32 NonZeroU8 NonZeroUsize NonZeroU64 Wrapping TryFromIntError IntErrorKind
error: Error
ops: Add Sub Mul Div Rem Neg Not Deref DerefMut Index IndexMut AddAssign SubAssign MulAssign DivAssign Range
ops: RangeInclusive ControlFlow Bound RangeBounds Drop Fn FnMut FnOnce BitAnd BitOr BitXor Shl Shr
iter: FromIterator Peekable Sum Product once repeat repeat_n successors from_fn empty zip Rev Map Filter Enumerate
iter: Iterator FusedIterator
borrow: Cow Borrow BorrowMut ToOwned
convert: TryFrom TryInto Infallible AsRef From Into identity
marker: PhantomData Send Sync Copy PhantomPinned
mem: swap replace take size_of drop
time: Duration Instant SystemTime UNIX_EPOCH
path: Path PathBuf
thread: JoinHandle spawn sleep scope
any: Any TypeId type_name
env: args Args
ffi: OsStr OsString CString CStr
fs: File OpenOptions
net: IpAddr Ipv4Addr Ipv6Addr SocketAddr TcpStream TcpListener
process: Command
future: Future IntoFuture
pin: Pin pin
task: Context Poll Waker Wake
array: IntoIter
char: from_digit from_u32
slice: Iter IterMut
vec: IntoIter Drain
default: Default
clone: Clone
"""
MODULE_NAMES = """
collections rc sync cell cmp fmt io hash str string num error ops iter borrow convert marker mem time path thread
any env fs net process future pin task array char slice vec ptr panic option result f64 f32 i32 u32 u64 usize u8
"""
MODULES = frozenset(MODULE_NAMES.split())
"""Modules of `std`."""
METHODS = {
    "write_str": "std::fmt::Write", "write_char": "std::fmt::Write", "write_fmt": "std::fmt::Write std::io::Write",
    "write_all": "std::io::Write", "flush": "std::io::Write", "write": "std::io::Write std::hash::Hasher",
    "read_line": "std::io::BufRead", "lines": "std::io::BufRead", "read_to_string": "std::io::Read",
    "read": "std::io::Read", "read_to_end": "std::io::Read", "read_exact": "std::io::Read", "seek": "std::io::Seek",
    "from_str": "std::str::FromStr", "hash": "std::hash::Hash", "finish": "std::hash::Hasher",
    "borrow": "std::borrow::Borrow", "try_into": "std::convert::TryInto", "try_from": "std::convert::TryFrom",
    "deref": "std::ops::Deref", "add": "std::ops::Add", "poll": "std::future::Future", "source": "std::error::Error",
    "from_iter": "std::iter::FromIterator", "sub": "std::ops::Sub", "mul": "std::ops::Mul", "neg": "std::ops::Neg",
    "write_u32": "std::hash::Hasher", "hash_one": "std::hash::BuildHasher", "borrow_mut": "std::borrow::BorrowMut",
}  # fmt: skip
"""Methods and the traits that must be in scope for them."""


@cache
def standard() -> dict[str, tuple[str, ...]]:
    """Full paths in `std` of each name of the table."""
    found: dict[str, tuple[str, ...]] = {name: (f"std::{name}",) for name in MODULES}
    for line in LISTED.strip().split("\n"):
        module, _, names = line.partition(": ")
        for name in names.split():
            found[name] = (*found.get(name, ()), f"std::{module}::{name}")
    return found


def module_path(place: Place, node: Node) -> tuple[str, ...]:
    """Names of the inline modules around a node, the outermost first."""
    found: list[str] = []
    holder = module_of(node)
    while holder is not None:
        found.insert(0, place.syntax.name(holder))
        holder = module_of(holder)
    return tuple(found)


ITEMS = (
    "function_item", "struct_item", "enum_item", "trait_item", "const_item", "static_item", "type_item", "mod_item",
    "union_item",
)  # fmt: skip


def declared(place: Place, name: str) -> Iterator[tuple[tuple[str, ...], Node]]:
    """(module path, item) of the items of that name that a path can reach."""
    for node in place.syntax.of(*ITEMS):
        if place.syntax.name(node) == name and enclosing(node, "block", "impl_item", "trait_item") is None:
            yield module_path(place, node), node


def relative(here: tuple[str, ...], there: tuple[str, ...], name: str) -> str:
    """A path from one module of the file to an item of another, in `super` and names."""
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    up = ["super"] * (len(here) - same)
    return "::".join([*up, *there[same:], name])


def paths_to(place: Place, name: str, here: tuple[str, ...]) -> list[str]:
    """Paths by which a module can import a name: of the file first, then variants' enums, then of `std`."""
    found = [relative(here, there, name) for there, _ in declared(place, name) if there != here]
    for node in place.syntax.of("enum_variant"):
        holder = enclosing(node, "enum_item")
        if place.syntax.name(node) == name and holder is not None:
            kind = place.syntax.name(holder)
            found.append(relative(here, module_path(place, holder), f"{kind}::{name}"))
    return list(dict.fromkeys([*found, *standard().get(name, ())]))


def imported(place: Place, path: str, module: Node | None, alias: str = "") -> Edit:
    """The insertion of `use path;` in a module or at the top of the file."""
    at, indent = top(place, module)
    end = newline(place)
    text = f"use {path}{f' as {alias}' if alias else ''};{end}"
    if module is not None and place.data[max(at - 1, 0) : at] == b"{":
        return Edit(at, at, f" {text.rstrip()} ")
    gap = end if not place.syntax.of("use_declaration") and module is None else ""
    return Edit(at, at, text + gap + indent)


def has_import(place: Place, path: str) -> bool:
    """Whether some `use` of the file names the path or its last name."""
    name = re.escape(path.split("::")[-1])
    return any(re.search(rf"\b{re.escape(name)}\b", place.text(node)) for node in place.syntax.of("use_declaration"))
