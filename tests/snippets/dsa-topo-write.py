from model import order

assert order({'c': ['a', 'b'], 'd': ['c', 'c'], 'e': []}) == (['e', 'a', 'b', 'c', 'd'], [])
done, left = order({'a': ['b'], 'b': ['a'], 'c': ['a'], 'd': []})
assert done == ['d'] and sorted(left) == ['a', 'b', 'c']
