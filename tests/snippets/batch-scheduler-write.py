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
# What it had written is prefilled again, with the token that is not in the cache yet.
assert preempted[0].prompt == 13 and preempted[0].done == 0
# A prompt under way leaves a decode its token, and yields its blocks first.
begun = Request('a', 10000, 512, 32)
step, preempted = schedule([Request('b', 10, 15, 1)], [begun], 512, 100, 16)
assert step == {'b': 1, 'a': 511} and preempted == [], (step, preempted)
begun = Request('a', 10000, 512, 32)
step, preempted = schedule([Request('b', 16, 16, 1), Request('c', 16, 16, 1)], [begun], 512, 0, 16)
assert step == {'b': 1, 'c': 1} and preempted == [begun] and begun.prompt == 10000, (step, preempted)

rng = random.Random(1)
for _ in range(2000):
    B, free, budget = 4, rng.randrange(12), rng.randrange(1, 30)
    done = [rng.randrange(1, 20) for _ in range(rng.randrange(5))]
    running = [Request(str(i), 3, n, -(-n // B)) for i, n in enumerate(done)]
    waiting = [Request(f'w{i}', rng.randrange(5, 30)) for i in range(rng.randrange(4))]
    if waiting:
        waiting[0].done = rng.randrange(5)
        waiting[0].blocks = -(-waiting[0].done // B)
    held = sum(r.blocks for r in running + waiting)
    step, preempted = schedule(running, waiting, budget, free, B)
    decodes = [r for r in running if r not in preempted]
    assert [step[r.id] for r in decodes[:budget]] == [1] * len(decodes[:budget])
    assert sum(step.values()) <= budget
    assert sum(r.blocks for r in running + waiting) <= held + free
    for r in running + waiting:
        if r.id in step:
            assert r.blocks * B >= r.done + step[r.id]
