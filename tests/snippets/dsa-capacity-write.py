import random

from model import least_capacity


def fits(weights, days, capacity):
    used, load = 1, 0
    for w in weights:
        if w > capacity:
            return False
        if load + w > capacity:
            used, load = used + 1, 0
        load += w
    return used <= days


rng = random.Random(5)
for _ in range(300):
    weights = [rng.randrange(1, 12) for _ in range(rng.randrange(1, 12))]
    days = rng.randrange(1, 6)
    assert least_capacity(weights, days) == next(c for c in range(1, 200) if fits(weights, days, c))
