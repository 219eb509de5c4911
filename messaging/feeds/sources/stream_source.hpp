// Standard input, or a file of lines: read to its end.
#pragma once

#include "messaging/feeds/sources/lines.hpp"
#include "messaging/feeds/sources/source.hpp"

namespace regiekamer::feeds {

/// A file descriptor, closed at the end unless it is standard input.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }

private:
    int number_;
};

/// Waits until `descriptor` can be read (or written), the time is up, or it is asked to end; true: it can.
bool wait_for(int descriptor, short events, milliseconds longest, const Stop& stop);

/// Its lines, each at once. The last one is whole without its end too, as many an editor or a script leaves
/// it.
class LineStream : public Source {
public:
    LineStream(Descriptor from, std::size_t line_bytes_max)
        : from_(std::move(from)), lines_(line_bytes_max) {}
    Pulled next(milliseconds longest, const Stop& stop) override;

private:
    Descriptor from_;
    Lines lines_;
    bool ended_ = false;
};

/// All of it as one document, at its end.
class WholeStream : public Source {
public:
    explicit WholeStream(Descriptor from) : from_(std::move(from)) {}
    Pulled next(milliseconds longest, const Stop& stop) override;

private:
    Descriptor from_;
    std::string bytes_;
    bool ended_ = false;
};

} // namespace regiekamer::feeds
