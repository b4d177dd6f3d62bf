import re
import subprocess

from bank import option, source

FRAME = """
use std::sync::Mutex;
struct Msg;
fn take(q: &Mutex<Vec<Msg>>) -> Msg {{ q.lock().unwrap().remove(0) }}
fn main() {{
    let q = Mutex::new(vec![Msg, Msg, Msg]);
    let held = std::cell::Cell::new(0);
    let sent = std::cell::Cell::new(0);
    let send = |_: Msg| {{
        sent.set(sent.get() + 1);
        held.set(held.get() + q.try_lock().is_err() as u32);
    }};
    {}
    assert_eq!(sent.get(), 3);
    print!("{{}}", held.get());
}}
"""


def held(loop):
    """In how many of the three sends the queue is locked."""
    with open('try.rs', 'w') as file:
        file.write(FRAME.format(loop))
    build = ['rustc', '--edition', '2021', '-A', 'warnings', '-o', 'try', 'try.rs']
    subprocess.run(build, check=True, timeout=120)
    return int(subprocess.run(['./try'], check=True, capture_output=True, text=True, timeout=60).stdout)


loops = {re.search(r'// (\w)', line)[1]: held(line + '\n') for line in source('prompt', 'rs').splitlines()}
assert loops == {'P': 3, 'Q': 0, 'R': 3}, loops
assert option() == 'P and R'
assert held('let batch = std::mem::take(&mut *q.lock().unwrap()); for m in batch { send(m); }') == 0
