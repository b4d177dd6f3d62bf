import types

from bank import option, source


def run(code, tokens, table=(), length=0):
    names = {'B': 16, 'write': lambda slot, token: None, 'allocate': iter(range(9, 99)).__next__}
    exec(code, names)
    seq = types.SimpleNamespace(table=list(table), length=length)
    for token in range(tokens):
        names['append'](seq, token)
    return seq


def fails(code, *args):
    try:
        run(code, *args)
    except IndexError:
        return True
    return False


assert option() == '4 blocks in the table'
assert len(run(source(), 28, [1, 2], 20).table) == 4
# From nothing, or behind full blocks, it fails at the first token.
assert fails(source(), 1) and fails(source(), 1, [1], 16) and fails(source(), 1, [1, 2], 32)
late = source().replace('== B - 1', '== 1')
assert not fails(late, 1, [1, 2], 20) and fails(late, 28, [1, 2], 20)
mended = source().replace('== B - 1', '== 0')
assert len(run(mended, 28, [1, 2], 20).table) == 3
assert [len(run(mended, n).table) for n in (1, 16, 17, 32, 33)] == [1, 1, 2, 2, 3]
