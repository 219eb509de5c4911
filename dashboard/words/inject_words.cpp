#include "dashboard/words/inject_words.hpp"

namespace regiekamer::words {

std::string_view word_of(measure::InjectState state) {
    using enum measure::InjectState;
    switch (state) {
    case planned:
        return "gepland";
    case delivered:
        return "verzonden";
    case held:
        return "aangehouden";
    case skipped:
        return "vervallen";
    case not_applicable:
        return "niet aan de orde";
    }
    return {};
}

} // namespace regiekamer::words
