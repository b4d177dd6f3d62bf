import random

from model import paired_bootstrap

rng = random.Random(0)
a = [int(rng.random() < 0.7) for _ in range(1000)]
b = [x if rng.random() < 0.9 else 1 - x for x in a]
mean, (low, high) = paired_bootstrap(a, b)
assert mean == (sum(b) - sum(a)) / 1000 and low <= mean <= high
n = sum(x != y for x, y in zip(a, b)) / 1000
width = 2 * 1.96 * ((n - mean**2) / 1000) ** 0.5
assert abs((high - low) / width - 1) < 0.1, 'as the normal interval of the paired differences'
assert paired_bootstrap(a, b) == paired_bootstrap(a, b)
for bad in (([], []), ([1], [1, 0])):
    try:
        paired_bootstrap(*bad)
        raise AssertionError
    except ValueError:
        pass
