// Reading JSON of strangers: what is absent, null or of another kind is not there.
#pragma once

#include <boost/json.hpp>
#include <string_view>

namespace regiekamer::feeds {

/// nullptr: it is no object, or has no such member, or null.
inline const boost::json::value* member(const boost::json::value& value, std::string_view name) {
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

/// Calls with each of a list, with the value itself when it is none, and not at all when it is absent.
template <class Visit>
void each(const boost::json::value* value, Visit&& visit) {
    if (value == nullptr) return;
    if (const auto* list = value->if_array()) {
        for (const auto& one : *list)
            visit(one);
        return;
    }
    visit(*value);
}

} // namespace regiekamer::feeds
