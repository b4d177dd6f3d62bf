import torch
from bank import option, source

names = {'torch': torch}
exec(source(), names)
want = torch.tensor([[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]])
same = [name for name in 'wxyz' if names[name].shape == want.shape and (names[name] == want).all()]
assert same == [option()], same
