import numpy as np
import torch
from model import to_bf16, to_bf16_stochastic

rng = np.random.default_rng(0)
x = rng.integers(0, 1 << 32, 400_000, dtype=np.uint64).astype(np.uint32).view(np.float32)
edge = np.array([0.0, -0.0, np.inf, -np.inf, 1.0, 256.5, 257.0, 259.0, 3.4e38, 1e-45, -3.4028235e38], np.float32)
ties = (rng.integers(0, 1 << 16, 5000).astype(np.uint32) << 16 | 0x8000).view(np.float32)
for values in (x, edge, ties):
    values = values[~np.isnan(values)]
    want = torch.from_numpy(values.copy()).to(torch.bfloat16).view(torch.int16).numpy().view(np.uint16)
    assert (to_bf16(values) == want).all()
# A NaN whose payload is in the lower half alone.
nan = np.array([0x7F800001, 0xFF800001, 0x7FC00000], np.uint32).view(np.float32)
bits = to_bf16(nan)
assert ((bits & 0x7FFF) > 0x7F80).all()
assert to_bf16(np.float32([3.4028235e38]))[0] == 0x7F80

value = np.full(200_000, 1.0 + 0.1 * 2**-7, np.float32)
bits = to_bf16_stochastic(value, rng)
mean = (bits.astype(np.uint32) << 16).view(np.float32).astype(np.float64).mean()
assert abs(mean - value[0]) < 2e-5
assert (to_bf16_stochastic(np.float32([np.inf, -np.inf]), rng) == to_bf16(np.float32([np.inf, -np.inf]))).all()
assert np.isnan((to_bf16_stochastic(nan, rng).astype(np.uint32) << 16).view(np.float32)).all()
