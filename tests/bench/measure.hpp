// What every benchmark shares: a clock, numbers of several rounds, and one line of the table. Nothing here
// judges: machines differ and are noisy, so only the ratio to a raw library measured in the same run says
// something.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Seconds that `work` takes.
template <class Work>
double timed(Work&& work) {
    const auto start = Clock::now();
    std::forward<Work>(work)();
    return seconds_since(start);
}

/// Keeps the optimiser from leaving out what made `value`.
template <class T>
void keep(const T& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

/// What was measured, a number a round or a sample.
class Numbers {
public:
    void add(double number) { all_.push_back(number); }
    void add(const Numbers& others) { all_.insert(all_.end(), others.all_.begin(), others.all_.end()); }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    /// The number below which `part` (0 to 1) of them are.
    [[nodiscard]] double percentile(double part) const {
        if (all_.empty()) return std::nan("");
        auto sorted = all_;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return sorted[static_cast<std::size_t>(std::lround(part * last))];
    }
    [[nodiscard]] double median() const { return percentile(0.5); }
    [[nodiscard]] double min() const { return percentile(0); }
    [[nodiscard]] double max() const { return percentile(1); }

private:
    std::vector<double> all_;
};

/// `text` in so many columns; printf counts bytes.
inline std::string columns(const std::string& text, std::size_t width) {
    const auto characters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    return text + std::string(characters < width ? width - characters : 0, ' ');
}

/// One line: what, our median, the raw library's, the ratio a round as median (min–max), what to reach.
inline void row(const std::string& what, const std::string& ours, const std::string& raw,
                const Numbers& ratio, const std::string& target) {
    char text[64];
    std::snprintf(text, sizeof text, "%5.2f (%.2f–%.2f)", ratio.median(), ratio.min(), ratio.max());
    std::printf("%s %s %s %s %s\n", columns(what, 44).c_str(), columns(ours, 18).c_str(),
                columns(raw, 18).c_str(), columns(ratio.size() == 0 ? "" : text, 20).c_str(), target.c_str());
    std::fflush(stdout);
}
/// A line without a raw library to hold it against.
inline void row(const std::string& what, const std::string& ours, const std::string& target) {
    row(what, ours, "", {}, target);
}
/// What a line above needs said.
inline void remark(const std::string& words) {
    std::printf("    %s\n", words.c_str());
}

/// "61,234/s" is hard to read in a column of other units: thousands as k.
inline std::string rate(double per_second) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f k/s", per_second / 1e3);
    return text;
}
inline std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// A folder that goes away, on the disk of the build folder: /tmp may be memory, where no commit costs
/// anything.
class Folder {
public:
    Folder() {
        const char* wanted = std::getenv("REGIEKAMER_BENCH_FOLDER");
        auto pattern = (std::filesystem::path(wanted == nullptr ? "." : wanted) / "bench-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
        path_ = std::filesystem::absolute(pattern);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The value, or an end with what was wrong.
template <class Result>
auto must(Result&& result) {
    if (!result) throw std::runtime_error(sentence(result.error()));
    return std::move(*std::forward<Result>(result));
}

/// Runs a program's measurements; what is wrong is said, and the other programs go on.
template <class Work>
int report(const char* subject, Work&& work) {
    try {
        std::forward<Work>(work)();
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s: %s\n", subject, failure.what());
        return 1;
    }
}

} // namespace bench
