// Certificates are read here, once: a reader touches no file.
#include "messaging/feeds/cap/cap_config.hpp"

#include "messaging/feeds/config_file.hpp"

namespace regiekamer::feeds {
namespace {

CapConfig cap_of(const toml::table& table, tables::Complaints& complaints,
                 const std::filesystem::path& folder) {
    constexpr std::size_t certificate_bytes_max = 100'000;
    CapConfig config;
    tables::Block block(table, complaints, {"languages", "geocodes", "certificates"});
    if (auto languages = texts_of(block, "languages"); !languages.empty())
        config.languages = std::move(languages);
    config.geocodes = texts_of(block, "geocodes");
    for (const auto& code : config.geocodes)
        if (code.find('=') == std::string::npos)
            complaints.add(block.place("geocodes"), tables::quote(code),
                           R"(NAME=VALUE, such as "EMMA_ID=NL009")");
    for (const auto& name : texts_of(block, "certificates")) {
        auto text = tables::read_file(folder / name, certificate_bytes_max, "a certificate");
        if (!text)
            complaints.add(block.place("certificates"), tables::quote(name),
                           "a certificate (" + text.error().front().message + ")");
        else if (text->find("-----BEGIN CERTIFICATE-----") == std::string::npos)
            complaints.add(block.place("certificates"), tables::quote(name), "a certificate in PEM");
        else
            config.certificates.push_back(std::move(*text));
    }
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
