// libcurl, driven through its multi interface so that waiting can be ended at once.
#include "messaging/feeds/sources/http_source.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <fmt/format.h>
#include <utility>

namespace regiekamer::feeds {
namespace {

using Clock = std::chrono::steady_clock;

/// libcurl's own start, once a program.
void start_curl() {
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(started);
}

struct Easy {
    CURL* handle = curl_easy_init();
    curl_slist* headers = nullptr;
    std::array<char, CURL_ERROR_SIZE> detail{};
    Easy() = default;
    ~Easy() {
        curl_slist_free_all(headers);
        curl_easy_cleanup(handle);
    }
    Easy(const Easy&) = delete;
    Easy& operator=(const Easy&) = delete;
    void header(const std::string& line) { headers = curl_slist_append(headers, line.c_str()); }
};

struct Multi {
    CURLM* handle = curl_multi_init();
    CURL* easy;
    explicit Multi(CURL* one) : easy(one) { curl_multi_add_handle(handle, easy); }
    ~Multi() {
        curl_multi_remove_handle(handle, easy);
        curl_multi_cleanup(handle);
    }
    Multi(const Multi&) = delete;
    Multi& operator=(const Multi&) = delete;
};

struct Answer {
    std::string body, etag, modified, content_type;
    std::size_t bytes_max = 0;
    bool too_large = false;
    std::size_t head_bytes = 0;
    long status = 0;
    seconds wait{0}; ///< Retry-After
};

constexpr std::size_t head_bytes_max = 128 * 1024;
/// A source may ask for patience (Retry-After), not be rid of us for good.
constexpr auto longest_wait = hours(1);

extern "C" std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& answer = *static_cast<Answer*>(into);
    if (answer.body.size() + size * count > answer.bytes_max) {
        answer.too_large = true;
        return 0; // libcurl ends the transfer
    }
    answer.body.append(bytes, size * count);
    return size * count;
}

extern "C" std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& answer = *static_cast<Answer*>(into);
    const std::string_view line(bytes, size * count);
    answer.head_bytes += line.size();
    if (answer.head_bytes > head_bytes_max) return 0;
    if (line.starts_with("HTTP/"))
        answer.etag = answer.modified = answer.content_type = {}; // an interim one was
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && line.size() < 4096) {
        const auto name = lower(line.substr(0, colon));
        const std::string value(stripped(line.substr(colon + 1)));
        if (name == "etag") answer.etag = value;
        if (name == "last-modified") answer.modified = value;
        if (name == "content-type") answer.content_type = lower(value);
    }
    return size * count;
}

/// From its first element on, behind a declaration and comments.
std::string_view without_prolog(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : "";
        const auto at = end.empty() ? std::string_view::npos : text.find(end);
        if (at == std::string_view::npos) return text;
        text.remove_prefix(at + end.size());
    }
}

/// What it is tells more than what it is called: many a server calls all that it gives HTML. Of that, what
/// begins as an element and does not say that it is XML is a page.
bool is_web_page(const Answer& answer) {
    const auto start = without_prolog(answer.body);
    const auto small = lower(start.substr(0, 512));
    if (small.starts_with("<!doctype html") || small.starts_with("<html")) return true;
    const bool is_xml = small.find("xmlns") != std::string::npos ||
                        std::string_view(answer.body).substr(0, 64).find("<?xml") != std::string_view::npos;
    return answer.content_type.starts_with("text/html") && small.starts_with("<") && !is_xml;
}

/// What a server says of why it refused, as Rijkswaterstaat's does.
std::string refusal_in(const std::string& body) {
    constexpr std::size_t bytes_max = 16 * 1024, nesting = 8;
    if (body.size() > bytes_max) return {};
    const auto value = codec::parse(body, nesting);
    const auto* object = value ? value->if_object() : nullptr;
    const auto* said = object == nullptr ? nullptr : object->if_contains("Foutmelding");
    return said == nullptr || !said->is_string() ? "" : ": " + sample_of(said->get_string());
}

