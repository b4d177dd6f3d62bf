import contextlib
import io

import torch
from bank import option, source

out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'torch': torch})
assert out.getvalue().strip() == option() == '0.609375' == str(1 - 100 * 2**-8)
# The numbers just below 1 are half as far apart as those above it.
assert torch.finfo(torch.bfloat16).eps / 2 == 2**-8
assert option('exact') == str(torch.tensor(0.7, dtype=torch.bfloat16).item())
assert option('under') == str(1 - 100 * 2**-9)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source().replace('0.003', '0.001'), {'torch': torch})
assert out.getvalue().strip() == option('one')
