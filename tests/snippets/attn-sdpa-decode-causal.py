import torch
from bank import question

# The definition that the documentation gives for is_causal, at one query and many keys.
assert question['answer'] == 'first'
row = torch.ones(1, 1000, dtype=torch.bool).tril(diagonal=0)
assert row.nonzero().tolist() == [[0, 0]]
