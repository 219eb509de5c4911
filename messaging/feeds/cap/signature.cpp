// xmlsec1 with everything shut that it opens by itself: keys out of the document, references elsewhere,
// transforms that choose a part (with XPath a signature could cover nothing at all).
#include "messaging/feeds/cap/signature.hpp"

#include "messaging/feeds/cap/cap_xml.hpp"

#include <algorithm>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>
#include <mutex>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

namespace regiekamer::feeds {
namespace {

template <auto close>
struct Closes {
    void operator()(auto* handle) const { close(handle); }
};
using Document = std::unique_ptr<xmlDoc, Closes<xmlFreeDoc>>;
using Key = std::unique_ptr<xmlSecKey, Closes<xmlSecKeyDestroy>>;
using Context = std::unique_ptr<xmlSecDSigCtx, Closes<xmlSecDSigCtxDestroy>>;

void no_complaints(void*, const char*, ...) {}

bool start_library() {
    xmlInitParser();
    // Complaints of libraries on stderr would be a feed's to fill.
    xmlSetGenericErrorFunc(nullptr, no_complaints);
    xmlSetStructuredErrorFunc(nullptr, [](void*, auto*) {});
    if (xmlSecInit() < 0 || xmlSecCryptoAppInit(nullptr) < 0 || xmlSecCryptoInit() < 0) return false;
    xmlSecErrorsSetCallback([](const char*, int, const char*, const char*, const char*, int, const char*) {});
    return true;
}

/// libxml2 and xmlsec are used by one thread at a time; false: they do not start.
struct Library {
    std::lock_guard<std::mutex> lock;
    bool started;
    Library() : lock(one_at_a_time()), started(is_started()) {}

private:
    static std::mutex& one_at_a_time() {
        static std::mutex mutex;
        return mutex;
    }
    static bool is_started() {
        static const bool done = start_library();
        return done;
    }
};

Document parsed(std::string_view bytes) {
    return Document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

std::string_view text(const xmlChar* characters) {
    return characters == nullptr ? std::string_view() : reinterpret_cast<const char*>(characters);
}

bool is_alert(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE && text(node.name) == "alert" && node.ns != nullptr &&
           is_cap(text(node.ns->href));
}

/// In the order of the document; `inside` false passes over what stands within it.
xmlNodePtr next_node(xmlNodePtr at, bool inside) {
    if (inside && at->type == XML_ELEMENT_NODE && at->children != nullptr) return at->children;
    while (at != nullptr && at->next == nullptr)
        at = at->parent;
    return at == nullptr ? nullptr : at->next;
}

/// Prefixes that stand for something outside of it come along.
std::string as_document(xmlNodePtr element) {
    const Document document(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")));
    const xmlNodePtr copy = document ? xmlDocCopyNode(element, document.get(), 1) : nullptr;
    if (copy == nullptr) return {};
    xmlDocSetRootElement(document.get(), copy);
    xmlChar* bytes = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document.get(), &bytes, &size, "UTF-8");
    std::string all(text(bytes));
    xmlFree(bytes);
    return all;
}

/// The signatures that stand directly in the root: enveloped ones of the whole.
std::vector<xmlNodePtr> signatures(const Document& document) {
    constexpr std::size_t most = 4; // the issuer and three that passed it on
    std::vector<xmlNodePtr> all;
    const xmlNodePtr root = xmlDocGetRootElement(document.get());
    for (auto* at = root == nullptr ? nullptr : root->children; at != nullptr; at = at->next)
        if (xmlSecCheckNodeName(at, xmlSecNodeSignature, xmlSecDSigNs) && all.size() < most)
            all.push_back(at);
    return all;
}

/// nullptr: it is no certificate.
Key key_of(std::string_view certificate) {
    return Key(xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(certificate.data()),
                                            static_cast<xmlSecSize>(certificate.size()),
                                            xmlSecKeyDataFormatCertPem, nullptr, nullptr, nullptr));
}

/// Of a signature's kind and nobody's: what was signed is looked at only with a key of that kind, and a
/// configured one may be of another.
Key nobodys_key() {
    static const Key key(xmlSecKeyGenerate(xmlSecKeyDataRsaId, 2'048, xmlSecKeyDataTypeSession));
    return Key(key ? xmlSecKeyDuplicate(key.get()) : nullptr);
}

Context context_for(Key key) {
    Context context(key ? xmlSecDSigCtxCreate(nullptr) : nullptr);
    if (!context) return context;
    context->signKey = key.release();
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
    xmlSecTransformId transforms[] = {xmlSecTransformEnvelopedId, xmlSecTransformInclC14NId,
                                      xmlSecTransformExclC14NId, xmlSecTransformSha1Id,
                                      xmlSecTransformSha256Id};
    xmlSecTransformId methods[] = {xmlSecTransformRsaSha1Id, xmlSecTransformRsaSha256Id,
                                   xmlSecTransformInclC14NId, xmlSecTransformExclC14NId};
    for (auto* id : transforms)
        if (xmlSecDSigCtxEnableReferenceTransform(context.get(), id) < 0) return nullptr;
    for (auto* id : methods)
        if (xmlSecDSigCtxEnableSignatureTransform(context.get(), id) < 0) return nullptr;
    return context;
}

/// Whether what it refers to is as it was when it was signed, whoever did that.
bool covers_the_whole(xmlSecDSigCtxPtr context) {
    xmlSecPtrListPtr references = &context->signedInfoReferences;
    const xmlSecSize count = xmlSecPtrListGetSize(references);
    for (xmlSecSize at = 0; at < count; ++at) {
        const auto* one = static_cast<xmlSecDSigReferenceCtxPtr>(xmlSecPtrListGetItem(references, at));
        if (one == nullptr || one->status != xmlSecDSigStatusSucceeded) return false;
    }
    return count > 0;
}

/// With the signature at this place; `alone`: as it was before the others were put beside it.
Signature verified(std::string_view bytes, std::size_t place, bool alone, Key key) {
    const Document document = parsed(bytes);
    if (!document) return Signature::not_valid;
    const auto all = signatures(document);
    if (place >= all.size()) return Signature::not_valid;
    for (std::size_t other = 0; alone && other < all.size(); ++other)
        if (other != place) {
            xmlUnlinkNode(all[other]);
            xmlFreeNode(all[other]);
        }
    const Context context = context_for(std::move(key));
    if (!context || xmlSecDSigCtxVerify(context.get(), all[place]) < 0) return Signature::not_valid;
    if (!covers_the_whole(context.get())) return Signature::not_valid;
    return context->status == xmlSecDSigStatusSucceeded ? Signature::valid : Signature::unknown_signer;
}

} // namespace

std::vector<std::string> alerts_alone(std::string_view document) {
    const Library library;
    const Document whole = library.started ? parsed(document) : nullptr;
    std::vector<std::string> all;
    for (xmlNodePtr at = whole ? xmlDocGetRootElement(whole.get()) : nullptr; at != nullptr;) {
        const bool alert = is_alert(*at);
        if (alert) all.push_back(as_document(at));
        at = next_node(at, !alert);
    }
    return all;
}

std::optional<std::vector<std::string>> certificates_of(std::string_view pem) {
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----", end = "-----END CERTIFICATE-----";
    const Library library;
    std::vector<std::string> all;
    for (auto at = pem.find(begin); at != std::string_view::npos; at = pem.find(begin, at)) {
        const auto closes = pem.find(end, at);
        if (closes == std::string_view::npos) return std::nullopt;
        const auto until = closes + end.size();
        all.emplace_back(pem.substr(at, until - at)).append("\n");
        at = until;
        if (!library.started || !key_of(all.back())) return std::nullopt;
    }
    if (all.empty()) return std::nullopt;
    return all;
}

Signature check_signature(std::string_view document, const std::vector<std::string>& certificates) {
    const Library library;
    if (certificates.empty() || !library.started) return Signature::not_checked;
    const Document once = parsed(document);
    const std::size_t count = once ? signatures(once).size() : 0;
    Signature best = Signature::not_valid;
    for (std::size_t place = 0; place < count; ++place)
        for (const bool alone : {false, true}) {
            if (alone && count == 1) continue;
            // Most of the work is what was signed, whoever did it: that is looked at once.
            if (verified(document, place, alone, nobodys_key()) == Signature::not_valid) continue;
            best = Signature::unknown_signer;
            for (const auto& certificate : certificates)
                if (verified(document, place, alone, key_of(certificate)) == Signature::valid)
                    return Signature::valid;
        }
    return best;
}

} // namespace regiekamer::feeds
