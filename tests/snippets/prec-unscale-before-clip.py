import torch
from torch.nn.utils import clip_grad_norm_
from bank import option, question, source

SCALE = 65536.0


class Scaler:
    """What GradScaler does to finite gradients, without a GPU."""

    done = False

    def scale(self, loss):
        return loss * SCALE

    def unscale_(self, opt):
        self.done = True
        for group in opt.param_groups:
            for p in group['params']:
                p.grad /= SCALE

    def step(self, opt):
        if not self.done:
            self.unscale_(opt)
        opt.step()

    def update(self):
        pass


def seen(code):
    model = torch.nn.Linear(4, 1, bias=False)
    loss = (model.weight * torch.tensor([[0.3, 0.4, 0.0, 0.0]])).sum()
    opt = torch.optim.SGD(model.parameters(), 1.0)
    names = {'scaler': Scaler(), 'loss': loss, 'model': model, 'opt': opt, 'clip_grad_norm_': clip_grad_norm_}
    exec(code, names)
    return model.weight.grad.norm().item()


code = source()
assert abs(0.5 / seen(code) - 32768) < 1
good = code.replace('clip_grad', 'scaler.unscale_(opt)\nclip_grad')
assert abs(seen(good) - 0.5) < 1e-6
assert question['answer'] == 'norm'
assert option() == '32,768'