std::string sentence_of(CURLcode code, const char* detail, const Answer& answer,
                        const HttpSettings& settings) {
    if (answer.too_large || code == CURLE_FILESIZE_EXCEEDED)
        return fmt::format("the answer is larger than {} kB", settings.bytes_max / 1024);
    if (answer.head_bytes > head_bytes_max)
        return fmt::format("the head of its answer is larger than {} kB", head_bytes_max / 1024);
    const std::string why = detail[0] != '\0' ? detail : curl_easy_strerror(code);
    switch (static_cast<int>(code)) {
    case CURLE_OPERATION_TIMEDOUT:
        return fmt::format("it did not answer in full within {} seconds",
                           std::chrono::ceil<seconds>(settings.total_timeout).count());
    case CURLE_COULDNT_RESOLVE_HOST:
        return "its name cannot be found: " + why;
    case CURLE_COULDNT_CONNECT:
        return "cannot connect: " + why;
    case CURLE_PEER_FAILED_VERIFICATION:
        if (why.find("expired") != std::string::npos) return "its certificate has expired: " + why;
        if (why.find("not yet valid") != std::string::npos) return "its certificate is not valid yet: " + why;
        return "its certificate cannot be trusted: " + why;
    case CURLE_SSL_CONNECT_ERROR:
        return "no secure connection: " + why;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
        return "the answer broke off: " + why;
    case CURLE_BAD_CONTENT_ENCODING:
        return "its answer cannot be unpacked: " + why;
    case CURLE_WEIRD_SERVER_REPLY:
        return "it does not speak HTTP: " + why;
    case CURLE_UNSUPPORTED_PROTOCOL:
        if (why.find("HTTP/0.9") != std::string::npos) return "it does not speak HTTP: " + why;
        return "it sends on to an address that is not " +
               std::string(settings.url.starts_with("https") ? "https" : "http or https");
    default:
        return "it cannot be asked: " + why;
    }
}

/// One address on the way to the answer. libcurl would follow by itself, and give each server on the way the
/// keys that stand in the headers.
struct Hop {
    std::string url;
    bool body = false, headers = true; ///< whether it gets those of the settings
    bool first = true;
    Clock::time_point until;
};

/// Whether two addresses are of one server: scheme, name and port.
bool same_server(const std::string& one, const std::string& other) {
    const auto server_of = [](const std::string& url) {
        const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts(curl_url(), curl_url_cleanup);
        std::string all;
        if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return all;
        for (const auto part : {CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT}) {
            char* text = nullptr;
            if (curl_url_get(parts.get(), part, &text, CURLU_DEFAULT_PORT) == CURLUE_OK) all += text;
            all += ' ';
            curl_free(text);
        }
        return all;
    };
    const auto server = server_of(one);
    return !server.empty() && server == server_of(other);
}

class HttpSource : public Source {
public:
    explicit HttpSource(HttpSettings settings) : settings_(std::move(settings)) { start_curl(); }

    Pulled next(milliseconds longest, const Stop& stop) override {
        const auto left = std::chrono::ceil<milliseconds>(due_ - Clock::now());
        if (stop.wait(std::min(left, longest)) || left > longest) return Nothing{};
        auto asked = ask(stop);
        const bool failed = std::holds_alternative<Fault>(asked);
        if (!failed) settings_.back_off.reset();
        due_ = Clock::now() + (failed ? std::min<link::Ticks>(settings_.back_off.next(), settings_.every)
                                      : link::Ticks(settings_.every));
        due_ = std::max(due_, Clock::now() + std::min<link::Ticks>(asked_to_wait_, longest_wait));
        asked_to_wait_ = seconds(0);
        return asked;
    }
    void again(Instant from) override { again_ = from; }

private:
    void prepare(Easy& easy, Answer& answer, const Hop& hop) const;
    void prepare_headers(Easy& easy, const Hop& hop) const;
    Pulled ask(const Stop& stop);
    std::optional<Pulled> perform(Easy& easy, Answer& answer, const Hop& hop, const Stop& stop) const;
    Pulled judge(Answer answer);
    [[nodiscard]] Fault fault(const std::string& why) const {
        return {fmt::format("{}: {}", shown_url(settings_.url), why)};
    }

    HttpSettings settings_;
    Clock::time_point due_ = Clock::now();
    std::string etag_, modified_, last_;
    std::optional<Instant> again_;
    seconds asked_to_wait_{0};
};

void HttpSource::prepare(Easy& easy, Answer& answer, const Hop& hop) const {
    CURL* curl = easy.handle;
    const bool only_secure = !hop.first && settings_.url.starts_with("https");
    const auto left = std::max(std::chrono::ceil<milliseconds>(hop.until - Clock::now()), milliseconds(1));
    curl_easy_setopt(curl, CURLOPT_URL, hop.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, only_secure ? "https" : "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(settings_.bytes_max));
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, ""); // unpacked as it comes: the size is that of the text
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "regiekamer");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, easy.detail.data());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
    if (!settings_.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.authorities.c_str());
    prepare_headers(easy, hop);
}

