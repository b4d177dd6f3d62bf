import numpy as np
from bank import option, source


def frequencies(code):
    names = {'np': np}
    exec(code, names)
    rng, p, q = np.random.default_rng(0), np.array([0.3, 0.6, 0.1]), np.array([0.5, 0.3, 0.2])
    counts = np.zeros(3)
    for _ in range(10_000):
        counts[names['verify'](rng.choice(3, p=q), p, q, rng)[0]] += 1
    return counts / 10_000


assert option() == '2'
assert np.abs(frequencies(source()) - [0.3, 0.6, 0.1]).max() > 0.1
mended = source().replace('q[token] / p[token]', 'p[token] / q[token]')
assert np.abs(frequencies(mended) - [0.3, 0.6, 0.1]).max() < 0.02
