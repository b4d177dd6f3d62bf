#include <cassert>
#include <iostream>
#include <sstream>
#include <vector>

void asked() {
#include "prompt.cpp"
}

int main() {
    std::ostringstream out;
    auto* old = std::cout.rdbuf(out.rdbuf());
    asked();
    std::cout.rdbuf(old);
    assert(out.str() == "32");
    std::vector<int> b{4, 5};
    auto d = std::move(b);
    assert(b.empty());
}