void HttpSource::prepare_headers(Easy& easy, const Hop& hop) const {
    if (hop.body) {
        curl_easy_setopt(easy.handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(settings_.body.size()));
        curl_easy_setopt(easy.handle, CURLOPT_POSTFIELDS, settings_.body.c_str());
        easy.header("Content-Type: application/json");
    }
    if (hop.headers)
        for (const auto& header : settings_.headers)
            easy.header(header);
    if (!etag_.empty()) easy.header("If-None-Match: " + etag_);
    if (!modified_.empty()) easy.header("If-Modified-Since: " + modified_);
    curl_easy_setopt(easy.handle, CURLOPT_HTTPHEADER, easy.headers);
}

/// What came of it when no answer did.
std::optional<Pulled> HttpSource::perform(Easy& easy, Answer& answer, const Hop& hop,
                                          const Stop& stop) const {
    if (easy.handle == nullptr) return fault("no memory to ask it");
    prepare(easy, answer, hop);
    Multi multi(easy.handle);
    curl_waitfd also{stop.descriptor(), CURL_WAIT_POLLIN, 0};
    for (int running = 1; running > 0;) {
        if (stop.stopped()) return Nothing{};
        if (curl_multi_perform(multi.handle, &running) != CURLM_OK) return fault("it cannot be asked");
        if (running > 0) curl_multi_poll(multi.handle, &also, 1, 1000, nullptr);
    }
    int left = 0;
    const CURLMsg* done = curl_multi_info_read(multi.handle, &left);
    if (done == nullptr) return fault("it cannot be asked");
    if (done->data.result != CURLE_OK)
        return fault(sentence_of(done->data.result, easy.detail.data(), answer, settings_));
    curl_easy_getinfo(easy.handle, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_off_t wait = 0;
    curl_easy_getinfo(easy.handle, CURLINFO_RETRY_AFTER, &wait);
    answer.wait = seconds(wait);
    return std::nullopt;
}

Pulled HttpSource::ask(const Stop& stop) {
    constexpr int hops_max = 6;
    if (has_come(again_)) etag_ = modified_ = last_ = {};
    Hop hop{settings_.url, !settings_.body.empty(), true, true, Clock::now() + settings_.total_timeout};
    for (int hops = 0; hops < hops_max; ++hops) {
        Easy easy;
        Answer answer;
        answer.bytes_max = settings_.bytes_max;
        if (auto ended = perform(easy, answer, hop, stop)) return std::move(*ended);
        char* next = nullptr;
        curl_easy_getinfo(easy.handle, CURLINFO_REDIRECT_URL, &next);
        if (next == nullptr) return judge(std::move(answer));
        hop.url = next;
        hop.first = false;
        hop.body = hop.body && (answer.status == 307 || answer.status == 308); // RFC 9110 §15.4
        hop.headers = hop.headers && same_server(hop.url, settings_.url);
    }
    return fault("it sends on and on to other addresses");
}

Pulled HttpSource::judge(Answer answer) {
    asked_to_wait_ = answer.status == 429 || answer.status == 503 ? answer.wait : seconds(0);
    if (answer.status == 304 || answer.status == 204) return Heard{};
    if (answer.status != 200)
        return fault(fmt::format("it answered {}{}", answer.status,
                                 answer.status == 401 || answer.status == 403 ? ": we may not have it"
                                 : answer.status == 404                       ? ": there is no such document"
                                 : answer.status == 429                       ? ": we ask too often"
                                 : answer.status >= 500                       ? ": it is out of order"
                                                                              : refusal_in(answer.body)));
    if (!settings_.html && is_web_page(answer))
        return fault("it answered with a web page (HTML) instead of data");
    if (stripped(answer.body).empty()) return fault("it answered with nothing in it");
    etag_ = answer.etag;
    modified_ = answer.modified;
    if (answer.body == last_) return Heard{};
    last_ = answer.body;
    again_.reset();
    return Piece{std::move(answer.body), wall_clock()};
}

} // namespace

std::unique_ptr<Source> http_source(HttpSettings settings) {
    return std::make_unique<HttpSource>(std::move(settings));
}

std::string shown_url(const std::string& url) {
    std::string shown = url.substr(0, url.find_first_of("?#"));
    const auto start = shown.find("://");
    if (start == std::string::npos) return shown;
    const auto name = start + 3, end = std::min(shown.find('/', name), shown.size());
    const auto at = shown.rfind('@', end);
    if (at != std::string::npos && at >= name && at < end) shown.erase(name, at + 1 - name);
    return shown;
}

} // namespace regiekamer::feeds
