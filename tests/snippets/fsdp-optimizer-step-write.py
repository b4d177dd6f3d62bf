import numpy as np
from model import zero1_step

rng = np.random.default_rng(0)
ranks, n = 4, 10
weights = rng.normal(size=n)
copies, size = [weights.copy() for _ in range(ranks)], -(-n // ranks)
state = [(np.zeros(size), np.zeros(size)) for _ in range(ranks)]
m = v = np.zeros(n)
for step in range(1, 6):
    grads = [rng.normal(size=n) for _ in range(ranks)]
    copies = zero1_step(copies, grads, state, step)
    g = sum(grads) / ranks
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
    weights = weights - 1e-3 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    assert all(np.allclose(copy, weights) for copy in copies)
