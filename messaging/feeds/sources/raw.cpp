// One write a line, so that a program that is killed leaves whole lines and at most half of the last.
#include "messaging/feeds/sources/raw.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/reading.hpp"
#include "messaging/vocabulary/bounded_line.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <date/date.h>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace regiekamer::feeds {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t line_bytes_max = 64 * 1024 * 1024;
constexpr std::int64_t raw_format = 1;
constexpr std::size_t nesting = 4;

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.resize(std::strlen(text.c_str()));
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

json::array array_of(const std::vector<std::string>& texts) {
    json::array array;
    for (const auto& text : texts)
        array.emplace_back(text);
    return array;
}

json::object object_of(const RawHead& head) {
    return {{"feed", head.feed},
            {"kind", head.kind},
            {"what", head.what},
            {"config", head.config},
            {"mode", head.mode == Mode::actual ? "actual" : "exercise"},
            {"journal", head.journal},
            {"format", raw_format}};
}
json::object object_of(const RawPiece& piece) {
    const bool text = is_utf8(piece.bytes) && piece.bytes.find('\0') == std::string::npos;
    json::array aside;
    for (const auto& one : piece.aside)
        aside.push_back(json::object{{"reason", one.reason}, {"sample", one.sample}});
    json::object object{{"arrival", to_text(piece.arrival)}};
    object[text ? "text" : "base64"] = text ? piece.bytes : base64(piece.bytes);
    object["became"] = array_of(piece.became);
    object["aside"] = std::move(aside);
    object["remarks"] = array_of(piece.remarks);
    return object;
}
json::object object_of(const RawLater& later) {
    return {{"ids", array_of(later.ids)}, {"reason", later.reason}};
}

/// Reads members and remembers the first that is not as it should be.
class Members {
public:
    explicit Members(const json::object& object) : object_(object) {}
    std::string text(const char* name, bool needed = true) {
        const auto* member = object_.if_contains(name);
        if (member == nullptr && !needed) return {};
        if (member == nullptr || !member->is_string()) return miss(name, "text");
        return std::string(member->get_string());
    }
    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> all;
        for (const auto& one : array(name)) {
            if (!one.is_string()) {
                miss(name, "a list of texts");
                break;
            }
            all.emplace_back(one.get_string());
        }
        return all;
    }
    const json::array& array(const char* name) {
        static const json::array none;
        const auto* member = object_.if_contains(name);
        if (member != nullptr && member->is_array()) return member->get_array();
        miss(name, "a list");
        return none;
    }
    std::string miss(const char* name, const char* expected) {
        if (!problem) problem = Problem{std::string("/") + name, "nothing that fits", expected};
        return {};
    }
    std::optional<Problem> problem;

private:
    const json::object& object_;
};

Result<RawLine> read_head(const json::object& object) {
    Members members(object);
    RawHead head{members.text("feed"),          members.text("kind"), members.text("what", false),
                 members.text("config", false), Mode::exercise,       members.text("journal", false)};
    const auto mode = members.text("mode");
    if (mode == "actual") head.mode = Mode::actual;
    if (mode != "actual" && mode != "exercise") members.miss("mode", "actual or exercise");
    const auto* format = object.if_contains("format");
    if (format == nullptr || *format != raw_format) members.miss("format", "1");
    if (members.problem) return tl::unexpected(*members.problem);
    return head;
}

Result<RawLine> read_piece(const json::object& object) {
    Members members(object);
    RawPiece piece;
    const auto arrival = read_instant(members.text("arrival"));
    if (arrival)
        piece.arrival = *arrival;
    else
        members.miss("arrival", "an instant");
    if (object.contains("base64")) {
        const auto bytes = from_base64(members.text("base64"));
        if (bytes)
            piece.bytes = *bytes;
        else
            members.miss("base64", "base64");
    } else {
        piece.bytes = members.text("text");
    }
    piece.became = members.texts("became");
    piece.remarks = members.texts("remarks");
    for (const auto& one : members.array("aside")) {
        if (!one.is_object()) {
            members.miss("aside", "a list of objects");
            break;
        }
        Members inside(one.get_object());
        piece.aside.push_back({inside.text("reason"), inside.text("sample")});
        if (inside.problem) members.miss("aside", "a reason and a sample each");
    }
    if (members.problem) return tl::unexpected(*members.problem);
    return piece;
}

