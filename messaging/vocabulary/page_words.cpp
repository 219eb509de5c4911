// A page's text is ASCII capitals as a rule; what is not is left as it is.
#include "messaging/vocabulary/page_words.hpp"

namespace regiekamer {
namespace {

bool alphanumeric(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
}

} // namespace

std::string normalise(std::string_view text) {
    std::string normal;
    for (const char letter : text) {
        if (letter == ' ' || (letter >= '\t' && letter <= '\r')) {
            if (!normal.empty() && normal.back() != ' ') normal += ' ';
        } else {
            normal += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
    }
    if (!normal.empty() && normal.back() == ' ') normal.pop_back();
    return normal;
}

bool mentions_ovd_bz(std::string_view text) {
    const std::string normal = normalise(text);
    for (const std::string_view word : {"OVD-BZ", "OVD BZ", "OVDBZ"})
        for (auto at = normal.find(word); at != std::string::npos; at = normal.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool begins = at == 0 || !alphanumeric(normal[at - 1]);
            if (begins && (end == normal.size() || !alphanumeric(normal[end]))) return true;
        }
    return false;
}

bool percent_may_damage(std::string_view raw) {
    const auto head = raw.find("FLEX|");
    return head != std::string_view::npos && raw.find('%', head) != std::string_view::npos;
}

bool tells_an_end(std::string_view text) {
    const std::string normal = normalise(text);
    return normal.find("AFGESCHAALD") != std::string::npos || normal.find("EINDE GRIP") != std::string::npos;
}

} // namespace regiekamer
