"""What the compiler and the program say of a block in Rust."""

import re
import subprocess


def rust(name='prompt'):
    """What it prints; or the number, as `// n` stands beside it, of the line that the compiler refuses."""
    build = ['rustc', '--edition', '2021', '-A', 'warnings', '--error-format=short', '-o', name, f'{name}.rs']
    done = subprocess.run(build, capture_output=True, text=True, timeout=120)
    if done.returncode == 0:
        return subprocess.run([f'./{name}'], capture_output=True, text=True, timeout=60).stdout.strip()
    row = int(re.search(rf'{name}\.rs:(\d+):', done.stderr).group(1))
    with open(f'{name}.rs') as file:
        return re.search(r'// (\d+)', file.read().splitlines()[row - 1]).group(1)
