import contextlib
import io
import warnings

import numpy as np
from bank import option, source

warnings.simplefilter('ignore')


def printed(code):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {'np': np})
    return out.getvalue().strip()


assert printed(source()) == '9.88' and option() == 'about 10'
assert printed(source().replace('1e-6', '1e-8')) == option('inf')
assert option('exact') == f'about {1e-5 / (0.001**0.5 * 1e-5 + 1e-6):.1f}'
assert option('root') == f'about {0.001**-0.5:.1f}'
assert np.float16(1e-5) > 0 and np.float16(1e-8) == 0
