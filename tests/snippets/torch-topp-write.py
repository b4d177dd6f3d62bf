import torch
from model import sample

logits = torch.tensor([[0.5, 0.3, 0.15, 0.05]]).log().repeat(4000, 1)
g = torch.Generator().manual_seed(0)
assert set(sample(logits, p=0.9, generator=g).tolist()) == {0, 1, 2}
assert set(sample(logits, p=0.4, generator=g).tolist()) == {0}
assert set(sample(logits, k=2, generator=g).tolist()) == {0, 1}
assert set(sample(logits, temperature=0).tolist()) == {0}
share = (sample(logits, generator=g) == 0).float().mean()
assert abs(float(share) - 0.5) < 0.03
