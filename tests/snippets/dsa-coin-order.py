from itertools import combinations, combinations_with_replacement, product

from bank import option, printed

coins, total = (1, 2, 3, 4), 6


def count(of, coins=coins):
    return str(sum(sum(way) == total for k in range(1, total + 1) for way in of(coins, k)))


assert printed() == option() == count(combinations)
assert option('b') == count(combinations_with_replacement)
assert option('c') == count(lambda coins, k: product(coins, repeat=k))
assert option('d') == count(lambda coins, k: product(coins, repeat=k), range(1, 7))
