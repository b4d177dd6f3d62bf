import numpy as np
import model

model.test()
# The test notices a doubled bias and a wrong split.
forward, split = model.forward, model.split
model.forward = lambda x, ranks: forward(x, ranks) + (len(ranks) - 1) * ranks[0]['b']
for broken in ('bias', 'split'):
    try:
        model.test()
    except AssertionError:
        pass
    else:
        raise SystemExit(f'{broken} was not noticed')
    model.forward = forward

    def wrong(A, a, B, b, t):
        ranks = split(A, a, B, b, t)
        rows = [k['B'] for k in ranks][::-1]
        return [{**k, 'B': r} for k, r in zip(ranks, rows)]

    model.split = wrong
