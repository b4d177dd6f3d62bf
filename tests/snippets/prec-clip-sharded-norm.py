import torch
from bank import question, source

N = 64


def run(code, n):
    torch.manual_seed(0)
    whole = torch.sign(torch.randn(n * 16))
    shards = [[s.clone()] for s in whole.chunk(n)]
    parts = []

    class Note:
        def all_reduce(self, y):
            parts.append(y.clone())

    class Sum:
        def all_reduce(self, y):
            y.copy_(sum(parts))

    for dist in (Note(), Sum()):
        names = {'dist': dist}
        exec(code, names)
        work = [[g.clone() for g in s] for s in shards]
        for s in work:
            names['clip'](s, 1.0)
    return torch.cat([s[0] for s in work]).norm().item()


code = source()
assert abs(run(code, 1) - 1) < 1e-4
assert abs(run(code, N) - 1 / 8) < 1e-4
mended = code.replace('all_reduce(norm)', 'all_reduce(sq)')
lines = mended.splitlines()
lines[2], lines[3] = lines[3], lines[2]
assert abs(run('\n'.join(lines), N) - 1) < 1e-4
assert question['answer'] == 'eighth'
