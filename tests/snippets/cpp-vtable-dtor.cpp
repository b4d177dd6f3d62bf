#include <cassert>
#include <iostream>
#include <memory>
#include <sstream>

void asked() {
#include "prompt.cpp"
}

int main() {
    std::ostringstream out;
    auto* old = std::cout.rdbuf(out.rdbuf());
    asked();
    std::cout.rdbuf(old);
    assert(out.str() == "DB");
}
