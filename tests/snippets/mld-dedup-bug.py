import hashlib
import random

from bank import option, source


def hash64(text, seed):
    return int.from_bytes(hashlib.blake2b(f'{seed}/{text}'.encode(), digest_size=8).digest(), 'big')


def estimates(code):
    names = {'hash64': hash64}
    exec(code, names)
    rng, found = random.Random(0), set()
    for _ in range(40):
        words = rng.sample(range(1000), 60)
        a, b = {str(w) for w in words[:40]}, {str(w) for w in words[20:]}
        found.add(names['estimate'](names['signature'](a), names['signature'](b)))
    return found


assert option() == 'Line 2'
assert estimates(source()) <= {0.0, 1.0}
mended = source().replace(
    'return [hash64(low, seed) for seed in seeds]',
    'return [min(hash64(s, seed) for s in shingles) for seed in seeds]',
)
mean = sum(estimates(mended)) / len(estimates(mended))
assert abs(mean - 1 / 3) < 0.05, mean
