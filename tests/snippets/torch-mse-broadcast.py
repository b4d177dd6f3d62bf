import torch
from bank import option, question, source

torch.manual_seed(0)


def trained(code):
    """What a model predicts for x = 3 after training on the loss."""
    model = torch.nn.Sequential(torch.nn.Linear(1, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 4000)
    names = {'torch': torch, 'model': model}
    for _ in range(4000):
        exec(code, names)
        optimizer.zero_grad()
        names['loss'].backward()
        optimizer.step()
        schedule.step()
    return float(model(torch.tensor([[3.0]])))


assert question['answer'] == 'four'
assert abs(trained(source()) - float(option())) < 0.1
assert abs(trained(source().replace('.abs()', '.square()')) - float(option('six'))) < 0.1
assert abs(trained(source().replace('- y)', '- y[:, None])')) - float(option('nine'))) < 0.1
