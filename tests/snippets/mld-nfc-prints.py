from bank import option, printed

assert printed() == option(), printed()
