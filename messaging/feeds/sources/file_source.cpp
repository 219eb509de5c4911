// A file is stable when two looks find the same size and time of change, or when it was changed long ago.
#include "messaging/feeds/sources/file_source.hpp"

#include <algorithm>
#include <fstream>
#include <functional>

namespace regiekamer::feeds {
namespace {

namespace fs = std::filesystem;
constexpr auto long_ago = std::chrono::seconds(5);
constexpr std::size_t files_max = 10'000;

std::optional<FileStamp> stamp_of(const fs::path& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return std::nullopt;
    FileStamp stamp;
    stamp.changed = fs::last_write_time(file, failed);
    if (failed) return std::nullopt;
    stamp.size = fs::file_size(file, failed);
    if (failed) return std::nullopt;
    return stamp;
}

bool is_stable(const FileStamp& stamp, const std::optional<FileStamp>& seen) {
    return stamp == seen || stamp.changed + long_ago < fs::file_time_type::clock::now();
}

Pulled read_document(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Fault{file.string() + " cannot be read"};
    std::string bytes(document_bytes_max + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad()) return Fault{file.string() + " cannot be read"};
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > document_bytes_max) return Aside{"a document of more than 8 MB", file.string()};
    return Piece{std::move(bytes), wall_clock()};
}

/// What stands in a folder itself: a link may lead to any file of this computer.
std::optional<FileStamp> own_stamp_of(const fs::path& file) {
    std::error_code failed;
    return fs::is_symlink(file, failed) ? std::nullopt : stamp_of(file);
}

bool is_under_way(const std::string& name) {
    return name.starts_with(".") || name.ends_with("~") || name.ends_with(".part") || name.ends_with(".tmp");
}

} // namespace

bool Schedule::wait(milliseconds longest, const Stop& stop) {
    const auto left = std::chrono::ceil<milliseconds>(due_ - std::chrono::steady_clock::now());
    if (stop.wait(std::min(left, longest)) || left > longest) return false;
    due_ = std::chrono::steady_clock::now() + every_;
    return true;
}

Pulled FileSource::next(milliseconds longest, const Stop& stop) {
    if (!schedule_.wait(longest, stop)) return Nothing{};
    const auto stamp = stamp_of(file_);
    if (!stamp) {
        seen_ = taken_ = std::nullopt;
        return Fault{"there is no file " + file_.string()};
    }
    if (stamp == taken_ && !has_come(again_)) return Heard{};
    if (!is_stable(*stamp, std::exchange(seen_, stamp))) return Nothing{};
    auto document = read_document(file_);
    if (stamp_of(file_) != stamp) return Nothing{}; // somebody wrote meanwhile
    if (!std::holds_alternative<Fault>(document)) {
        taken_ = stamp;
        again_.reset();
    }
    return document;
}

std::optional<Fault> FolderSource::look() {
    std::error_code failed;
    std::map<std::string, FileStamp> found;
    std::map<std::string, bool> links;
    for (fs::directory_iterator at(folder_, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename().string();
        if (is_under_way(name)) continue;
        std::error_code gone;
        if (fs::is_symlink(at->path(), gone) && stamp_of(at->path())) links.emplace(name, links_[name]);
        const auto stamp = own_stamp_of(at->path());
        if (stamp) found.emplace(name, *stamp);
        if (found.size() > files_max) return Fault{folder_.string() + " holds more than 10,000 files"};
    }
    if (failed) return Fault{"the folder " + folder_.string() + " cannot be read: " + failed.message()};
    for (const auto& [name, stamp] : found) {
        const auto taken = taken_.find(name);
        const auto seen = seen_.find(name);
        if (taken != taken_.end() && taken->second.stamp == stamp && !has_come(taken->second.again)) continue;
        if (is_stable(stamp, seen == seen_.end() ? std::nullopt : std::optional(seen->second)))
            ready_.push_back(name);
    }
    std::sort(ready_.begin(), ready_.end(), std::greater());
    seen_ = std::move(found);
    links_ = std::move(links);
    std::erase_if(taken_, [&](const auto& one) { return !seen_.contains(one.first); });
    return std::nullopt;
}

std::optional<Aside> FolderSource::link_aside() {
    for (auto& [name, told] : links_)
        if (!std::exchange(told, true))
            return Aside{"a link in the folder, which is not followed: put the file itself there",
                         (folder_ / name).string()};
    return std::nullopt;
}

Pulled FolderSource::next(milliseconds longest, const Stop& stop) {
    if (auto link = link_aside()) return std::move(*link);
    if (ready_.empty()) {
        if (!schedule_.wait(longest, stop)) return Nothing{};
        if (auto fault = look()) return *fault;
        if (auto link = link_aside()) return std::move(*link);
        if (ready_.empty()) return Heard{};
    }
    const std::string name = std::move(ready_.back());
    ready_.pop_back();
    const auto stamp = own_stamp_of(folder_ / name);
    if (!stamp) return Nothing{};
    auto document = read_document(folder_ / name);
    if (own_stamp_of(folder_ / name) != stamp) return Nothing{};
    taken_[name] = {*stamp, {}}; // what cannot be read is told once
    given_ = name;
    return document;
}

} // namespace regiekamer::feeds
