from collections import deque

from bank import option, source

POP = 'index.pop(block.hash, None)'


class Block:
    hash, refs, content = None, 0, None


def run(code):
    """Whether a freed block is found, whether it is found once again, and whether other content is found."""
    index, pool = {}, deque([Block()])
    names = {'pool': pool, 'index': index}
    exec(code, names)
    block = names['allocate']()
    block.hash, block.content = 'prompt', 'prompt'
    index['prompt'] = block
    names['free'](block)
    findable = 'prompt' in index
    if findable:
        names['hit'](index['prompt'])
        assert not pool
        again = 'prompt' in index
        names['free'](block)
    else:
        again = False
    names['allocate']().content = "another user's"
    found = index.get('prompt')
    return findable, again, found is not None and found.content != 'prompt'


def at(line):
    """The code with the call put into a line, ahead of its comment."""
    lines = source().splitlines()
    (place,) = [i for i, text in enumerate(lines) if text.endswith(f'# {line}')]
    lines[place] = f'{lines[place].split("#")[0].rstrip()}; {POP}'
    return '\n'.join(lines)


assert option() == 'Line 3'
assert run(source()) == (True, True, True)
right = [line for line in (1, 2, 3, 4) if run(at(line)) == (True, True, False)]
assert right == [3], right
