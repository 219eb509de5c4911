// Any bytes as a signed alert. Nobody here can sign: what is said to be signed by the issuer or the hub is
// one of the alerts that they did sign, whatever was moved or put around it.
#include "messaging/feeds/cap/cap_reader.hpp"
#include "messaging/feeds/cap/signature.hpp"
#include "tests/fuzz/reader_fuzz.hpp"

#include <fstream>
#include <set>

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

std::string file(const std::string& name) {
    std::ifstream in(REGIEKAMER_SOURCE_DIR "/tests/messaging/feeds/signed/" + name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.empty()) std::abort();
    return text;
}

/// What a document says, as a hub has it, but for the digest of its bytes.
std::set<std::string> told(std::string_view document) {
    const std::vector<std::string> certificates{file("issuer.pem"), file("hub.pem")};
    CapConfig config;
    config.certificates = certificates;
    std::set<std::string> all;
    for (const auto& message : as_taken(cap_reader(config, Mode::actual)(document, fuzz_arrival))) {
        auto body = std::get<WarningReceived>(message.body);
        if (body.signature != SignatureCheck::geldig) continue;
        body.raw_digest.reset();
        Message alone;
        alone.id = alone.source = "fuzz";
        alone.time = fuzz_arrival;
        alone.body = body;
        all.insert(codec::encode(alone));
    }
    return all;
}

std::set<std::string> signed_ones() {
    std::set<std::string> all;
    for (const char* name : {"alert.xml", "alert_two.xml", "alert_sha1.xml"})
        all.merge(told(file(name)));
    if (all.empty()) std::abort();
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const auto known = signed_ones();
    static const std::vector<std::string> certificates{file("issuer.pem"), file("hub.pem")};
    const std::string_view document(reinterpret_cast<const char*>(data), size);
    if (check_signature(document, certificates) == Signature::not_checked) std::abort();
    for (const auto& one : told(document))
        if (!known.contains(one)) std::abort();
    return 0;
}
