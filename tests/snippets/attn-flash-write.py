import torch
from model import block_attention

torch.manual_seed(0)
for n, B in [(1, 4), (8, 4), (9, 4), (10, 1), (7, 16)]:
    q, k, v = (torch.randn(n, 16) * 3 for _ in range(3))
    scores = (q @ k.T / 4).masked_fill(torch.ones(n, n, dtype=torch.bool).triu(1), float('-inf'))
    assert torch.allclose(block_attention(q, k, v, B), scores.softmax(-1) @ v, atol=1e-5)
