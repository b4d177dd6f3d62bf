import torch
from model import moe_forward

torch.manual_seed(0)
T, d, E, k = 9, 6, 5, 2
x = torch.randn(T, d, requires_grad=True)
layers = [torch.nn.Linear(d, d) for _ in range(E)]
idx = torch.stack([torch.randperm(E - 1)[:k] for _ in range(T)])  # the last expert gets none
gate = torch.rand(T, k)
want = torch.stack(
    [sum(gate[t, i] * layers[idx[t, i]](x[t]) for i in range(k)) for t in range(T)]
)
got = moe_forward(x, idx, gate, layers)
assert torch.allclose(got, want, atol=1e-6)
got.sum().backward()
assert x.grad is not None
calls = []
moe_forward(x, idx, gate, [lambda r: calls.append(len(r)) or r] * E)
assert len(calls) == E and sum(calls) == T * k
