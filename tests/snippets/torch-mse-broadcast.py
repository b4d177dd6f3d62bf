import torch
from bank import question, source

assert question['answer'] == 'mean'
torch.manual_seed(0)
x = torch.randn(64, 1)
y = 3 * x.squeeze(1) + 5
model = torch.nn.Linear(1, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(1500):
    names = {'model': model, 'x': x, 'y': y}
    exec(source(), names)
    optimizer.zero_grad()
    names['loss'].backward()
    optimizer.step()
assert (model(x) - y.mean()).abs().max() < 0.1
assert abs(float(names['loss']) - float(y.var(unbiased=False))) < 0.05
