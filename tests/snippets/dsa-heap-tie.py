from bank import option, printed, source

assert printed() == option(), printed()

# What the other options say of the other keys.
for id, key in [('acb', '(prio, n, req)'), ('bca', '(-prio, -n, req)')]:
    with open(f'{id}.py', 'w') as file:
        file.write(source().replace('(prio, -n, req)', key))
    assert printed(id) == option(id), printed(id)
bare = source().replace('(prio, -n, req)', '(prio, 0, req)')
try:
    exec(bare)
except TypeError:
    pass
else:
    raise AssertionError('equal keys should compare the dicts')
