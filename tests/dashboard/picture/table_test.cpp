// The shared map: as a std::map, and its copies do not change along.
#include "dashboard/picture/table.hpp"

#include "messaging/vocabulary/values.hpp"
#include "tests/support/property.hpp"

#include <map>

namespace table_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

using Words = Table<NoteId, int>;
using Model = std::map<NoteId, int>;

Model contents(const Words& table) {
    Model all;
    NoteId last;
    for (const auto& [key, value] : table) {
        MUST(last < key); // in order, and each once
        last = key;
        all.emplace(key, value);
    }
    MUST(all.size() == table.size());
    return all;
}

} // namespace

TEST_CASE("a table does what a map does, and copies stay as they were") {
    holds("model", [] {
        Words table;
        Model model;
        std::vector<std::pair<Words, Model>> copies;
        for (const auto& [kind, number] : any_pairs(5, 40)) {
            const NoteId key{std::to_string(number)};
            if (kind < 3) {
                ++table.edit(key);
                ++model[key];
            } else if (kind == 3) {
                table.erase(key);
                model.erase(key);
            } else {
                copies.emplace_back(table, model);
            }
            MUST(table.contains(key) == model.contains(key));
        }
        MUST(contents(table) == model);
        for (const auto& [copy, was] : copies) {
            MUST(contents(copy) == was);
            MUST((copy == table) == (was == model));
        }
    });
}

TEST_CASE("an empty table has no begin and finds nothing") {
    const Words table;
    CHECK(table.empty());
    CHECK(table.begin() == table.end());
    CHECK(table.find("a") == nullptr);
}

} // namespace table_test
