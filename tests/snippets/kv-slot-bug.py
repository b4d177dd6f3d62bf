import types

from bank import option, source


def run(code, tokens, table=(), length=0):
    names = {'B': 4, 'write': lambda slot, token: None, 'allocate': iter(range(9, 99)).__next__}
    exec(code, names)
    seq = types.SimpleNamespace(table=list(table), length=length)
    for token in range(tokens):
        names['append'](seq, token)
    return seq


assert option() == 'At the very first token'
try:
    run(source(), 1)
    raise AssertionError
except IndexError:
    pass
# Behind a prompt it works, and takes each block a token early.
assert len(run(source(), 1, [1], 3).table) == 2
mended = source().replace('== B - 1', '== 0')
assert [len(run(mended, n).table) for n in (1, 4, 5, 8, 9)] == [1, 1, 2, 2, 3]
