// Names by SHA-1 (RFC 4122, version 5): not a secret, only the same for the same.
#include "messaging/feeds/reading.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <exception>

namespace regiekamer::feeds {

Aside set_aside(std::string reason, std::string_view sample) {
    // Cut before it is cleaned as well: it may be megabytes.
    const std::string clean = cleaned(sample.substr(0, sample_bytes_max + 4));
    return {std::move(reason), std::string(cut_at(clean, sample_bytes_max))};
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

const std::string* Memory::find(const std::string& name) const {
    const auto found = said_.find(name);
    return found == said_.end() ? nullptr : &found->second;
}

bool Memory::news(const std::string& name, std::string content) {
    const auto [place, added] = said_.try_emplace(name, content);
    if (!added) {
        if (place->second == content) return false;
        place->second = std::move(content);
        return true;
    }
    order_.push_back(name);
    if (order_.size() > most_) {
        said_.erase(order_.front());
        order_.pop_front();
    }
    return true;
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
