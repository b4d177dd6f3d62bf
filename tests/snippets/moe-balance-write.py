import torch
from model import balance_loss

E, T = 4, 8
even = torch.full((T, E), 1 / E)
idx = torch.stack([torch.arange(T) % E, (torch.arange(T) + 1) % E], 1)
assert torch.isclose(balance_loss(even, idx, 0.01), torch.tensor(0.01))
one = torch.zeros(T, E)
one[:, 2] = 1
assert torch.isclose(balance_loss(one, torch.full((T, 1), 2), 0.01), torch.tensor(0.04))
two = torch.tensor([0.5, 0.5, 0, 0]).expand(T, E)
assert torch.isclose(balance_loss(two, torch.tensor([[0, 1]]).expand(T, 2), 0.01), torch.tensor(0.02))
probs = torch.rand(T, E).softmax(-1).requires_grad_()
balance_loss(probs, idx, 0.01).backward()
assert probs.grad is not None
