import torch
from bank import option, source
from torch.nn import functional as F


def nodes(code, batches):
    """How many nodes of graphs hang on the names that are alive after the loop."""
    names = {'F': F, 'model': torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Tanh(), torch.nn.Linear(8, 3))}
    names |= {'loader': [(torch.randn(5, 4), torch.zeros(5, dtype=torch.long))] * batches}
    names |= {'total': 0, 'ema': 0, 'hits': 0}
    exec(code, names)
    waiting = [value.grad_fn for value in names.values() if isinstance(value, torch.Tensor)]
    seen = set()
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting += [before for before, _ in node.next_functions]
    return len(seen)


def grows(code):
    return nodes(code, 20) > nodes(code, 10)


assert option() == 'Line 3', option()
assert grows(source())
mended = source().replace('0.1 * loss ', '0.1 * loss.detach() ')
assert mended != source() and not grows(mended)
assert grows(mended.replace('loss.item()', 'loss'))
