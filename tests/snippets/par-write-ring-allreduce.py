import numpy as np
from model import ring_all_reduce

rng = np.random.default_rng(0)
for n in (1, 2, 3, 4, 7):
    for length in (n, 13, 24, 2):
        buffers = [rng.normal(size=length) for _ in range(n)]
        before = [b.copy() for b in buffers]
        out, sent = ring_all_reduce(buffers)
        for o in out:
            np.testing.assert_allclose(o, sum(buffers))
        assert all((a == b).all() for a, b in zip(before, buffers))
        # Over all ranks each step sends the whole buffer once.
        assert sum(sent) == 2 * (n - 1) * length
        if length % n == 0:
            assert sent == [2 * (n - 1) * length // n] * n
