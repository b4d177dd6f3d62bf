import numpy as np
from model import clip_sharded

rng = np.random.default_rng(0)
sharded = [[rng.normal(size=5)] for _ in range(4)]
same = rng.normal(size=3)
replicated = [[same.copy()] for _ in range(4)]
whole = np.concatenate([r[0] for r in sharded] + [same])
norm = clip_sharded(sharded, replicated, 1.0)
assert np.isclose(norm, np.linalg.norm(whole))
after = np.concatenate([r[0] for r in sharded] + [replicated[2][0]])
assert np.isclose(np.linalg.norm(after), 1.0, atol=1e-5)
before = [r[0].copy() for r in sharded]
assert clip_sharded(sharded, replicated, 5.0) <= 1.001
assert all(np.array_equal(a, r[0]) for a, r in zip(before, sharded)), 'below the limit nothing is scaled'
sharded[1][0][0] = np.inf
kept = sharded[0][0].copy()
assert not np.isfinite(clip_sharded(sharded, replicated, 1.0)) and np.array_equal(kept, sharded[0][0])
