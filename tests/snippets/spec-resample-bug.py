import random

from bank import question, source

assert question['answer'] == 'residual'
rng = random.Random(9)
p, q = [[0.5, 0.5]], [[0.9, 0.1]]
draw = lambda row: 0 if rng.random() < row[0] else 1
names = {'p': p, 'q': q, 'random': rng.random, 'sample': draw}
first = 0
for _ in range(20_000):
    names |= {'draft': [draw(q[0])], 'out': []}
    exec(source(), names)
    first += names['out'][0] == 0
assert abs(first / 20_000 - 0.7) < 0.015
