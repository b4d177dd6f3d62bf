#include <cassert>
#include <type_traits>
#include <vector>

std::vector<int> asked() {
#include "prompt.cpp"
    return v;
}

int main() {
    assert((asked() == std::vector<int>{1, 5}));
    std::vector<int> upwards{1, 2, 4, 5, 6};
    for (std::size_t i = 0; i < upwards.size(); ++i)
        if (upwards[i] % 2 == 0) upwards.erase(upwards.begin() + i);
    assert((upwards == std::vector<int>{1, 4, 5}));
    std::vector<int> w{1, 2, 4, 5, 6};
    std::erase_if(w, [](int n) { return n % 2 == 0; });
    assert(w == asked());
}
