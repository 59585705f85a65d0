"""A seccomp filter: system calls that no koan needs and an attacker would like.

Covered: looking into or steering other processes (so that programs in one sandbox cannot forge each other's
results), memory that no limit counts (memfd, System V), the parts of the kernel with the worst record
(bpf, io_uring, userfaultfd, keyrings, perf), namespaces and mounts. They fail with EPERM. Not covered:
a list of all that is allowed; and machines other than x86-64 and AArch64, which get no filter.
Source: seccomp(2); Docker's default profile; the kernel's syscall tables.
"""

from __future__ import annotations

import os
import struct
from functools import cache

_NUMBERS: dict[str, tuple[int, int]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "syslog": (103, 116),
}
"""Each refused call's number on x86-64 and on AArch64."""
_RUNNER = frozenset({"unshare", "setns", "mount", "umount2"})
"""What a runner needs to wall its children in."""
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _EPERM, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_X32 = 0x40000000
"""Calls of the x32 ABI, which would go round the numbers above; no AArch64 number is that high."""


def refused(runner: bool = False) -> list[str]:
    """Names of the calls that a program, or the trusted runner of programs, may not make."""
    return [name for name in _NUMBERS if not (runner and name in _RUNNER)]


@cache
def filter_program(machine: str = os.uname().machine, runner: bool = False) -> bytes:
    """The filter as classic BPF (`struct sock_filter[]`); empty where the machine is not known.

    Load the architecture, kill if it is foreign (another table of numbers); load the call's number,
    refuse if it is of x32 or listed.
    """
    if machine not in _MACHINES:
        return b""
    column, architecture = _MACHINES[machine]
    listed = [_NUMBERS[name][column] for name in refused(runner)]
    code = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    code.append((_AT_LEAST, len(listed) + 1, 0, _X32))
    # A hit jumps over the calls still to compare and over the permission.
    code += [(_EQUAL, len(listed) - index, 0, number) for index, number in enumerate(listed)]
    code += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _EPERM)]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)
