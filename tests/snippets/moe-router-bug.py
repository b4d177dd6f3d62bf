import torch
from bank import option, source


def gradient(code):
    torch.manual_seed(0)
    w = torch.randn(4, 3, requires_grad=True)
    names = {'x': torch.randn(5, 4), 'w_router': w, 'run': lambda x, e: x * (e[:, None] + 1.0)}
    exec(code, names)
    y = names['y']
    if y.requires_grad:
        y.pow(2).sum().backward()
    return w.grad


assert option() == 'Line 3'
assert gradient(source()) is None
assert gradient(source().replace('probs.data', 'probs')).abs().sum() > 0
