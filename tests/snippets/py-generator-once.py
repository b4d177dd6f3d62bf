from bank import printed, question

assert printed() == question['answer'], printed()
