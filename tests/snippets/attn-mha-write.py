import torch
import torch.nn.functional as F
from model import causal_mha

torch.manual_seed(0)
b, n, d, h = 2, 7, 24, 4
x, weights = torch.randn(b, n, d), [torch.randn(d, d) / d**0.5 for _ in range(4)]
library = torch.nn.MultiheadAttention(d, h, bias=False, batch_first=True)
with torch.no_grad():
    library.in_proj_weight.copy_(torch.cat(weights[:3]))
    library.out_proj.weight.copy_(weights[3])
mask = torch.ones(n, n, dtype=torch.bool).triu(1)
want = library(x, x, x, attn_mask=mask, need_weights=False)[0]
got = causal_mha(x, *weights, h)
assert torch.allclose(got, want, atol=1e-5)
changed = x.clone()
changed[:, -1] += 1
assert torch.equal(causal_mha(changed, *weights, h)[:, :-1], got[:, :-1])
