import subprocess
import sys

from bank import question

run = subprocess.run([sys.executable, 'prompt.py'], capture_output=True, text=True)
assert question['answer'] == 'error' and 'TypeError' in run.stderr
