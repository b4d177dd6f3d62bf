import types

import torch
from bank import option, source

assert option() == 'Line 2'


def clip(code, world=16, limit=1.0):
    """The global norm after clipping, each rank with a shard of its own."""
    torch.manual_seed(0)
    shards = [[types.SimpleNamespace(grad=torch.randn(10))] for _ in range(world)]
    squares = [sum(float(p.grad.pow(2).sum()) for p in shard) for shard in shards]
    for shard in shards:
        dist = types.SimpleNamespace(ReduceOp=types.SimpleNamespace(AVG='avg', SUM='sum'))
        dist.all_reduce = lambda t, op: t.copy_(
            torch.tensor(sum(squares) / (world if op == 'avg' else 1))
        )
        exec(code, {'torch': torch, 'dist': dist, 'shard': shard, 'limit': limit})
    return float(sum(p.grad.pow(2).sum() for shard in shards for p in shard)) ** 0.5


assert abs(clip(source()) - 4.0) < 1e-3, 'the root of 16 ranks too much'
assert abs(clip(source().replace('ReduceOp.AVG', 'ReduceOp.SUM')) - 1.0) < 1e-3
