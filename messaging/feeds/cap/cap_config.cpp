// Certificates are read here, once: a reader touches no file.
#include "messaging/feeds/cap/cap_config.hpp"

#include "messaging/feeds/cap/signature.hpp"
#include "messaging/feeds/config_file.hpp"

namespace regiekamer::feeds {
namespace {

/// An address is one sender's: of one that stands there twice nobody could say whose it is.
void read_sender(const toml::table& table, tables::Complaints& complaints, CapConfig& config) {
    tables::Block block(table, complaints, {"address", "also"});
    const std::string address = block.name("address");
    for (const auto& other : texts_of(block, "also"))
        if (other.empty() || other == address || !config.same_sender.emplace(other, address).second)
            complaints.add(block.place("also"), tables::quote(other), "another address, listed once");
}

CapConfig cap_of(const toml::table& table, tables::Complaints& complaints,
                 const std::filesystem::path& folder) {
    constexpr std::size_t certificate_bytes_max = 100'000;
    CapConfig config;
    tables::Block block(table, complaints, {"languages", "geocodes", "certificates", "sender"});
    if (auto languages = texts_of(block, "languages"); !languages.empty())
        config.languages = std::move(languages);
    config.geocodes = texts_of(block, "geocodes");
    for (const auto& code : config.geocodes)
        if (code.find('=') == std::string::npos)
            complaints.add(block.place("geocodes"), tables::quote(code),
                           R"(NAME=VALUE, such as "EMMA_ID=NL009")");
    for (const auto& name : texts_of(block, "certificates")) {
        const auto text = tables::read_file(folder / name, certificate_bytes_max, "a certificate");
        const auto certificates = text ? certificates_of(*text) : std::nullopt;
        if (!certificates)
            complaints.add(block.place("certificates"), tables::quote(name),
                           text ? "certificates in PEM that can be read"
                                : "a certificate (" + text.error().front().message + ")");
        else
            config.certificates.insert(config.certificates.end(), certificates->begin(), certificates->end());
    }
    const auto* senders = block.has("sender") ? block.array("sender") : nullptr;
    if (senders == nullptr) return config;
    for (const auto& node : *senders) {
        if (const auto* one = node.as_table())
            read_sender(*one, complaints, config);
        else
            block.misfit(node, "a table");
    }
    for (const auto& [other, address] : config.same_sender)
        if (config.same_sender.contains(address))
            complaints.add(block.place("sender"), tables::quote(address),
                           "an address that is also no other's");
    return config;
}

} // namespace

tables::Read<CapConfig> read_cap_config(std::string_view text, const std::filesystem::path& file) {
    return read_config<CapConfig>(text, file, "cap",
                                  [&](const toml::table& table, tables::Complaints& complaints) {
                                      return cap_of(table, complaints, file.parent_path());
                                  });
}

tables::Read<CapConfig> load_cap_config(const std::filesystem::path& file) {
    return load_config(file, read_cap_config);
}

} // namespace regiekamer::feeds