Result<RawLine> read_later(const json::object& object) {
    Members members(object);
    RawLater later{members.texts("ids"), members.text("reason")};
    if (members.problem) return tl::unexpected(*members.problem);
    return later;
}

} // namespace

bool is_half(const RawPiece& piece) {
    return std::any_of(piece.aside.begin(), piece.aside.end(),
                       [](const Aside& one) { return one.reason == half_line; });
}

Became half_of(std::string_view line) {
    Became became;
    became.aside.push_back(set_aside(std::string(half_line), line));
    return became;
}

std::string write_raw_line(const RawLine& line) {
    return json::serialize(std::visit([](const auto& one) { return object_of(one); }, line));
}

Result<RawLine> read_raw_line(std::string_view line) {
    const auto value = codec::parse(line, nesting);
    if (!value) return tl::unexpected(value.error());
    const auto* object = value->if_object();
    if (object == nullptr) return refuse("", "no object", "a line of a raw record");
    if (object->contains("feed")) return read_head(*object);
    if (object->contains("ids")) return read_later(*object);
    return read_piece(*object);
}

RawFile::~RawFile() {
    if (file_ >= 0) close(file_);
}

Result<void> RawFile::add(const RawLine& line, Instant now) {
    const auto failed = [&](const std::string& what) -> Result<void> {
        if (file_ >= 0) close(file_);
        file_ = -1;
        return refuse(folder_.string(), "what came in cannot be kept: " + what, "");
    };
    const std::string day = date::format("%F", std::chrono::floor<date::days>(now));
    std::string text;
    if (file_ < 0 || day != day_) {
        std::error_code made;
        fs::create_directories(folder_, made);
        if (made) return failed(made.message());
        if (file_ >= 0) close(file_);
        const auto name = (folder_ / (head_.feed + "-" + day + ".jsonl")).string();
        file_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); // NOLINT: POSIX
        if (file_ < 0) return failed(std::strerror(errno));
        day_ = day;
        if (lseek(file_, 0, SEEK_END) > 0) text = "\n"; // ends the half line of a run that was killed
        text += write_raw_line(head_) + "\n";
    }
    text += write_raw_line(line) + "\n";
    for (std::string_view left = text; !left.empty();) {
        const auto written = ::write(file_, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failed(std::strerror(errno));
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<RawReader> RawReader::open(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code failed;
    if (!in || fs::is_directory(file, failed))
        return refuse(file.string(), "no file that can be read",
                      "a record of what came in: NAME-YYYY-MM-DD.jsonl");
    return RawReader(std::move(in));
}

Result<std::optional<RawLine>> RawReader::next() {
    for (std::string text; next_line(in_, text, line_bytes_max);) {
        ++line_;
        if (text.empty()) continue;
        if (text.size() > line_bytes_max)
            return refuse("line " + std::to_string(line_), "more than 64 MB", "a line of a raw record");
        auto line = read_raw_line(text);
        if (line) return std::optional<RawLine>(std::move(*line));
        // A run that was killed leaves half a line: at the end, or before the line break of the next run.
        if (text.front() == '{' && (in_.eof() || text.back() != '}')) {
            ++torn_;
            continue;
        }
        return refuse("line " + std::to_string(line_) +
                          (line.error().where.empty() ? "" : " " + line.error().where),
                      line.error().found, line.error().expected);
    }
    return std::optional<RawLine>();
}

std::vector<fs::path> raw_files(const fs::path& folder, const std::string& feed) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const auto name = at->path().filename().string();
        // NAME-YYYY-MM-DD.jsonl; another feed's name may begin with this one
        if (name.starts_with(feed + "-") && name.ends_with(".jsonl") && name.size() == feed.size() + 17)
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace regiekamer::feeds
