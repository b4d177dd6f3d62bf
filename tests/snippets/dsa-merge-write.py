import itertools

from model import merge

assert list(merge([[1, 4, 7], [], [2, 4], [0]])) == [0, 1, 2, 4, 4, 7]
dicts = [[{'k': 1, 'n': 'a'}, {'k': 2, 'n': 'b'}], [{'k': 1, 'n': 'c'}]]
assert [d['n'] for d in merge(dicts, key=lambda d: d['k'])] == ['a', 'c', 'b']
assert list(itertools.islice(merge([itertools.count(), itertools.count(1)]), 5)) == [0, 1, 1, 2, 2]
