// A document on a web server, asked for on a schedule.
#pragma once

#include "messaging/feeds/sources/source.hpp"
#include "messaging/link/ticks.hpp"

namespace regiekamer::feeds {

struct HttpSettings {
    std::string url;
    milliseconds every{60'000};
    std::string body;                 ///< not empty: POST it, as JSON
    std::vector<std::string> headers; ///< "Name: value"
    std::string authorities;          ///< a PEM file of certificates to trust, instead of the system's
    bool html = false;                ///< a web page is what is wanted
    milliseconds connect_timeout{10'000}, total_timeout{30'000};
    std::size_t bytes_max = document_bytes_max;
    link::BackOff back_off{milliseconds(1000), milliseconds(60'000)};
};

/// Asks with what the last answer said of itself (ETag, Last-Modified), so that an unchanged document costs
/// nothing; certificates are checked; http and https only, and no way back from https to http. A document
/// that is the same as before is Heard.
std::unique_ptr<Source> http_source(HttpSettings settings);

/// The address as it may be shown: without name and password, and without a query, where keys stand.
std::string shown_url(const std::string& url);

} // namespace regiekamer::feeds
