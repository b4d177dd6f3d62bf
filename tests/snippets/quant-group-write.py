import numpy as np
from model import dequantise, quantise

rng = np.random.default_rng(0)
w = rng.normal(size=(6, 64)).astype(np.float32)
w[2, 8:16] = 0
q, scale = quantise(w, 8)
assert q.min() >= -7 and q.max() <= 7 and q.dtype == np.int8
back = dequantise(q, scale)
assert back.shape == w.shape and np.all(back[2, 8:16] == 0)
error = np.abs(back - w).reshape(6, 8, 8)
assert np.all(error <= scale / 2 + 1e-6)
try:
    quantise(w, 7)
    raise AssertionError
except ValueError:
    pass
