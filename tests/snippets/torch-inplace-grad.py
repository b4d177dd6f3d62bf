import torch
from bank import question, source
from torch import nn


def fails(line, last=()):
    names = {'norm': nn.LayerNorm(8), 'x': nn.Linear(8, 8)(torch.randn(4, 8))}
    names['mlp'] = nn.Sequential(nn.Linear(8, 16), nn.GELU(), nn.Linear(16, 8), *last)
    exec(line, names)
    try:
        names['x'].sum().backward()
    except RuntimeError as error:
        assert 'modified by an inplace operation' in str(error)
        return True
    return False


p, q = (line for line in source().splitlines() if line)
assert question['answer'] == 'p' and p.endswith('# P') and q.endswith('# Q')
assert fails(p) and not fails(q) and fails(q, [nn.Sigmoid()])
assert not fails('x = x + mlp(norm(x))')
