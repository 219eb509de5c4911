// Where the writer puts its bytes: a string that grows ahead of what is written, so that each byte costs a
// store and not a call. The hub and every feed write events by the thousand.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace regiekamer::codec {

class Text {
public:
    explicit Text(std::size_t size) : bytes_(size, '\0') {}

    /// Room for `count` more bytes; the place to write them, valid until the next call.
    char* room(std::size_t count) {
        if (bytes_.size() - used_ < count) bytes_.resize(2 * (used_ + count));
        return bytes_.data() + used_;
    }
    /// Everything before `end`, which lies in the room last given, is written.
    void wrote(const char* end) { used_ = static_cast<std::size_t>(end - bytes_.data()); }

    void add(char one) {
        char* at = room(1);
        *at = one;
        wrote(at + 1);
    }
    void add(std::string_view text) { wrote(std::copy(text.begin(), text.end(), room(text.size()))); }
    template <class Number>
    void add_number(Number number) {
        constexpr std::size_t longest = 32; // of a double: 24
        char* at = room(longest);
        wrote(std::to_chars(at, at + longest, number).ptr);
    }
    [[nodiscard]] char last() const { return bytes_[used_ - 1]; }
    /// What was written; nothing more can be.
    std::string take() && {
        bytes_.resize(used_);
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    std::size_t used_ = 0;
};

} // namespace regiekamer::codec
