import torch
from torch.nn.functional import gelu
from bank import question, source

T = 4
torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
x, a, b = torch.randn(5, 6), torch.randn(6, 8), torch.randn(8, 6)
target = torch.randn(5, 6)


def whole():
    leaves = [t.clone().requires_grad_() for t in (x, a, b)]
    y = gelu(leaves[0] @ leaves[1]) @ leaves[2]
    ((y - target) ** 2).sum().backward()
    return y.detach(), [t.grad for t in leaves]


def ranks():
    parts = []

    class Note:
        def all_reduce(self, y):
            parts.append(y.detach().clone())

    class Sum:
        def all_reduce(self, y):
            y.copy_(sum(parts))

    found = []
    for dist in (Note(), Sum()):
        names = {'torch': torch, 'gelu': gelu, 'dist': dist}
        exec(source(), names)
        found = []
        for r in range(T):
            leaves = [t.clone().requires_grad_() for t in (x, a.chunk(T, 1)[r], b.chunk(T, 0)[r])]
            y = names['mlp'](*leaves)
            ((y - target) ** 2).sum().backward()
            found.append((y.detach(), [t.grad for t in leaves]))
    return found


y, (gx, ga, gb) = whole()
found = ranks()
for r, (out, (hx, ha, hb)) in enumerate(found):
    assert torch.allclose(out, y)
    assert torch.allclose(ha, ga.chunk(T, 1)[r])
    assert torch.allclose(hb, gb.chunk(T, 0)[r])
    assert not torch.allclose(hx, gx)
assert torch.allclose(sum(grads[0] for _, grads in found), gx)
assert question['answer'] == 'x'
