import subprocess
import sys

from model import candidates, shingles, signature

words = [f'w{i}' for i in range(60)]
documents = {
    'a': ' '.join(words),
    'b': ' '.join(words[:-1] + ['x']),
    'c': ' '.join(f'v{i}' for i in range(60)),
    'd': 'short',
}
assert candidates(documents, 20, 5) == {('a', 'b')}
a, b = shingles(documents['a'], 3), shingles(documents['b'], 3)
true = len(a & b) / len(a | b)
agree = [x == y for x, y in zip(signature(documents['a'], 400), signature(documents['b'], 400))]
assert abs(sum(agree) / 400 - true) < 0.05
code = 'from model import signature; print(signature("a b c d", 4))'
runs = {subprocess.run([sys.executable, '-c', code], capture_output=True, text=True).stdout for _ in range(2)}
assert len(runs) == 1, 'fixed across processes'
