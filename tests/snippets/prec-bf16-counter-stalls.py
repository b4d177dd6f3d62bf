import contextlib
import io

import torch
from bank import option, source

out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'torch': torch})
assert out.getvalue().strip() == option() == '1024'
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source().replace('+= 3', '+= 1'), {'torch': torch})
assert out.getvalue().strip() == option('one')
assert option('whole') == str(int(torch.tensor(30_000.0, dtype=torch.bfloat16)))
n = torch.tensor(256, dtype=torch.bfloat16)
assert int(n + 3) == 260
