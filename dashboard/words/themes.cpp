// A theme a type, made once from the names of the types.
#include "dashboard/words/themes.hpp"

#include <array>

namespace regiekamer::words {
namespace {

struct Named {
    std::string_view begin; ///< of the type's name
    Theme theme;
};
/// The first that fits counts.
constexpr std::array names{Named{"incident.", Theme::incident},
                           Named{"area.", Theme::incident},
                           Named{"place.", Theme::incident},
                           Named{"grip.", Theme::grip},
                           Named{"team.", Theme::attendance},
                           Named{"person.alerted", Theme::attendance},
                           Named{"attendance.", Theme::attendance},
                           Named{"meeting.", Theme::meeting},
                           Named{"finding.", Theme::meeting},
                           Named{"decision.", Theme::decision},
                           Named{"situation.", Theme::situation},
                           Named{"action.", Theme::action},
                           Named{"person.", Theme::duty},
                           Named{"rotation.", Theme::duty},
                           Named{"duty.", Theme::duty},
                           Named{"absence.", Theme::duty},
                           Named{"swap.", Theme::duty},
                           Named{"handover.", Theme::duty},
                           Named{"event.", Theme::public_event},
                           Named{"requirement.", Theme::public_event},
                           Named{"inspection.", Theme::public_event},
                           Named{"works.", Theme::public_event},
                           Named{"measurement.", Theme::water},
                           Named{"forecast.", Theme::water},
                           Named{"threshold.", Theme::water},
                           Named{"station.", Theme::water},
                           Named{"warning.", Theme::warning},
                           Named{"page.", Theme::warning},
                           Named{"proposal.", Theme::warning},
                           Named{"note.", Theme::note},
                           Named{"exercise.", Theme::exercise},
                           Named{"inject.", Theme::exercise},
                           Named{"expectation.", Theme::exercise},
                           Named{"observation.", Theme::exercise},
                           Named{"post.", Theme::organisation},
                           Named{"training.", Theme::organisation}};

Theme theme_named(std::string_view type) {
    for (const auto& one : names)
        if (type.starts_with(one.begin)) return one.theme;
    return Theme::system;
}

/// By Body's index; the last is Foreign.
std::array<Theme, boost::mp11::mp_size<BodyVariant>::value> themes() {
    std::array<Theme, boost::mp11::mp_size<BodyVariant>::value> all{};
    std::size_t at = 0;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::add_pointer_t, Bodies>>(
        [&](auto pointer) { all.at(at++) = theme_named(std::remove_pointer_t<decltype(pointer)>::type); });
    all.at(at) = Theme::foreign;
    return all;
}

} // namespace

std::string_view label(Theme theme) {
    switch (theme) {
    case Theme::incident:
        return "Incident";
    case Theme::grip:
        return "GRIP";
    case Theme::attendance:
        return "Opkomst";
    case Theme::meeting:
        return "Overleg";
    case Theme::decision:
        return "Besluit";
    case Theme::situation:
        return "Situatiebeeld";
    case Theme::action:
        return "Actie";
    case Theme::duty:
        return "Piket";
    case Theme::public_event:
        return "Evenement";
    case Theme::water:
        return "Water en weer";
    case Theme::warning:
        return "Melding";
    case Theme::note:
        return "Notitie";
    case Theme::exercise:
        return "Oefening";
    case Theme::organisation:
        return "Bezetting";
    case Theme::system:
        return "Systeem";
    case Theme::foreign:
        return "Van buiten";
    }
    return {};
}

Theme theme_of(const picture::LogEntry& entry) {
    static const auto all = themes();
    return entry.type < all.size() ? all[entry.type] : Theme::foreign;
}

} // namespace regiekamer::words
