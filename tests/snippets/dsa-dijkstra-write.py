import itertools
import random

from model import dijkstra, path

rng = random.Random(2)
for _ in range(200):
    n = rng.randrange(2, 8)
    graph = {u: [(v, rng.randrange(6)) for v in range(n) if v != u and rng.random() < 0.4] for u in range(n)}
    dist, before = dijkstra(graph, 0)
    far = {u: float('inf') for u in range(n)} | {0: 0}
    for _, u in itertools.product(range(n), range(n)):
        for v, w in graph[u]:
            far[v] = min(far[v], far[u] + w)
    assert dist == {u: d for u, d in far.items() if d < float('inf')}
    for u in dist:
        nodes = path(before, 0, u)
        assert nodes[0] == 0 and nodes[-1] == u
        assert sum(min(w for v, w in graph[a] if v == b) for a, b in zip(nodes, nodes[1:])) == dist[u]
try:
    dijkstra({0: [(1, -1)]}, 0)
    raise AssertionError
except ValueError:
    pass
