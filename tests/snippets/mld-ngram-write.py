from model import contaminated

text = 'One two, three four five six seven eight nine ten eleven twelve thirteen fourteen.'
items = {'long': text, 'short': 'only four words here', 'clean': ' '.join(f'z{i}' for i in range(20))}
documents = iter(['prefix ' + text.upper() + ' suffix', 'nothing', 'again: ' + text])
assert contaminated(items, documents) == ({'long': 2}, ['short'])
assert contaminated({'x': 'cafe\u0301 au lait'}, ['caf\u00e9 au lait, please'], n=3) == ({'x': 1}, [])
# Vowel signs are marks: without them these two texts would have the same words.
assert contaminated({'x': 'कि की को के'}, ['का कु कै को'], n=4) == ({}, [])
assert contaminated({'x': 'हिन्दी में किताब'}, ['यह हिन्दी में किताब है'], n=3) == ({'x': 1}, [])
assert contaminated({'x': 'हिन्दी में किताब'}, [], n=4) == ({}, ['x'])
