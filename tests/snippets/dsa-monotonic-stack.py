from bank import option, source

copied = 0


class Stack(list):
    """A list that counts what its slices and sums copy."""

    def __getitem__(self, at):
        global copied
        got = list.__getitem__(self, at)
        if not isinstance(at, slice):
            return got
        copied += len(got)
        return Stack(got)

    def __add__(self, other):
        global copied
        copied += len(self) + len(other)
        return Stack(list.__add__(self, other))


def run(t):
    global copied
    copied = 0
    names = {'t': t, 'Stack': Stack}
    exec(source().replace('* len(t), []', '* len(t), Stack()'), names)
    return names['wait'], copied


assert run([3, 1, 2, 5, 4])[0] == [3, 1, 1, 0, 0]
n = 1000
wait, rising = run(list(range(n)))
assert wait == [1] * (n - 1) + [0] and rising <= 2 * n
wait, falling = run(list(range(n, 0, -1)))
assert wait == [0] * n and falling > n * n / 3
assert option() == 'Rising O(n), falling O(n²)'
