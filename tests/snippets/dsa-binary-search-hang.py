from bank import option, source


def search(code, answer):
    steps = 0

    def ok(n):
        nonlocal steps
        assert 1 <= n <= 64
        steps += 1
        if steps > 100:
            raise TimeoutError
        return n <= answer

    names = {'ok': ok}
    try:
        exec(code, names)
    except TimeoutError:
        return None
    return names['lo']


def loop(name):
    """The code with the lines that the comments give for this loop."""
    lines = []
    for line in source().splitlines():
        code, _, note = line.partition('#')
        new = note.strip().removeprefix(f'{name}: ') if note.strip().startswith(f'{name}: ') else None
        if new is None:
            lines.append(code)
        elif new.startswith('hi ='):
            lines.append(code.split('else:')[0] + 'else: ' + new)
        else:
            lines.append(code[: len(code) - len(code.lstrip())] + new)
    return '\n'.join(lines)


def right(name, last=63):
    return [search(loop(name), n) for n in range(1, last + 1)] == list(range(1, last + 1))


assert [name for name in 'PQR' if right(name)] == list(option().replace(' and ', ''))
assert None in [search(loop('P'), n) for n in range(1, 64)]
# Were 64 allowed to be ok, Q would find it and R would not.
assert right('Q', 64) and search(loop('R'), 64) == 63
