// The chunked list against a plain one.
#include "dashboard/picture/chunks.hpp"

#include "tests/support/property.hpp"

namespace chunks_test {

using regiekamer::picture::Chunks;

namespace {

using Short = Chunks<int, 4>;

std::vector<int> items_of(const Short& chunks) {
    std::vector<int> items;
    chunks.visit(0, chunks.size(), [&](int item) { items.push_back(item); });
    return items;
}

} // namespace

TEST_CASE("a chunked list holds what a vector would, whatever is inserted and edited") {
    holds("model", [] {
        Short chunks;
        std::vector<int> model;
        for (const auto& [where, value] : any_pairs()) {
            const std::size_t place = where % (model.size() + 1);
            if (where % 3 == 0 && place < model.size()) {
                chunks.edit(place) = model[place] = value;
                continue;
            }
            chunks.insert(place, value);
            model.insert(model.begin() + static_cast<std::ptrdiff_t>(place), value);
        }
        MUST(chunks.size() == model.size());
        MUST(items_of(chunks) == model);
        for (std::size_t index = 0; index < model.size(); ++index)
            MUST(chunks[index] == model[index]);
        const std::size_t from = model.size() / 3, until = model.size() * 2 / 3;
        std::vector<int> part;
        chunks.visit(from, until, [&](int item) { part.push_back(item); });
        MUST(part == std::vector<int>(model.begin() + static_cast<std::ptrdiff_t>(from),
                                      model.begin() + static_cast<std::ptrdiff_t>(until)));
    });
}

TEST_CASE("a copy keeps what it had when the other is written") {
    holds("copy on write", [] {
        const std::vector<int> before = any_numbers();
        Short chunks;
        for (const int item : before)
            chunks.push_back(item);
        const Short copy = chunks;
        for (const int place : any_numbers(0, 256))
            chunks.insert(static_cast<std::size_t>(place), -1);
        if (!before.empty()) chunks.edit(0) = -2;
        MUST(items_of(copy) == before);
        MUST((copy == chunks) == (items_of(copy) == items_of(chunks)));
    });
}

TEST_CASE("lists are equal by their items, however they were cut") {
    Short forward, backward;
    for (int item = 0; item < 20; ++item)
        forward.push_back(item);
    for (int item = 19; item >= 0; --item)
        backward.insert(0, item);
    CHECK(forward == backward);
    backward.edit(7) = 70;
    CHECK_FALSE(forward == backward);
}

namespace {

struct Lowest {
    int lowest = 0;
    std::size_t count = 0;
    static Lowest of(std::span<const int> items) {
        return {*std::min_element(items.begin(), items.end()), items.size()};
    }
};

} // namespace

TEST_CASE("blocks tell of their items, whatever was written since") {
    holds("blocks", [] {
        Chunks<int, 128, Lowest> chunks;
        std::vector<int> model;
        const auto numbers = any_numbers();
        for (int round = 0; round < 40; ++round)
            for (const int number : numbers) {
                const std::size_t place = static_cast<unsigned>(number) % (model.size() + 1);
                if (round % 5 == 4 && place < model.size()) {
                    chunks.edit(place) = model[place] = number;
                    continue;
                }
                chunks.insert(place, number);
                model.insert(model.begin() + static_cast<std::ptrdiff_t>(place), number);
                if (round % 7 == 0)
                    (void)chunks.after_last(
                        model.size(), [](const Lowest&) { return true; }, [](int) { return false; });
            }
        const std::size_t from = model.size() / 3, until = model.size() * 2 / 3 + 1;
        std::size_t count = 0;
        int lowest = 1'000'000'000;
        chunks.visit_blocks(
            from, until,
            [&](const Lowest& block) {
                if (block.lowest % 3 == 0) return false; // then its items come
                count += block.count;
                lowest = std::min(lowest, block.lowest);
                return true;
            },
            [&](int item) {
                ++count;
                lowest = std::min(lowest, item);
            });
        const std::size_t end = std::min(until, model.size());
        MUST(count == end - std::min(from, end));
        if (count > 0)
            MUST(lowest == *std::min_element(model.begin() + static_cast<std::ptrdiff_t>(from),
                                             model.begin() + static_cast<std::ptrdiff_t>(end)));
        std::size_t after = end;
        while (after > 0 && model[after - 1] >= 7)
            --after;
        const auto found = chunks.after_last(
            end, [](const Lowest& block) { return block.lowest < 7; }, [](int item) { return item < 7; });
        MUST(found == after);
    });
}

} // namespace chunks_test
