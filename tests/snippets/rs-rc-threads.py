import re
import subprocess

from bank import option, source

text = source('prompt', 'rs')
head, calls = text.split('\n\n')


def compiles(call, head=head):
    with open('try.rs', 'w') as file:
        file.write(
            'use std::{cell::*, collections::HashMap, rc::Rc, sync::*};\n'
            f'{head}\nfn cache() -> Cache {{ Cache {{ map: HashMap::new(), hits: Default::default() }} }}\n'
            f'fn main() {{ {call}\n}}\n'
        )
    build = ['rustc', '--edition', '2021', '-A', 'warnings', '-o', 'try', 'try.rs']
    return subprocess.run(build, capture_output=True, timeout=120).returncode == 0


lines = {re.search(r'// (\d)', call)[1]: call for call in calls.splitlines()}
assert len(lines) == 4
assert [f'Line {n}' for n, call in lines.items() if compiles(call)] == [option()]
atomic = head.replace('Cell<u64>', 'std::sync::atomic::AtomicU64')
assert [n for n, call in lines.items() if compiles(call, atomic)] == ['3', '4']
