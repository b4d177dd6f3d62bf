import torch
from model import depends_on_differences_only, rope

torch.manual_seed(0)
q, k = torch.randn(2, 3, 4, 16), torch.randn(2, 3, 6, 16)
assert depends_on_differences_only(q, k)
assert torch.allclose(rope(q).norm(dim=-1), q.norm(dim=-1), atol=1e-5)
assert torch.allclose(rope(q)[..., :1, :], q[..., :1, :]), 'position 0 is not turned'
assert torch.allclose(rope(q)[..., 2:3, :], rope(q[..., 2:3, :], first=2), atol=1e-6)
assert rope(q.bfloat16()).dtype == torch.bfloat16
