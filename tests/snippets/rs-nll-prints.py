from bank import question
from compiled import rust

assert rust() == question['answer'], rust()
