// A feed at a real hub: what it is made of here, and what came to the hub.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/sources/replay.hpp"
#include "messaging/feeds/sources/run.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <deque>
#include <fstream>

namespace fed {

using namespace regiekamer;
using namespace regiekamer::feeds;

inline const std::string good = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 Dam";

struct Told {
    std::vector<Message> messages;
    explicit Told(const std::string& requests) {
        auto client = link::Client::connect(requests, "test");
        REQUIRE(client.has_value());
        Sequence after = 0;
        for (;;) {
            const auto page = client->replay(after);
            REQUIRE(page.has_value());
            if (page->empty()) return;
            for (const auto& [meta, event] : *page)
                messages.push_back(codec::read(event));
            after += page->size();
        }
    }
    template <class T>
    [[nodiscard]] std::vector<T> all() const {
        std::vector<T> found;
        for (const auto& message : messages)
            if (const auto* body = std::get_if<T>(&message.body)) found.push_back(*body);
        return found;
    }
};

inline FeedSpec spec_of(const char* kind, const std::string& from, const std::filesystem::path& raw = {}) {
    FeedSpec spec;
    spec.name = "proef";
    spec.kind = kind_of(kind);
    spec.from = from;
    spec.raw = raw;
    return spec;
}

inline RunSettings settings_of(const std::string& connect) {
    RunSettings settings;
    settings.connect = connect;
    settings.back_off = link::BackOff(milliseconds(1), milliseconds(5));
    settings.last_answer = seconds(10); // a machine that is busy: how long is no promise of these tests
    return settings;
}

inline std::string write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

/// What a test says came, and then the end.
class Scripted : public Source {
public:
    explicit Scripted(std::deque<Pulled> all) : all_(std::move(all)) {}
    Pulled next(milliseconds, const Stop&) override {
        if (all_.empty()) return Ended{};
        auto one = std::move(all_.front());
        all_.pop_front();
        return one;
    }

private:
    std::deque<Pulled> all_;
};

} // namespace fed
