import numpy as np
from model import LossScaler

scaler = LossScaler(start=8.0, interval=2, floor=1.0)
seen = []
assert scaler.scale(0.5) == 4.0
good = [np.array([8.0, 16.0], np.float16)]
bad = [np.array([1.0], np.float16), np.array([np.inf], np.float16)]
assert scaler.step(good, seen.append)
assert (seen[0][0] == [1, 2]).all() and seen[0][0].dtype == np.float32
assert scaler.value == 8 and scaler.step(good, seen.append) and scaler.value == 16
assert not scaler.step(bad, seen.append) and scaler.value == 8 and len(seen) == 2
assert scaler.step(good, seen.append) and not scaler.step([np.array([np.nan])], seen.append)
assert scaler.value == 4
# The count of good steps began anew.
assert scaler.step(good, seen.append) and scaler.value == 4
assert scaler.step(good, seen.append) and scaler.value == 8
for _ in range(20):
    scaler.step(bad, seen.append)
assert scaler.value == 1
