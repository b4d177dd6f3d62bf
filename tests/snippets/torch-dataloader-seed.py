import textwrap

import numpy as np
from bank import option, source
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Own(Dataset):
    names = {'np': np}
    exec(textwrap.dedent(source()), names)
    __init__ = names['__init__']

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, i):
        return get_worker_info().id, float(self.rng.random())


class Shared(Own):
    def __getitem__(self, i):
        return get_worker_info().id, float(np.random.random())


def draws(kind, persistent):
    """Of two epochs: what each of the four workers has drawn."""
    loader = DataLoader(
        kind(range(8)), batch_size=None, num_workers=4, persistent_workers=persistent, multiprocessing_context='fork'
    )
    epochs = []
    for _ in range(2):
        drawn = [[] for _ in range(4)]
        for worker, value in loader:
            drawn[worker].append(value)
        epochs.append(drawn)
    return epochs


first, second = draws(Own, True)
assert option() == 'All workers do, epochs do not'
assert all(drawn == first[0] for drawn in first) and first != second
first, second = draws(Own, False)
assert all(drawn == first[0] for drawn in first) and first == second
first, second = draws(Shared, True)
assert len({drawn[0] for drawn in first + second}) == 8
