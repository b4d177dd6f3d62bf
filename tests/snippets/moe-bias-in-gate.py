import torch
from bank import question, source

assert question['answer'] == 'leak'
torch.manual_seed(0)
x, w_r, k = torch.randn(6, 4), torch.randn(4, 5), 2


def weights(code, bias):
    names = {'torch': torch, 'x': x, 'w_r': w_r, 'k': k, 'bias': bias, 'experts': None}
    names['combine'] = lambda experts, x, idx, w: None
    exec(code, names)
    return names['idx'], names['w']


def mended(bias):
    s = torch.sigmoid(x @ w_r)
    idx = (s + bias).topk(k).indices
    w = s.gather(-1, idx)
    return idx, w / w.sum(-1, keepdim=True)


bias = torch.tensor([0.0, 0.0, 3.0, 2.0, 0.0])  # experts 2 and 3 are chosen by all
idx, w = weights(source(), bias)
good_idx, good = mended(bias)
assert torch.equal(idx, good_idx) and not torch.allclose(w, good, atol=0.01)
assert torch.allclose(weights(source(), torch.zeros(5))[1], mended(torch.zeros(5))[1])
