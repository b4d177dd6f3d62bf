import contextlib
import io
import warnings

import numpy as np
from bank import option, source

warnings.simplefilter('ignore')
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(source(), {'np': np})
assert out.getvalue().strip() == option() == 'inf'
assert np.float16(1e-5) > 0 and np.float16(1e-8) == 0
