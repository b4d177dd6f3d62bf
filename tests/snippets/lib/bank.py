"""What a check of a snippet needs: the question, its options, and what a block of code prints."""

import json
import subprocess
import sys

with open('question.json') as file:
    question = json.load(file)


def option(id=None):
    """The text of an option, without its backticks; the right one unless said otherwise."""
    wanted = id or question['answer']
    return next(o['text'] for o in question['options'] if o['id'] == wanted).replace('`', '').strip()


def printed(name='prompt'):
    """What a block of Python prints when it is run as a program."""
    run = subprocess.run([sys.executable, f'{name}.py'], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def source(name='prompt', extension='py'):
    """A block of code as it stands in the bank."""
    with open(f'{name}.{extension}') as file:
        return file.read()
