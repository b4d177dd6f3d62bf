import random

from model import representatives

rng = random.Random(6)
for _ in range(200):
    n = rng.randrange(1, 15)
    pairs = [(rng.randrange(n), rng.randrange(n)) for _ in range(rng.randrange(12))]
    group = list(range(n))
    for _ in range(n):
        for a, b in pairs:
            group[a] = group[b] = min(group[a], group[b])
    want = {i: group[i] for i in range(n)}
    assert representatives(range(n), pairs) == want
    rng.shuffle(pairs)
    assert representatives(range(n), pairs) == want
chain = [(i, i + 1) for i in range(50_000)]
assert set(representatives(range(50_001), chain).values()) == {0}
