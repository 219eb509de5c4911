// A journal of years has a few hundred persons: only what names them or sets a rotation is decoded.
#include "messaging/feeds/sources/registered.hpp"

#include "messaging/codec/codec.hpp"

namespace regiekamer::feeds {
namespace {

constexpr milliseconds greeting_of_persons{500}, answer_of_persons{30'000}, persons_again{500};

bool is_of_the_roster(std::string_view event) {
    return event.find("nl.regiekamer.person.") != std::string_view::npos ||
           event.find("nl.regiekamer.rotation.") != std::string_view::npos ||
           event.find("nl.regiekamer.message.withdrawn") != std::string_view::npos;
}

} // namespace

Registered::Registered(std::string endpoint, zmq::context_t* context)
    : endpoint_(std::move(endpoint)), context_(context) {}

const KnownRoster& Registered::look(const Stop& stop) {
    while (!stop.stopped() && !read(stop))
        if (stop.wait(persons_again)) break;
    return known_;
}

bool Registered::read(const Stop& stop) {
    auto client = link::Client::connect(endpoint_, "regiekamerctl", greeting_of_persons, {}, context_);
    if (!client) return false;
    client->patience(answer_of_persons, stop.descriptor());
    if (client->welcome().journal != journal_) {
        journal_ = client->welcome().journal;
        read_ = 0;
        said_.clear();
    }
    for (;;) {
        const auto page = client->replay(read_);
        if (!page) return false;
        if (page->empty()) break;
        for (const auto& [meta, event] : *page) {
            if (is_of_the_roster(event)) take(event);
            read_ = static_cast<Sequence>(meta.sequence.value);
        }
    }
    count();
    return true;
}

void Registered::take(const std::string& event) {
    const Message message = codec::read(event);
    if (std::holds_alternative<PersonRegistered>(message.body) ||
        std::holds_alternative<PersonRemoved>(message.body) ||
        std::holds_alternative<RotationSet>(message.body))
        said_.push_back({message.id, message.source, message.body});
    if (const auto* withdrawn = std::get_if<MessageWithdrawn>(&message.body))
        std::erase_if(said_, [&](const Said& one) {
            return one.id == withdrawn->message.value && one.source == withdrawn->message_source;
        });
}

void Registered::count() {
    known_ = {};
    for (const Said& one : said_) {
        if (const auto* registered = std::get_if<PersonRegistered>(&one.body))
            known_.persons.insert_or_assign(registered->person, *registered);
        if (const auto* removed = std::get_if<PersonRemoved>(&one.body))
            known_.persons.erase(removed->person);
        if (const auto* rotation = std::get_if<RotationSet>(&one.body))
            known_.changeovers.insert_or_assign(rotation->function, rotation->changeover);
    }
}

} // namespace regiekamer::feeds
