import subprocess
import sys

import numpy as np
from bank import option, source

run = subprocess.run([sys.executable, '-c', 'import numpy as np\n' + source()], capture_output=True, text=True)
assert run.stdout.strip() == option(), run
counts = np.zeros(3, dtype=int)
np.add.at(counts, np.array([0, 0, 2, 0]), 1)
assert counts.tolist() == np.bincount([0, 0, 2, 0], minlength=3).tolist() == [3, 0, 1]
