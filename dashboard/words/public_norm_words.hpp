// The names of the norms for the public (domain.md §4), for the screen and for paper.
#pragma once

#include "dashboard/picture/incidents.hpp"

#include <string_view>

namespace regiekamer::words {

/// "Duiding burgemeester".
constexpr std::string_view label(picture::PublicNorm norm) {
    using picture::PublicNorm;
    switch (norm) {
    case PublicNorm::first_facts:
        return "Eerste feiten";
    case PublicNorm::shelter:
        return "Opvang open";
    case PublicNorm::housing:
        return "Huisvesting";
    case PublicNorm::duiding:
        return "Duiding burgemeester";
    }
    return "";
}

} // namespace regiekamer::words
