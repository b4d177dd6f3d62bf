import threading

import torch
import torch.distributed.nn.functional as functional
from torch.nn.functional import gelu
from bank import question, source

T = 4
torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
shapes = [(5, 6), (6, 8), (8, 6), (6, 8), (8, 6)]
values = [torch.randn(s) for s in shapes]  # x, a1, b1, a2, b2
target = torch.randn(5, 6)
barrier = threading.Barrier(T)
place = threading.local()
slots = [None] * T


def total(y):
    """The sum over T ranks, each of which is a thread."""
    slots[place.rank] = y.detach().clone()
    barrier.wait()
    out = sum(slots)
    barrier.wait()
    return out


class AllReduce(torch.autograd.Function):
    """What torch.distributed.nn.functional.all_reduce does: a sum over ranks both ways."""

    @staticmethod
    def forward(ctx, y):
        return total(y)

    @staticmethod
    def backward(ctx, g):
        return total(g)


def gradients(code, leaves):
    leaves = [t.clone().requires_grad_() for t in leaves]
    names = dict(zip(('x', 'a1', 'b1', 'a2', 'b2'), leaves), gelu=gelu)
    exec(code, names)
    ((names['y'] - target) ** 2).sum().backward()
    return names['y'].detach(), [t.grad for t in leaves]


def slices(r, all_of_it):
    x, a1, b1, a2, b2 = all_of_it
    return [x, a1.chunk(T, 1)[r], b1.chunk(T, 0)[r], a2.chunk(T, 1)[r], b2.chunk(T, 0)[r]]


# The right gradients, from the code itself with a sum over one rank.
functional.all_reduce = lambda y: y
y, right = gradients(source(), values)

functional.all_reduce = AllReduce.apply
found = [None] * T


def rank(r):
    place.rank = r
    found[r] = gradients(source(), slices(r, values))


threads = [threading.Thread(target=rank, args=(r,)) for r in range(T)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for r, (out, grads) in enumerate(found):
    want = slices(r, right)
    assert torch.allclose(out, y)
    assert all(torch.allclose(g, T * w) for g, w in zip(grads[1:], want[1:]))
    assert not torch.allclose(grads[0], T * right[0]) and not torch.allclose(grads[0], right[0])
assert question['answer'] == 'once'
