import torch
from bank import question, source

assert question['answer'] == 'd'
torch.manual_seed(0)
x, w_r, k = torch.randn(40, 4), torch.randn(4, 8), 2


def weights(code, bias):
    names = {'torch': torch, 'x': x, 'w_r': w_r, 'k': k, 'bias': bias, 'experts': None}
    names['combine'] = lambda experts, x, idx, w: None
    exec(code, names)
    idx, order = names['idx'].sort(-1)
    return idx, names['w'].gather(-1, order)


def mended(bias):
    s = torch.sigmoid(x @ w_r)
    idx = (s + bias).topk(k).indices.sort(-1).values
    w = s.gather(-1, idx)
    return idx, w / w.sum(-1, keepdim=True)


bias = torch.zeros(8)
raised = bias.clone()
raised[5] = 0.1
for weigh, same in ((lambda b: weights(source(), b), False), (mended, True)):
    idx, w = weigh(bias)
    now_idx, now_w = weigh(raised)
    had = (idx == 5).any(-1)
    assert had.sum() > 3
    assert torch.equal(idx[had], now_idx[had])
    for before, after in zip(w[had], now_w[had]):
        assert torch.allclose(before, after, atol=1e-4) is same
assert torch.allclose(weights(source(), bias)[1], mended(bias)[1])
