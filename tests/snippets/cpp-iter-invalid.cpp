#include <cassert>
#include <type_traits>
#include <vector>

// The erase that the explanation names, and that the loop of the question ignores what erase returns.
int main() {
    std::vector<int> v{1, 2, 4, 5, 6};
    static_assert(std::is_same_v<decltype(v.erase(v.begin())), std::vector<int>::iterator>);
    for (auto it = v.begin(); it != v.end();) it = *it % 2 == 0 ? v.erase(it) : it + 1;
    assert((v == std::vector<int>{1, 5}));
    std::vector<int> w{1, 2, 4, 5, 6};
    std::erase_if(w, [](int n) { return n % 2 == 0; });
    assert(v == w);
}
