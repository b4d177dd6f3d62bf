import torch
from bank import source

names = {'torch': torch}
exec(source('model'), names)
attend = names['attend']


def plain(q, k, v):
    B, H, T, D = q.shape
    S = k.shape[2]
    k, v = (t.repeat_interleave(H // k.shape[1], dim=1) for t in (k, v))
    out = torch.zeros(B, H, T, D)
    for t in range(T):
        seen = S - T + t + 1
        p = (q[:, :, t : t + 1] @ k[:, :, :seen].transpose(-2, -1) / D**0.5).softmax(-1)
        out[:, :, t : t + 1] = p @ v[:, :, :seen]
    return out.transpose(1, 2).reshape(B, T, H * D)


for H, G, T, S in [(4, 4, 5, 5), (4, 2, 1, 7), (6, 2, 3, 9)]:
    q, k, v = torch.randn(2, H, T, 8), torch.randn(2, G, S, 8), torch.randn(2, G, S, 8)
    assert torch.allclose(attend(q, k, v), plain(q, k, v), atol=1e-5)
    assert attend(q.bfloat16(), k.bfloat16(), v.bfloat16()).dtype == torch.bfloat16
