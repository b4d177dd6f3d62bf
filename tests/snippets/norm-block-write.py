import torch
import torch.nn.functional as F
from model import rms_norm, swiglu

torch.manual_seed(0)
x, weight = torch.randn(3, 8) * 5, torch.rand(8)
want = x / (x.pow(2).mean(-1, keepdim=True) + 1e-6).sqrt() * weight
assert torch.allclose(rms_norm(x, weight), want, atol=1e-5)
assert rms_norm(x.bfloat16(), weight.bfloat16()).dtype == torch.bfloat16
gate, up, down = torch.randn(12, 8), torch.randn(12, 8), torch.randn(8, 12)
hidden = F.linear(x, gate)
want = F.linear(hidden * torch.sigmoid(hidden) * F.linear(x, up), down)
assert torch.allclose(swiglu(x, gate, up, down), want, atol=1e-3)
