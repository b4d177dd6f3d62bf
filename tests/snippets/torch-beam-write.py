import itertools
import math
import random

from model import beam_search

rng = random.Random(8)
table = {}


def step(tokens):
    """Fixed log-probabilities for each prefix over {0, 1, 2 = end}."""
    row = table.setdefault(tuple(tokens), [rng.random() for _ in range(3)])
    return [math.log(p / sum(row)) for p in row]


def score(tokens):
    logs = [step(tokens[:i])[tokens[i]] for i in range(1, len(tokens))]
    return sum(logs) / len(logs)


limit = 4
finished = [
    [9, *middle, 2] for n in range(limit) for middle in itertools.product((0, 1), repeat=n)
]
assert beam_search(step, 9, 2, 50, limit) == max(finished, key=score)
greedy = [9]
while greedy[-1] != 2 and len(greedy) <= limit:
    logs = step(greedy)
    greedy.append(logs.index(max(logs)))
assert beam_search(step, 9, 2, 1, limit) == greedy
