import torch
from model import check_cache

torch.manual_seed(0)


class Tiny(torch.nn.Module):
    """Two layers of attention with positions; `wrong` forgets how many tokens the cache holds."""

    def __init__(self, wrong=False):
        super().__init__()
        self.wrong, self.embed = wrong, torch.nn.Embedding(10, 8)
        self.at, self.out = torch.nn.Embedding(64, 8), torch.nn.Linear(8, 10)
        self.qkv = torch.nn.ModuleList(torch.nn.Linear(8, 24) for _ in range(2))

    def forward(self, tokens, cache):
        past = 0 if cache is None else cache[0][0].shape[1]
        n = tokens.shape[1]
        x = self.embed(tokens) + self.at(torch.arange(n) + (0 if self.wrong else past))
        kept = []
        for layer, qkv in enumerate(self.qkv):
            q, k, v = qkv(x).chunk(3, -1)
            if cache is not None:
                k, v = torch.cat([cache[layer][0], k], 1), torch.cat([cache[layer][1], v], 1)
            kept.append((k, v))
            seen = torch.ones(n, past + n, dtype=torch.bool).tril(past)
            x = x + (q @ k.transpose(1, 2)).masked_fill(~seen, float('-inf')).softmax(-1) @ v
        return self.out(x), kept


tokens = torch.randint(10, (2, 9))
check_cache(Tiny(), tokens)
try:
    check_cache(Tiny(wrong=True), tokens)
    raise RuntimeError('the mistake went unseen')
except AssertionError:
    pass
