import torch
from bank import question, source

assert question['answer'] == 'zero'
torch.manual_seed(0)
W = torch.randn(3, 8, 8)


class Cache:
    def __init__(self):
        self.k = self.v = None

    def append(self, k, v):
        self.k = k if self.k is None else torch.cat([self.k, k], 1)
        self.v = v if self.v is None else torch.cat([self.v, v], 1)
        return self.k, self.v

    def __len__(self):
        return 0 if self.k is None else self.k.shape[1]


def rope(x, pos):
    angle = pos[:, None] * 10.0 ** (-torch.arange(4) / 4)
    a, b = x.chunk(2, -1)
    return torch.cat([a * angle.cos() - b * angle.sin(), a * angle.sin() + b * angle.cos()], -1)


def attend(q, k, v):
    T, S = q.shape[1], k.shape[1]
    seen = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return (q @ k.transpose(1, 2)).masked_fill(~seen, float('-inf')).softmax(-1) @ v


def outputs(code):
    names = {'torch': torch, 'project': lambda x: [x @ w for w in W], 'rope': rope, 'attend': attend}
    exec(code, names)
    x, cache = torch.randn(1, 5, 8, generator=torch.Generator().manual_seed(1)), Cache()
    whole = names['step'](x, Cache())
    steps = torch.cat([names['step'](x[:, t : t + 1], cache) for t in range(5)], 1)
    return whole, steps


whole, steps = outputs(source())
assert not torch.allclose(whole, steps, atol=1e-3)
mended = source().replace('torch.arange(x.shape[1], device=x.device)', 'torch.arange(x.shape[1]) + len(cache)')
whole, steps = outputs(mended)
assert torch.allclose(whole, steps, atol=1e-5)
