import torch
from bank import option, source

# What a call attends to, by the definition that the documentation gives for is_causal, at full size: 800 tokens and one
# more in a buffer of 1,000 slots. `kv` returns the slots' numbers in the place of keys and of values.
slots = {'q_prompt': range(600), 'q_chunk': range(600, 800), 'q_token': range(800, 801)}


def sdpa(queries, keys, values, is_causal=False):
    seen = torch.ones(len(queries), len(keys), dtype=torch.bool)
    if is_causal:
        seen = seen.tril(diagonal=0)
    return all(row.nonzero().flatten().tolist() == list(range(slot + 1)) for slot, row in zip(queries, seen))


names = {'sdpa': sdpa, 'kv': lambda n: (range(n), range(n)), **slots}
exec(source(), names)
right = [name for name in 'xyz' if names[name]]
assert ' and '.join(right) == option(), right
