// Lines of files and streams that nobody has looked at yet: without a bound one that never breaks fills the
// memory.
#pragma once

#include <istream>
#include <string>

namespace regiekamer {

/// The next line without its break; false: there is none. Of a line with more than `bytes_max` it is one byte
/// more than that, and the rest is still to be read. `in.eof()` as after std::getline: the line had no break.
inline bool next_line(std::istream& in, std::string& line, std::size_t bytes_max) {
    line.clear();
    const std::istream::sentry ready(in, true);
    if (!ready) return false;
    for (;;) {
        const int letter = in.rdbuf()->sbumpc();
        if (letter == std::char_traits<char>::eof()) {
            in.setstate(line.empty() ? std::ios::eofbit | std::ios::failbit : std::ios::eofbit);
            return !line.empty();
        }
        if (letter == '\n') return true;
        line += static_cast<char>(letter);
        if (line.size() > bytes_max) return true;
    }
}

} // namespace regiekamer
