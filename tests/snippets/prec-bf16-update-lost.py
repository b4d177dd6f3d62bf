import contextlib
import io

import torch
from bank import option, source

out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'torch': torch})
assert out.getvalue().strip() == option() == '1.0'
# The numbers just below 1 are half as far apart as those above it.
assert torch.finfo(torch.bfloat16).eps / 2 == 2**-8
assert option('below') == f'{1 - 2**-8:.4f}'
