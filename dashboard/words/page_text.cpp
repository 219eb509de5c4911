// A tone says nothing but that somebody is called.
#include "dashboard/words/page_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace regiekamer::words {
namespace {

template <class Capcodes>
std::string shown_text(const std::string& text, const Capcodes& capcodes) {
    constexpr std::size_t most = 3;
    if (text.find_first_not_of(' ') != std::string::npos) return text;
    std::vector<std::string> first;
    for (auto at = capcodes.begin(); at != capcodes.end() && first.size() < most; ++at)
        first.push_back(at->value);
    if (first.empty()) return "alleen een toon, zonder tekst";
    return fmt::format("alleen een toon, zonder tekst, voor capcode {}{}", fmt::join(first, ", "),
                       capcodes.size() > most ? fmt::format(" en nog {}", capcodes.size() - most) : "");
}

} // namespace

std::string page_text(const PageReceived& page) {
    return shown_text(page.text, page.capcodes);
}
std::string page_text(const picture::PageAlarm& page) {
    return shown_text(page.text, page.capcodes);
}

} // namespace regiekamer::words
