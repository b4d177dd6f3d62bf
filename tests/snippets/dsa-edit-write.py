import functools
import random

from model import distance


@functools.cache
def plain(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(plain(a[1:], b) + 1, plain(a, b[1:]) + 1, plain(a[1:], b[1:]) + (a[0] != b[0]))


rng = random.Random(3)
for _ in range(300):
    a, b = (''.join(rng.choices('abc', k=rng.randrange(7))) for _ in 'ab')
    assert distance(a, b) == plain(a, b)
