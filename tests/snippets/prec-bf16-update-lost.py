import contextlib
import io

import torch
from bank import question, source


def last(step):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(source().replace('0.003', step), {'torch': torch})
    return out.getvalue().strip()


assert last('0.003') == question['answer'] == str(1 - 100 * 2**-8)
# The numbers just below 1 are half as far apart as those above it.
assert torch.finfo(torch.bfloat16).eps / 2 == 2**-8
assert last('0.001') == '1.0'
