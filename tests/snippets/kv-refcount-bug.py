from collections import deque

from bank import option, source


class Block:
    hash, refs, content = None, 0, None


def other_content_is_found(code):
    index, pool = {}, deque([Block()])
    names = {'pool': pool, 'index': index}
    exec(code, names)
    block = names['allocate']()
    block.hash, block.content = 'prompt', 'prompt'
    index['prompt'] = block
    names['free'](block)
    names['allocate']().content = "another user's"
    found = index.get('prompt')
    return found is not None and found.content != 'prompt'


assert option() == 'After line 3, the old hash leaves the index'
assert other_content_is_found(source())
mended = source().replace('    block.refs = 1', '    index.pop(block.hash, None)\n    block.refs = 1')
assert not other_content_is_found(mended)
