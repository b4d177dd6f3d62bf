import contextlib
import io
import warnings

import numpy as np
from bank import option, source

warnings.simplefilter('ignore')
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'np': np})
assert out.getvalue().strip() == option() == '0.0'
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source().replace('float16', 'float32'), {'np': np})
assert out.getvalue().strip() == option('one')
