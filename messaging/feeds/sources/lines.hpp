// Bytes as they come -> lines.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace regiekamer::feeds {

class Lines {
public:
    /// Of a longer line one byte more than `bytes_max` is kept, so that its reader sees that it is too long;
    /// it is given as soon as it is, whether or not it ever ends.
    explicit Lines(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    void add(std::string_view bytes);
    /// The next whole line, without its end.
    std::optional<std::string> next();
    /// What stands behind the last line end, when no more will come: half a line, unless its source ends so.
    std::optional<std::string> rest();

private:
    std::size_t bytes_max_;
    std::deque<std::string> whole_;
    std::string open_;
    bool cut_ = false; ///< the rest of a line that was too long is passed over
};

} // namespace regiekamer::feeds
