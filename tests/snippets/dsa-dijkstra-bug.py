from heapq import heappop, heappush

from bank import option, source


def run(code, n):
    """Distances, and how often an edge is looked at, on a graph whose far nodes are reached ever cheaper."""
    graph, looked = {u: [] for u in range(n)}, 0
    for u in range(n):
        for v in range(u + 1, n):
            graph[u].append((v, 2 * (v - u) ** 2))

    class Counting(dict):
        def __getitem__(self, u):
            nonlocal looked
            looked += len(dict.__getitem__(self, u))
            return dict.__getitem__(self, u)

    dist = [0] + [float('inf')] * (n - 1)
    names = {'heap': [(0, 0)], 'graph': Counting(graph), 'dist': dist, 'heappop': heappop, 'heappush': heappush}
    exec(code, names)
    return dist, looked


slow = source()
assert option().startswith('if d > dist[u]: continue')
fast = slow.replace('    for v, w', '    if d > dist[u]: continue\n    for v, w')
n = 60
(a, many), (b, few) = run(slow, n), run(fast, n)
assert a == b and few == n * (n - 1) // 2 and many > 5 * few, (many, few)
