// Who signed an alert: XML-DSig over the original bytes, against the certificates that the user configured.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// `unknown_signer`: it is as it was signed, by whom nobody configured. `not_valid`: it is not as it was
/// signed, or is signed in a way that proves nothing.
enum class Signature { not_checked, valid, unknown_signer, not_valid };

/// The alerts of an envelope, a feed or a list, each as a document of its own, as it was when it was signed.
/// In the order of the document; none: it cannot be read.
std::vector<std::string> alerts_alone(std::string_view document);

/// The certificates of a PEM file, of which a bundle has several, each by itself; none: there is not one in
/// it, or one that cannot be read.
std::optional<std::vector<std::string>> certificates_of(std::string_view pem);

/// Whether one of the certificates (PEM) signed the document whole. Reads no network, file or DTD; takes no
/// key from the document. Only a signature over all of the document counts, by RSA with SHA-1 or SHA-256;
/// with several (the issuer's and a hub's) one is enough. A certificate that has run out still counts: an
/// alert of last year stays signed. No certificates: not checked.
Signature check_signature(std::string_view document, const std::vector<std::string>& certificates);

} // namespace regiekamer::feeds
