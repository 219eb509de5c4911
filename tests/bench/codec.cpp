// Bytes to structs and back, against what Boost.JSON alone takes for the same bytes.
#include "dashboard/picture/picture.hpp"
#include "tests/bench/events.hpp"
#include "tests/bench/measure.hpp"

#include <array>
#include <functional>

namespace {

using namespace bench;
namespace json = boost::json;

constexpr std::size_t count = 20'000, rounds = 9;

regiekamer::Message decoded(const std::string& event) {
    auto message = regiekamer::codec::decode(event);
    if (!message) throw std::runtime_error(sentence(message.error().problem));
    return std::move(*message);
}

struct Against {
    std::string what, target;
    std::function<void()> ours, raw;
    Numbers per_second, raw_per_second, ratio;
};

void print(std::vector<Against>& pairs) {
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto& pair : pairs) {
            const double raw = timed(pair.raw), ours = timed(pair.ours);
            pair.per_second.add(count / ours);
            pair.raw_per_second.add(count / raw);
            pair.ratio.add(raw / ours);
        }
    for (const auto& pair : pairs)
        row(pair.what, rate(pair.per_second.median()), rate(pair.raw_per_second.median()), pair.ratio,
            pair.target);
}

void measure() {
    using namespace regiekamer;
    std::vector<std::string> events;
    std::vector<Message> messages;
    std::vector<json::value> values;
    for (std::size_t n = 0; n < count; ++n) {
        events.push_back(event_575(n, Mode::exercise));
        messages.push_back(codec::read(events.back()));
        values.push_back(json::parse(events.back()));
    }
    const auto decode = [&] {
        for (const auto& event : events)
            keep(decoded(event));
    };
    const auto parse = [&] {
        for (const auto& event : events)
            keep(json::parse(event));
    };
    const auto parse_on_the_stack = [&] {
        std::array<unsigned char, 8192> room{};
        for (const auto& event : events) {
            json::monotonic_resource memory(room.data(), room.size());
            keep(json::parse(event, &memory));
        }
    };
    const auto decode_and_fold = [&] {
        picture::Picture picture;
        Sequence sequence = 0;
        for (const auto& event : events) {
            ++sequence;
            picture::fold(picture, {sequence, Instant{}, "bench", decoded(event)});
        }
    };
    const auto encode = [&] {
        for (const auto& message : messages)
            keep(codec::encode(message));
    };
    const auto serialize = [&] {
        for (const auto& value : values)
            keep(json::serialize(value));
    };
    std::vector<Against> pairs{
        {"decode, all checked, against parse", "≥ 0.75", decode, parse, {}, {}, {}},
        {"  against parse into memory on the stack", "", decode, parse_on_the_stack, {}, {}, {}},
        {"decode and fold, against parse", "≥ 0.5", decode_and_fold, parse, {}, {}, {}},
        {"encode, against serialize", "≥ 2", encode, serialize, {}, {}, {}}};
    print(pairs);
    remark("raw: Boost.JSON on the same bytes (messages of 575)");
}

} // namespace

int main() {
    return bench::report("codec", measure);
}
