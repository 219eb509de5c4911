// xmlsec1 with everything shut that it opens by itself: keys out of the document, references elsewhere,
// transforms that choose a part (with XPath a signature could cover nothing at all).
#include "messaging/feeds/cap/signature.hpp"

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

Document parsed(std::string_view bytes) {
    return Document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

/// The signatures that stand directly in the root: enveloped ones of the whole.
std::vector<xmlNodePtr> signatures(const Document& document) {
    constexpr std::size_t most = 8;
    std::vector<xmlNodePtr> all;
    const xmlNodePtr root = xmlDocGetRootElement(document.get());
    for (auto* at = root == nullptr ? nullptr : root->children; at != nullptr; at = at->next)
        if (xmlSecCheckNodeName(at, xmlSecNodeSignature, xmlSecDSigNs) && all.size() < most)
            all.push_back(at);
    return all;
}

Context context_for(const std::string& certificate) {
    Context context(xmlSecDSigCtxCreate(nullptr));
    if (!context) return context;
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
    context->signKey = xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(certificate.data()),
                                                    static_cast<xmlSecSize>(certificate.size()),
                                                    xmlSecKeyDataFormatCertPem, nullptr, nullptr, nullptr);
    if (context->signKey == nullptr) return nullptr;
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
Signature verified(std::string_view bytes, std::size_t place, bool alone, const std::string& certificate) {
    const Document document = parsed(bytes);
    if (!document) return Signature::not_valid;
    const auto all = signatures(document);
    if (place >= all.size()) return Signature::not_valid;
    for (std::size_t other = 0; alone && other < all.size(); ++other)
        if (other != place) {
            xmlUnlinkNode(all[other]);
            xmlFreeNode(all[other]);
        }
    const Context context = context_for(certificate);
    if (!context || xmlSecDSigCtxVerify(context.get(), all[place]) < 0) return Signature::not_valid;
    if (!covers_the_whole(context.get())) return Signature::not_valid;
    return context->status == xmlSecDSigStatusSucceeded ? Signature::valid : Signature::unknown_signer;
}

} // namespace

Signature check_signature(std::string_view document, const std::vector<std::string>& certificates) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    static const bool started = start_library();
    if (certificates.empty() || !started) return Signature::not_checked;
    const Document once = parsed(document);
    const std::size_t count = once ? signatures(once).size() : 0;
    Signature best = Signature::not_valid;
    for (std::size_t place = 0; place < count; ++place)
        for (const auto& certificate : certificates)
            for (const bool alone : {false, true}) {
                if (alone && count == 1) continue;
                const Signature one = verified(document, place, alone, certificate);
                if (one == Signature::valid) return one;
                if (one == Signature::unknown_signer) best = one;
            }
    return best;
}

} // namespace regiekamer::feeds
