from model import train

assert train('aaa aaa', 1) == [(b'a', b'a')]
# Words are `aaa` and ` aaa`: the pair (a, a) is counted twice in each.
assert train('low low low lower lower', 3) == [(b'o', b'w'), (b'l', b'ow'), (b' ', b'low')]
# Ties go to the larger pair; nothing is learnt from what stands there once.
assert train('xy ab xy ab', 1) == [(b'x', b'y')]
assert train('abc', 5) == []
# Bytes, not characters.
assert train('é é', 1) == [(b'\xc3', b'\xa9')]
