// The one place that knows which source a text means.
#include "messaging/feeds/sources/origin.hpp"

#include "messaging/feeds/sources/file_source.hpp"
#include "messaging/feeds/sources/tcp_source.hpp"
#include "messaging/feeds/sources/zmq_source.hpp"

#include <charconv>
#include <fcntl.h>
#include <unistd.h>

namespace regiekamer::feeds {
namespace {

namespace fs = std::filesystem;
constexpr milliseconds folder_every{2000}, http_every{60'000};

bool is_http(const std::string& from) {
    return from.starts_with("http://") || from.starts_with("https://");
}

/// "tcp://host:port" in two; "[::1]" without its brackets.
Result<std::pair<std::string, std::string>> host_and_port(const std::string& from) {
    const auto colon = from.rfind(':');
    std::string host = from.substr(6, colon - std::min<std::size_t>(colon, 6));
    const std::string port = from.substr(colon + 1);
    if (host.starts_with("[") && host.ends_with("]")) host = host.substr(1, host.size() - 2);
    int number = 0;
    const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
    if (colon < 6 || host.empty() || read.ec != std::errc() || read.ptr != port.data() + port.size() ||
        number < 1 || number > 65535)
        return refuse("", from, "tcp://host:port");
    return std::pair(host, port);
}

fs::path path_of(const std::string& from, const fs::path& beside) {
    const fs::path path(from);
    return path.is_absolute() || beside.empty() ? path : beside / path;
}

Result<std::unique_ptr<Source>> open_path(const fs::path& path, const SourceSettings& settings) {
    std::error_code failed;
    if (fs::is_directory(path, failed))
        return std::make_unique<FolderSource>(path, settings.every.value_or(folder_every));
    if (settings.pieces == Pieces::documents && settings.every)
        return std::make_unique<FileSource>(path, *settings.every);
    Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC)); // NOLINT: POSIX
    if (!file.open())
        return refuse(path.string(), "no file that can be read", "a file, a folder, - or an address");
    if (settings.pieces == Pieces::documents) return std::make_unique<WholeStream>(std::move(file));
    return std::make_unique<LineStream>(std::move(file), settings.piece_bytes_max);
}

} // namespace

Result<void> check_origin(const std::string& from, Pieces pieces, const fs::path& beside) {
    const bool address = from.find("://") != std::string::npos;
    if (pieces == Pieces::frames) {
        if (!from.starts_with("tcp://") && !from.starts_with("ipc://"))
            return refuse(from, "no endpoint", "one of ZeroMQ: tcp://host:port or ipc://file");
        if (from.starts_with("tcp://"))
            if (const auto read = host_and_port(from); !read) return tl::unexpected(read.error());
        return {};
    }
    if (is_http(from) && pieces != Pieces::documents)
        return refuse("", shown_url(from), "lines: standard input, a file or tcp://host:port");
    if (from.starts_with("tcp://")) {
        if (pieces == Pieces::documents)
            return refuse("", from, "documents: standard input, a file, a folder or http(s)://");
        if (const auto read = host_and_port(from); !read) return tl::unexpected(read.error());
        return {};
    }
    if (address && !is_http(from)) return refuse("", from, "http://, https:// or tcp://");
    std::error_code failed;
    if (!address && from != "-" && pieces == Pieces::lines && fs::is_directory(path_of(from, beside), failed))
        return refuse(from, "a folder", "lines: standard input, a file or tcp://host:port");
    return {};
}

Result<std::unique_ptr<Source>> open_source(const std::string& from, const SourceSettings& settings,
                                            const fs::path& beside) {
    if (auto checked = check_origin(from, settings.pieces, beside); !checked)
        return tl::unexpected(checked.error());
    if (settings.pieces == Pieces::frames) return zmq_source(from, settings.piece_bytes_max);
    if (is_http(from)) {
        HttpSettings http = settings.http;
        http.url = from;
        http.every = settings.every.value_or(http_every);
        return http_source(std::move(http));
    }
    if (from.starts_with("tcp://")) {
        auto [host, port] = *host_and_port(from);
        return std::make_unique<TcpSource>(host, port, settings.piece_bytes_max, settings.back_off);
    }
    if (from == "-") {
        if (settings.pieces == Pieces::documents)
            return std::make_unique<WholeStream>(Descriptor(STDIN_FILENO));
        return std::make_unique<LineStream>(Descriptor(STDIN_FILENO), settings.piece_bytes_max);
    }
    return open_path(path_of(from, beside), settings);
}

} // namespace regiekamer::feeds
