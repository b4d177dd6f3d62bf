from model import TokenBucket

bucket = TokenBucket(10, 20)
assert bucket.take(20, 0) == 0 and bucket.take(5, 0) == 0.5
assert bucket.take(5, 0.5) == 0
assert bucket.take(20, 100) == 0 and bucket.level == 0
assert bucket.take(1, 50) == 0.1, 'time that goes back refills nothing'
try:
    bucket.take(21, 200)
    raise AssertionError
except ValueError:
    pass
