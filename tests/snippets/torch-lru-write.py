import random
from collections import OrderedDict

from model import LRU

rng = random.Random(7)
for capacity in (1, 2, 5):
    ours, plain = LRU(capacity), OrderedDict()
    for _ in range(2000):
        key = rng.randrange(8)
        if rng.random() < 0.5:
            ours.put(key, _)
            plain[key] = _
            plain.move_to_end(key)
            if len(plain) > capacity:
                plain.popitem(last=False)
        else:
            assert ours.get(key) == plain.get(key)
            if key in plain:
                plain.move_to_end(key)
        assert ours.nodes.keys() == plain.keys()
