from model import PrefixCache

cache = PrefixCache(4)
tokens = list(range(11))
cache.insert(tokens, ['x', 'y', 'z'])
assert cache.match(tokens) == (8, ['x', 'y'])
assert cache.match(list(range(8))) == (4, ['x']), 'the last token is computed'
assert cache.match([9, 9, 9, 9, 4, 5, 6, 7, 8]) == (0, []), 'equal tokens behind another prefix'
cache.insert(tokens, ['p', 'q'])
assert cache.match(tokens)[1] == ['x', 'y']
