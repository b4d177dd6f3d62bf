import torch
from bank import question, source

assert question['answer'] == 'c'
torch.manual_seed(0)
W = torch.randn(3, 8, 8)


class Cache:
    def __init__(self):
        self.k = self.v = None

    def append(self, k, v):
        self.k = k if self.k is None else torch.cat([self.k, k], 1)
        self.v = v if self.v is None else torch.cat([self.v, v], 1)
        return self.k, self.v


def rope(x, pos):
    angle = pos[:, None] * 10.0 ** (-torch.arange(4) / 4)
    a, b = x.chunk(2, -1)
    return torch.cat([a * angle.cos() - b * angle.sin(), a * angle.sin() + b * angle.cos()], -1)


def attend(q, k, v):
    T, S = q.shape[1], k.shape[1]
    seen = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return (q @ k.transpose(1, 2)).masked_fill(~seen, float('-inf')).softmax(-1) @ v


places = []


def noted(x, pos):
    places.append(pos.tolist())
    return rope(x, pos)


def outputs(code):
    names = {'torch': torch, 'project': lambda x: [x @ w for w in W], 'rope': noted, 'attend': attend}
    exec(code, names)
    x, cache = torch.randn(1, 13, 8, generator=torch.Generator().manual_seed(1)), Cache()
    whole = names['step'](x, Cache())
    calls = [x[:, :10], *(x[:, t : t + 1] for t in range(10, 13))]
    return whole, torch.cat([names['step'](call, cache) for call in calls], 1)


whole, steps = outputs(source())
assert torch.allclose(whole[:, :10], steps[:, :10], atol=1e-5)
assert not torch.allclose(whole[:, 10:], steps[:, 10:], atol=1e-3)
query, keys = places[-2:]
assert (query, keys[-2]) == ([0], 11)  # the last key is the token's own
mended = source().replace('torch.arange(q.shape[1])', 'torch.arange(k.shape[1] - q.shape[1], k.shape[1])')
whole, steps = outputs(mended)
assert torch.allclose(whole, steps, atol=1e-5)
