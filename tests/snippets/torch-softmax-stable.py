import math

import torch
from bank import option, source


def both(code):
    names = {'torch': torch}
    exec(code, names)
    return names['a'], names['b']


a, b = both(source())
assert option() == f'a[0] = −{-a[0]:.0f}, b[0] = −{-b[0]:.0f}', option()
assert abs(a[0] + 80) < 1e-3 and b[0] == -80
a, b = both(source().replace('80.0', '89.0'))
assert a[0] == -math.inf and math.isnan(a[1]) and b[0] == -89
assert torch.tensor(11.05).exp() < torch.finfo(torch.float16).max < torch.tensor(11.1).exp()
assert f'{torch.tensor(80.0).exp():.1e}' == '5.5e+34' and f'{torch.finfo(torch.float32).tiny:.1e}' == '1.2e-38'
