from model import schedule, simulate

for p in (1, 2, 3, 4, 8):
    for m in (1, 2, 3, 4, 8, 32):
        total, peaks = simulate(p, m)
        assert total == 3 * (m + p - 1), (p, m, total)
        assert peaks == [min(m, p - s) for s in range(p)]
        for plan in schedule(p, m):
            assert sorted(plan) == sorted((k, i) for k in 'FB' for i in range(m))
assert schedule(4, 4)[2] == [('F', 0), ('F', 1), ('B', 0), ('F', 2), ('B', 1), ('F', 3), ('B', 2), ('B', 3)]
