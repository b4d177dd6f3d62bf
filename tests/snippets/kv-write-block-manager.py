from model import Blocks

blocks = Blocks(4, 2)
assert [blocks.append('a')[1] for _ in range(3)] == [0, 1, 0]
blocks.fork('a', 'b')
table = list(blocks.table['a'])
block, offset, source = blocks.append('b')
assert offset == 1 and source == table[1] and block != table[1]
assert blocks.append('a') == (table[1], 1, None)
assert blocks.append('a')[1] == 0
before = (dict(blocks.table), dict(blocks.length), list(blocks.refs))
try:
    blocks.append('b')
    raise AssertionError
except MemoryError:
    assert before == (blocks.table, blocks.length, blocks.refs)
blocks.free('a')
blocks.free('b')
assert sorted(blocks.free_list) == [0, 1, 2, 3]
