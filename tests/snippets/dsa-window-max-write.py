import random

from model import window_max

rng = random.Random(4)
for _ in range(300):
    a = [rng.randrange(9) for _ in range(rng.randrange(1, 20))]
    k = rng.randrange(1, len(a) + 1)
    assert window_max(a, k) == [max(a[i : i + k]) for i in range(len(a) - k + 1)]
for k in (0, 4):
    try:
        window_max([1, 2, 3], k)
        raise AssertionError
    except ValueError:
        pass
