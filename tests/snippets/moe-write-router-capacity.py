import torch
import torch.nn.functional as F
from bank import source

names = {'torch': torch, 'F': F}
exec(source('model'), names)
torch.manual_seed(0)
for T, E, k, capacity in [(12, 4, 2, 5), (7, 3, 1, 2), (5, 5, 3, 1)]:
    logits = torch.randn(T, E)
    idx, w, pos, keep = names['route'](logits, k, capacity)
    probs, order = logits.softmax(-1).sort(-1, descending=True)
    used = [0] * E
    for choice in range(k):
        for t in range(T):
            e = int(order[t, choice])
            assert int(idx[t, choice]) == e and int(pos[t, choice]) == used[e]
            assert bool(keep[t, choice]) == (used[e] < capacity)
            share = probs[t, choice] / probs[t, :k].sum()
            assert torch.isclose(w[t, choice], share * keep[t, choice], atol=1e-6)
            used[e] += 1
