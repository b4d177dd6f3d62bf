import torch
from model import block_attention

torch.manual_seed(0)
for n, B in [(1, 4), (8, 4), (9, 4), (10, 1), (7, 16)]:
    q, k, v = (torch.randn(n, 16) * 3 for _ in range(3))
    scores = (q @ k.T / 4).masked_fill(torch.ones(n, n, dtype=torch.bool).triu(1), float('-inf'))
    plain = scores.softmax(-1) @ v
    assert torch.allclose(block_attention(q, k, v, B), plain, atol=1e-5)
    half = block_attention(*(t.bfloat16() for t in (q / 3, k / 3, v)), B)
    assert half.dtype == torch.bfloat16
    plain = (scores / 9).softmax(-1) @ v
    assert (half.float() - plain).abs().max() < 0.1
    assert block_attention(*(t.to('meta') for t in (q, k, v)), B).shape == (n, 16)
