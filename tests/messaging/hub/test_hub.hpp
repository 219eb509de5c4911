// A hub with a journal of its own in a folder that goes away, and the events to feed it with.
#pragma once

#include "messaging/hub/hub.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/wire_client.hpp"

inline regiekamer::hub::Settings exercise_on(const std::filesystem::path& journal) {
    regiekamer::hub::Settings settings;
    settings.mode = regiekamer::Mode::exercise;
    settings.journal = journal;
    settings.requests = {"tcp://127.0.0.1:*"};
    settings.live = {"tcp://127.0.0.1:*"};
    return settings;
}

/// Starts, or throws with the Problem's sentence.
inline std::unique_ptr<regiekamer::hub::Hub> started(regiekamer::hub::Settings settings) {
    auto hub = regiekamer::hub::Hub::start(std::move(settings));
    if (!hub) throw std::runtime_error(sentence(hub.error()));
    return std::move(*hub);
}

struct TestHub {
    Folder folder;
    std::filesystem::path journal = folder.path / "journal.sqlite";
    std::unique_ptr<regiekamer::hub::Hub> hub;

    TestHub() : hub(started(exercise_on(journal))) {}
    explicit TestHub(const std::function<void(regiekamer::hub::Settings&)>& change) {
        auto settings = exercise_on(journal);
        change(settings);
        hub = started(settings);
    }

    [[nodiscard]] std::string requests() const { return hub->requests().at(0); }
    [[nodiscard]] std::string live() const { return hub->live().at(0); }
    [[nodiscard]] wire_client::Client client() const { return wire_client::Client(requests()); }
    /// By inproc: what ThreadSanitizer sees of libzmq then stays within one process.
    [[nodiscard]] wire_client::Client inside() const {
        return wire_client::Client(std::string(regiekamer::hub::Hub::inproc_requests), &hub->context());
    }
};

/// An event of a foreign type with a content of its own.
inline std::string event(const std::string& id, const std::string& data = "{}",
                         const std::string& status = "exercise", const std::string& source = "test") {
    return R"({"specversion":"1.0","id":")" + id + R"(","source":")" + source +
           R"(","type":"org.example.thing","time":"2027-01-22T12:00:00Z","status":")" + status +
           R"(","data":)" + data + "}";
}

/// An event of the vocabulary.
inline std::string event_of(const std::string& type, const std::string& id, const std::string& data,
                            const std::string& time = "2027-01-22T12:00:00Z") {
    return R"({"specversion":"1.0","id":")" + id + R"(","source":"test","type":"nl.regiekamer.)" + type +
           R"(","time":")" + time + R"(","status":"exercise","data":)" + data + "}";
}

inline std::string note(const std::string& id, const std::string& words = "op hoogte") {
    return event_of("note.written", id, R"({"note":")" + id + R"(","text":")" + words + R"("})");
}
