// Names by SHA-1 (RFC 4122, version 5): not a secret, only the same for the same.
#include "messaging/feeds/reading.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <exception>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t ids_most = 1'000; ///< under one name: of a source that goes to and fro for ever

} // namespace

Aside set_aside(std::string reason, std::string_view sample) {
    // Cut before it is cleaned as well: it may be megabytes.
    const std::string clean = cleaned(sample.substr(0, sample_bytes_max + 4));
    return {std::move(reason), std::string(cut_at(clean, sample_bytes_max))};
}

void set_aside_future(Became& became, std::string_view sample, Instant may_be) {
    became.aside.push_back(set_aside(std::string(sent_in_future), sample));
    became.again = std::min(became.again.value_or(may_be), may_be);
}

void remark(Became& became, std::string text) {
    constexpr std::size_t most = 50;
    auto& remarks = became.remarks;
    if (remarks.size() < most && std::find(remarks.begin(), remarks.end(), text) == remarks.end())
        remarks.push_back(std::move(text));
}

std::string id_of(std::initializer_list<std::string_view> parts) {
    static const boost::uuids::name_generator_sha1 generator(boost::uuids::ns::url());
    std::string name = "nl.regiekamer/feed";
    for (const std::string_view part : parts)
        (name += '\n').append(std::to_string(part.size())).append(" ").append(part);
    return boost::uuids::to_string(generator(name));
}

std::string subject_of(const Body& body) {
    if (const auto* duty = std::get_if<DutyRostered>(&body)) return "duty/" + duty->duty.value;
    if (const auto* duty = std::get_if<DutyWithdrawn>(&body)) return "duty/" + duty->duty.value;
    if (const auto* person = std::get_if<PersonRegistered>(&body)) return "person/" + person->person.value;
    if (const auto* event = std::get_if<EventRegistered>(&body)) return "event/" + event->event.value;
    if (const auto* decided = std::get_if<EventDecided>(&body)) return "event/" + decided->event.value;
    if (const auto* one = std::get_if<MeasurementTaken>(&body))
        return id_of({"value", one->station.value, one->quantity.value, one->unit.value, to_text(one->at)});
    if (const auto* warning = std::get_if<WarningReceived>(&body))
        return id_of({"warning", warning->sender, warning->identifier});
    return {};
}

const std::string* Memory::find(const std::string& name) const {
    const auto found = said_.find(name);
    return found == said_.end() ? nullptr : &found->second.content;
}

std::pair<Memory::Said*, bool> Memory::place_of(const std::string& name) {
    const auto [place, added] = said_.try_emplace(name);
    if (added) order_.push_back(name);
    if (order_.size() > most_) {
        said_.erase(order_.front());
        order_.pop_front();
    }
    return {&place->second, added};
}

bool Memory::news(const std::string& name, std::string content) {
    const auto [said, added] = place_of(name);
    if (!added && said->content == content) return false;
    said->content = std::move(content);
    return true;
}

std::optional<std::string> Memory::say(const std::string& name, std::string content, std::string own) {
    const auto* last = find(name);
    if (last != nullptr && *last == content) return std::nullopt;
    return say_again(name, std::move(content), std::move(own));
}

std::string Memory::say_again(const std::string& name, std::string content, std::string own) {
    auto& ids = place_of(name).first->ids;
    // Where some are forgotten, any may have been used.
    if (ids.size() == ids_most || std::find(ids.begin(), ids.end(), own) != ids.end())
        own = id_of({own, ids.back()});
    recall(name, std::move(content), own);
    return own;
}

void Memory::recall(const std::string& name, std::string content, std::string id) {
    Said& said = *place_of(name).first;
    said.content = std::move(content);
    said.ids.push_back(std::move(id));
    if (said.ids.size() > ids_most) said.ids.erase(said.ids.begin());
}

Reader guarded(Reader reader) {
    Reader::Recall recall;
    if (reader.recalls()) recall = [reader](const Message& said) { reader.recall(said); };
    return {[reader = std::move(reader)](std::string_view piece, Instant arrival) {
                try {
                    return reader(piece, arrival);
                } catch (const std::exception& error) {
                    Became became;
                    became.aside.push_back(
                        set_aside(std::string("could not be read: ") + error.what(), piece));
                    return became;
                }
            },
            std::move(recall)};
}

} // namespace regiekamer::feeds
