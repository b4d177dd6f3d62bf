import subprocess
import sys

import numpy as np
from bank import option, source

run = subprocess.run([sys.executable, '-c', 'import numpy as np\n' + source()], capture_output=True, text=True)
assert run.stdout.strip() == option(), run
twice = source().replace('load[idx] += np.array([5, 1, 2, 3])', 'np.add.at(load, idx, [5, 1, 2, 3])')
run = subprocess.run([sys.executable, '-c', 'import numpy as np\n' + twice], capture_output=True, text=True)
assert run.stdout.strip() == option('sum'), run
assert np.bincount([0, 0, 2, 0], [5, 1, 2, 3]).tolist() == [9, 0, 2]
