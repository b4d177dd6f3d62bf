import contextlib
import io

import torch
from bank import option, source

out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'torch': torch})
assert out.getvalue().strip() == option() == '256'
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source().replace('bfloat16', 'float16'), {'torch': torch})
assert out.getvalue().strip() == option('b2048')
