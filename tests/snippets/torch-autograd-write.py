import math

from model import Value

x, y = Value(0.7), Value(-0.3)
z = x * y + x
(z.tanh() * z + 2 * x).backward()


def f(x, y):
    z = x * y + x
    return math.tanh(z) * z + 2 * x


h = 1e-6
assert math.isclose(x.grad, (f(0.7 + h, -0.3) - f(0.7 - h, -0.3)) / (2 * h), rel_tol=1e-5)
assert math.isclose(y.grad, (f(0.7, -0.3 + h) - f(0.7, -0.3 - h)) / (2 * h), rel_tol=1e-5)
