from bank import question, source

assert question['answer'] == 'hang'


def search(code, answer):
    steps = 0

    def ok(n):
        nonlocal steps
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


found = [search(source(), n) for n in range(1, 65)]
assert None in found and all(got in (None, n) for n, got in enumerate(found, 1))
mended = source().replace('(lo + hi) // 2', '(lo + hi + 1) // 2')
assert [search(mended, n) for n in range(1, 65)] == list(range(1, 65))
