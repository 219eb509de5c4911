// tests/examples holds, for every type, one valid event and at least two invalid ones. The codec takes the
// good and refuses the bad with a place inside /data; tests/schema_test.py holds the same files against the
// schemas.
#include "messaging/codec/codec.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <set>

namespace examples_test {

using namespace regiekamer;

namespace {

const std::filesystem::path examples = std::filesystem::path(REGIEKAMER_SOURCE_DIR) / "tests/examples";

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("every type has one good example and two bad ones, each with an id of its own") {
    std::set<std::string> ids;
    for (const auto type : codec::type_names()) {
        INFO(type);
        std::size_t bad = 0;
        for (const auto& entry : std::filesystem::directory_iterator(examples)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with(std::string(type) + ".bad-")) ++bad;
        }
        CHECK(bad >= 2);
        CHECK(std::filesystem::exists(examples / (std::string(type) + ".json")));
    }
    for (const auto& entry : std::filesystem::directory_iterator(examples)) {
        if (entry.path().extension() != ".json") continue;
        const auto parsed = boost::json::parse(text_of(entry.path()));
        INFO(entry.path());
        CHECK(ids.insert(std::string(parsed.at("id").as_string())).second);
    }
}

TEST_CASE("the good examples are taken with nothing unknown, the bad are refused inside /data") {
    for (const auto& entry : std::filesystem::directory_iterator(examples)) {
        if (entry.path().extension() != ".json") continue;
        INFO(entry.path().filename());
        const bool good = entry.path().filename().string().find(".bad-") == std::string::npos;
        const auto message = codec::decode(codec::one_line(text_of(entry.path())));
        INFO((message ? std::string("taken") : sentence(message.error().problem)));
        CHECK(message.has_value() == good);
        if (message) CHECK(message->unknown.empty());
        if (!message) CHECK(message.error().problem.where.starts_with("/data/"));
    }
}

} // namespace examples_test
