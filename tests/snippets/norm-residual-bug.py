import torch
from bank import option, source

assert option() == '2'


def stream(code, scale):
    """What leaves a block whose sub-layers add nothing."""
    norm = lambda x: x / x.pow(2).mean(-1, keepdim=True).sqrt()
    zero = lambda x: torch.zeros_like(x)
    names = {'norm1': norm, 'norm2': norm, 'attn': zero, 'mlp': zero}
    exec(code, names)
    x = torch.arange(1.0, 5.0)[None] * scale
    return names['block'](x), x


out, x = stream(source(), 10)
assert not torch.allclose(out, x)
out, x = stream(source().replace('x = h + attn(h)', 'x = x + attn(h)'), 10)
assert torch.allclose(out, x)
