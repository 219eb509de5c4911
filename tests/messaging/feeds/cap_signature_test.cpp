// What the signature of an alert is worth.
#include "messaging/feeds/cap/signature.hpp"
#include "tests/messaging/feeds/cap_documents.hpp"
#include "tests/support/folder.hpp"

#include <fstream>

namespace cap_signature_test {

using namespace cap_documents;

TEST_CASE(
    "what was not checked says so; a signature that no configured certificate made sets the alert aside") {
    const std::string signature =
        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature>";
    CHECK(one(alert({.body = info() + signature})).signature == SignatureCheck::niet_gecontroleerd);
    CHECK(one(alert()).signature == SignatureCheck::niet_gecontroleerd);
    CapConfig config;
    config.certificates = {"-----BEGIN CERTIFICATE-----\nonzin\n-----END CERTIFICATE-----\n"};
    const auto forged = read(alert({.body = info() + signature}), Mode::actual, config);
    CHECK(forged.said.empty());
    REQUIRE(forged.aside.size() == 1);
    CHECK(forged.aside[0].reason == "it is not as it was signed");
    CHECK(std::get<WarningReceived>(read(alert(), Mode::actual, config).said.at(0).body).signature ==
          SignatureCheck::niet_gecontroleerd);
}

TEST_CASE("a signature counts when a configured certificate made it over the whole") {
    const auto file = [](const std::string& name) {
        std::ifstream in(REGIEKAMER_SOURCE_DIR "/tests/messaging/feeds/signed/" + name);
        REQUIRE(in);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const std::string issuer = file("issuer.pem"), hub = file("hub.pem"), signed_once = file("alert.xml"),
                      signed_twice = file("alert_two.xml");
    CHECK(check_signature(signed_once, {}) == Signature::not_checked);
    CHECK(check_signature(signed_once, {issuer}) == Signature::valid);
    CHECK(check_signature(signed_once, {hub}) == Signature::unknown_signer);
    CHECK(check_signature(signed_once, {hub, issuer}) == Signature::valid);
    CHECK(check_signature(file("alert_sha1.xml"), {issuer}) == Signature::valid);
    CHECK(check_signature(signed_twice, {hub}) == Signature::valid);
    CHECK(check_signature(signed_twice, {issuer}) == Signature::valid); // as it was before the hub signed
    for (const auto& [from, to] : {std::pair("80 km/h", "30 km/h"), std::pair("Moderate", "Extreme")}) {
        CHECK(check_signature(replaced(signed_once, from, to), {issuer}) == Signature::not_valid);
        CHECK(check_signature(replaced(signed_twice, from, to), {issuer, hub}) == Signature::not_valid);
    }
    // A reference to a part, a transform that chooses one, and an algorithm that anybody can make.
    CHECK(check_signature(replaced(signed_once, "URI=\"\"", "URI=\"#x\""), {issuer}) == Signature::not_valid);
    CHECK(check_signature(replaced(signed_once, "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                                   "http://www.w3.org/TR/1999/REC-xpath-19991116"),
                          {issuer}) == Signature::not_valid);
    CHECK(check_signature(replaced(signed_once, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                                   "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
                          {issuer}) == Signature::not_valid);
    CapConfig config;
    config.certificates = {issuer};
    const auto judged = [&](const std::string& document) {
        return std::get<WarningReceived>(read(document, Mode::actual, config).said.at(0).body).signature;
    };
    CHECK(judged(signed_once) == SignatureCheck::geldig);
    // Inside something else it is judged as it was before it came there.
    const auto in_feed = [&](const std::string& document, const std::string& before = "") {
        return "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:x=\"urn:x\">" +
               before + "<entry><content>\n" + document.substr(document.find("<alert")) +
               "</content></entry></feed>";
    };
    CHECK(judged(in_feed(signed_once)) == SignatureCheck::geldig);
    CHECK(judged(in_feed(signed_twice)) == SignatureCheck::geldig);
    const auto both = read(in_feed(signed_once, alert()), Mode::actual, config);
    REQUIRE(both.said.size() == 2);
    CHECK(std::get<WarningReceived>(both.said[0].body).signature == SignatureCheck::niet_gecontroleerd);
    CHECK(std::get<WarningReceived>(both.said[1].body).signature == SignatureCheck::geldig);
    const auto altered_inside =
        read(in_feed(replaced(signed_once, "80 km/h", "30 km/h"), alert()), Mode::actual, config);
    CHECK(altered_inside.said.size() == 1);
    CHECK(altered_inside.aside.at(0).reason == "it is not as it was signed");
    // who gets a bad one must do something else than who lacks a certificate
    const auto altered = read(replaced(signed_once, "80 km/h", "30 km/h"), Mode::actual, config);
    CHECK(altered.said.empty());
    CHECK(altered.aside.at(0).reason == "it is not as it was signed");
    CHECK(check_signature(signed_once, {file("other_kind.pem")}) == Signature::unknown_signer);
    CHECK(check_signature(replaced(signed_once, "80 km/h", "30 km/h"), {file("other_kind.pem")}) ==
          Signature::not_valid);
    config.certificates = {hub};
    const auto unknown = read(signed_once, Mode::actual, config);
    CHECK(unknown.said.empty());
    CHECK(unknown.aside.at(0).reason == "its signature is of no configured certificate");
}

TEST_CASE(
    "a PEM file may hold several certificates, each of which counts; one that is none is told at the start") {
    const Folder folder;
    const auto file = [](const std::string& name) {
        std::ifstream in(REGIEKAMER_SOURCE_DIR "/tests/messaging/feeds/signed/" + name);
        REQUIRE(in);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const auto load = [&](const std::string& pem) {
        std::ofstream(folder / "c.pem") << pem;
        std::ofstream(folder / "cap.toml") << "[cap]\ncertificates = [\"c.pem\"]\n";
        return load_cap_config(folder / "cap.toml");
    };
    const auto bundle = load(file("hub.pem") + "tussenin\n" + file("issuer.pem"));
    REQUIRE(bundle);
    CHECK(bundle->certificates.size() == 2);
    CHECK(check_signature(file("alert.xml"), bundle->certificates) == Signature::valid);
    const std::string nonsense = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (const auto& bad : {nonsense, file("hub.pem") + nonsense, std::string("-----BEGIN CERTIFICATE-----"),
                            std::string("niets")})
        CHECK(load(bad).error().at(0).message.find("certificates in PEM that can be read") !=
              std::string::npos);
}

} // namespace cap_signature_test
