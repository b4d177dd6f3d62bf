import random

from bank import option, source

rng = random.Random(9)
p, q = [[0.4, 0.6]], [[0.8, 0.2]]
draw = lambda row: 0 if rng.random() < row[0] else 1
names = {'p': p, 'q': q, 'random': rng.random, 'sample': draw}
first = 0
for _ in range(20_000):
    names |= {'draft': [draw(q[0])], 'out': []}
    exec(source(), names)
    first += names['out'][0] == 0
assert abs(first / 20_000 - float(option())) < 0.015
