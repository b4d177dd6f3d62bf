from heapq import heappop, heappush

from bank import option, source


def run(code, graph):
    """Distances, or None where the loop does not come to an end."""
    pushes = 0

    def push(heap, entry):
        nonlocal pushes
        pushes += 1
        if pushes > 10_000:
            raise TimeoutError
        heappush(heap, entry)

    dist = [0] + [float('inf')] * (len(graph) - 1)
    try:
        exec(code, {'heap': [(0, 0)], 'graph': graph, 'dist': dist, 'heappop': heappop, 'heappush': push})
    except TimeoutError:
        return None
    return dist


line = next(row for row in source().splitlines() if '<=' in row)
assert line.endswith('# ' + option().removeprefix('Line '))
mended = source().replace('<=', '<')

plain = [[(1, 4), (2, 1)], [(3, 1)], [(1, 2), (3, 5)], []]
zero = [[(1, 0)], [(0, 0), (2, 3)], []]
assert run(source(), plain) == run(mended, plain) == [0, 3, 1, 4]
assert run(source(), zero) is None and run(mended, zero) == [0, 0, 3]
# Line A as the feedback has it.
assert run(mended.replace('d > dist', 'd >= dist'), plain) == [0] + [float('inf')] * 3
