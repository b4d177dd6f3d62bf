import torch
from bank import option, source

assert option() == '3'


def kept(code, p, q):
    names = {'torch': torch, 'logits': torch.tensor(q).log(), 'p': p}
    try:
        exec(code, names)
    except RuntimeError:
        return 0
    return int((names['probs'] > 0).sum())


mended = source().replace('mass <= p', 'mass - probs < p')
assert kept(source(), 0.9, [0.95, 0.03, 0.02]) == 0 and kept(mended, 0.9, [0.95, 0.03, 0.02]) == 1
assert kept(source(), 0.9, [0.5, 0.3, 0.15, 0.05]) == 2 and kept(mended, 0.9, [0.5, 0.3, 0.15, 0.05]) == 3
