import torch
from model import mask

ids = torch.tensor([0, 0, 0, 1, 1, 1, 1])
got = mask(ids, 3)
for i in range(7):
    for j in range(7):
        assert bool(got[i, j]) == (j <= i and i - j < 3 and bool(ids[i] == ids[j]))
assert got.any(-1).all()
