// A page's text is ASCII capitals as a rule; what is not is left as it is.
#include "messaging/vocabulary/page_words.hpp"

namespace regiekamer {
namespace {

bool alphanumeric(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
}

bool near(Instant one, Instant other) {
    return one <= other + page_clock_slack && other <= one + page_clock_slack;
}

/// "2026-03-02 13:07:44" where a decoder's line has its stamp; empty: the line has none.
std::string stamp_in(std::string_view raw) {
    constexpr std::string_view form = "0000-00-00 00:00:00";
    for (const std::string_view start : {"FLEX|", "FLEX: ", "\"timestamp\":\""}) {
        const auto at = raw.find(start);
        if (at == std::string_view::npos) continue;
        const auto stamp = raw.substr(at + start.size(), form.size());
        bool fits = stamp.size() == form.size();
        for (std::size_t i = 0; fits && i < form.size(); ++i)
            fits = form[i] == '0' ? stamp[i] >= '0' && stamp[i] <= '9' : stamp[i] == form[i];
        if (fits) return std::string(stamp);
    }
    return {};
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

bool stamp_doubtful(const PageReceived& page, Instant time, Instant recorded) {
    if (!near(page.at, time) && !near(page.at, recorded)) return true;
    std::string stamp = stamp_in(page.raw);
    if (stamp.empty()) return false;
    stamp.replace(10, 1, "T");
    return !read_instant(stamp + "Z");
}

bool tells_an_end(std::string_view text) {
    const std::string normal = normalise(text);
    return normal.find("AFGESCHAALD") != std::string::npos || normal.find("EINDE GRIP") != std::string::npos;
}

} // namespace regiekamer
