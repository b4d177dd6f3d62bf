import numpy as np
from model import first_token_and_length, speculative_round

rng = np.random.default_rng(0)
p = np.array([[0.3, 0.6, 0.1], [0.2, 0.2, 0.6], [0.1, 0.8, 0.1]])
q = np.array([[0.5, 0.3, 0.2], [0.4, 0.4, 0.2]])
first, length = first_token_and_length(q, p, 20_000, rng)
assert np.abs(first - p[0]).max() < 0.015
accepted = np.minimum(p[:2], q).sum(axis=1)
assert abs(length - (1 + np.cumprod(accepted).sum())) < 0.03, 'the mean length of the explanation'
same, length = first_token_and_length(p[:2], p, 5_000, rng)
assert np.abs(same - p[0]).max() < 0.03
assert length == 3
lengths = [len(speculative_round([rng.choice(3, p=r) for r in p[:2]], p[:2], p, rng)) for _ in range(200)]
assert set(lengths) == {3}, 'a draft like the target is always accepted'
