import torch
from bank import question, source


def runs(B, T, H, code=source()):
    names = {'B': B, 'T': T, 'H': H, 'x': torch.zeros(B, T, H * 64), 'proj': lambda x: x}
    try:
        exec(code, names)
    except RuntimeError:
        return False
    return True


assert question['answer'] == 'both'
assert not runs(16, 512, 8) and runs(1, 512, 8) and runs(16, 1, 8)
merged = source().replace('view(B * H, T, 64)', 'view(B, H * T, 64)')
assert merged != source() and not runs(1, 512, 8, merged) and runs(16, 1, 8, merged)
