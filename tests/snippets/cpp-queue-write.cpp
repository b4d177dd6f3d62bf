#include "model.cpp"

#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

int main() {
    BoundedQueue<int> queue(4);
    std::atomic<long> sum{0};
    std::vector<std::thread> makers, takers;
    for (int t = 0; t < 3; t++)
        takers.emplace_back([&] { while (auto value = queue.pop()) sum += *value; });
    for (int t = 0; t < 3; t++)
        makers.emplace_back([&] { for (int n = 1; n <= 1000; n++) assert(queue.push(n)); });
    for (auto& thread : makers) thread.join();
    queue.close();
    for (auto& thread : takers) thread.join();
    assert(sum == 3 * 500500);
    assert(!queue.push(1));
    assert(!queue.pop());
}
