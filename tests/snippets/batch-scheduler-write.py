import random

from model import Request, schedule

# Decodes first, then chunks of prompts, in order of arrival.
running = [Request('a', 10, 12, 1), Request('b', 10, 15, 1)]
waiting = [Request('c', 100), Request('d', 5)]
step, preempted = schedule(running, waiting, 32, 10, 16)
assert step == {'a': 1, 'b': 1, 'c': 30} and preempted == [], step
# Nobody overtakes where the first does not fit.
step, _ = schedule([], [Request('c', 100), Request('d', 5)], 64, 2, 16)
assert step == {}
# A decode without a block takes that of the youngest, and nothing new comes in.
running = [Request('a', 16, 16, 1), Request('b', 10, 12, 1)]
step, preempted = schedule(running, [Request('c', 4)], 8, 0, 16)
assert step == {'a': 1} and [r.id for r in preempted] == ['b'], (step, preempted)

rng = random.Random(1)
for _ in range(2000):
    B, free, budget = 4, rng.randrange(12), rng.randrange(1, 30)
    done = [rng.randrange(1, 20) for _ in range(rng.randrange(5))]
    running = [Request(str(i), 3, n, -(-n // B)) for i, n in enumerate(done)]
    waiting = [Request(f'w{i}', rng.randrange(1, 30)) for i in range(rng.randrange(4))]
    held = sum(r.blocks for r in running)
    step, preempted = schedule(running, waiting, budget, free, B)
    assert sum(step.values()) <= budget
    assert sum(r.blocks for r in running + waiting) <= held + free
    for r in running + waiting:
        if r.id in step:
            assert r.blocks * B >= r.done + step[r.id]
