// Each key has its line here; what a kind does not take is said where it stands.
#include "messaging/feeds/sources/feeds_file.hpp"

#include "messaging/tables/block.hpp"
#include "messaging/tables/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace regiekamer::feeds {
namespace {

namespace fs = std::filesystem;

class FeedsFile {
public:
    FeedsFile(const fs::path& file, tables::Complaints& complaints)
        : beside_(file.parent_path()), complaints_(complaints) {}

    std::vector<FeedSpec> read(const toml::table& root) {
        std::vector<FeedSpec> feeds;
        tables::Block top(root, complaints_, {"feed", "raw"});
        const auto raw = top.optional_text("raw");
        const auto* list = top.array("feed");
        if (list == nullptr) return feeds;
        for (const auto& node : *list) {
            const auto* table = node.as_table();
            if (table == nullptr) {
                complaints_.add(tables::place_of(node), tables::shown(node), "[[feed]], a table");
                continue;
            }
            feeds.push_back(feed(*table, raw));
        }
        if (std::count_if(feeds.begin(), feeds.end(), [](const auto& spec) { return spec.from == "-"; }) > 1)
            complaints_.add(tables::place_of(*list), "standard input for more than one feed",
                            "one that reads it");
        if (list->empty()) complaints_.add(tables::place_of(*list), "no feed", "one [[feed]] or more");
        return feeds;
    }

private:
    FeedSpec feed(const toml::table& table, const std::optional<std::string>& raw) {
        tables::Block block(table, complaints_,
                            {"name", "kind", "from", "every", "silence", "config", "what", "body", "headers",
                             "authorities", "raw"});
        FeedSpec spec;
        spec.beside = beside_;
        spec.name = name(block);
        spec.kind = kind(block);
        spec.from = block.text("from");
        spec.every = duration(block, "every");
        spec.silence = duration(block, "silence");
        if (const auto config = block.optional_text("config")) spec.config = path(*config);
        spec.what = block.optional_text("what").value_or("");
        spec.body = block.optional_text("body").value_or("");
        if (const auto authorities = block.optional_text("authorities"))
            spec.authorities = path(*authorities);
        spec.headers = headers(block);
        if (const auto own = block.has("raw") ? block.optional_text("raw") : raw) spec.raw = path(*own);
        if (spec.kind != nullptr) judge(spec, block);
        return spec;
    }

    std::string name(tables::Block& block) {
        std::string name = block.text("name");
        if (!name.empty() && !is_feed_name(name))
            complaints_.add(block.place("name"), tables::quote(name), "at most 40 letters, digits, - and _");
        if (!name.empty() && !names_.insert(name).second)
            complaints_.add(block.place("name"), tables::quote(name) + " a second time", "a name of its own");
        return name;
    }

    const Kind* kind(tables::Block& block) {
        const std::string name = block.text("kind");
        const Kind* found = kind_of(name);
        if (found != nullptr || name.empty()) return found;
        std::vector<std::string> known;
        std::string list;
        for (const Kind& one : kinds()) {
            known.emplace_back(one.name);
            list += (list.empty() ? "" : ", ") + std::string(one.name);
        }
        complaints_.add(block.place("kind"), tables::quote(name), "one of " + list,
                        tables::nearest(name, known));
        return nullptr;
    }

    std::optional<milliseconds> duration(tables::Block& block, const char* key) {
        const auto text = block.optional_text(key);
        if (!text) return std::nullopt;
        const auto read = read_duration(*text);
        if (!read)
            complaints_.add(block.place(key), tables::quote(*text),
                            "a time such as \"30s\", \"15m\" or \"2h\"");
        return read;
    }

    std::vector<std::string> headers(tables::Block& block) {
        std::vector<std::string> all;
        const auto* list = block.has("headers") ? block.array("headers") : nullptr;
        if (list == nullptr) return all;
        for (const auto& node : *list) {
            const auto* text = node.as_string();
            const bool fits = text != nullptr && text->get().find(": ") != std::string::npos &&
                              text->get().find_first_of("\r\n") == std::string::npos;
            if (fits)
                all.push_back(text->get());
            else
                complaints_.add(tables::place_of(node), tables::shown(node),
                                "text such as \"Accept: application/json\"");
        }
        return all;
    }

    /// What the kind does not take, or cannot do without.
    void judge(const FeedSpec& spec, tables::Block& block) {
        const auto unfit = [&](const char* key, bool fits, const char* expected) {
            if (block.has(key) && !fits)
                complaints_.add(block.place(key), "the key " + tables::quote(key), expected);
        };
        const bool http = spec.from.starts_with("http");
        unfit("what", spec.kind->with_what, "it with the kinds ical and csv only");
        unfit("config", spec.kind->with_config, "no configuration: this kind has none");
        unfit("body", http, "it with http:// and https:// only");
        unfit("headers", http, "it with http:// and https:// only");
        unfit("authorities", http, "it with https:// only");
        unfit("every", spec.kind->pieces == Pieces::documents, "it with kinds that read documents only");
        if (!spec.from.empty())
            if (const auto fits = check_origin(spec.from, spec.kind->pieces, spec.beside); !fits)
                complaints_.add(block.place("from"), tables::quote(fits.error().found),
                                fits.error().expected);
        if (const auto fits = check_kept(spec); !fits)
            complaints_.add(block.place(block.has("raw") ? "raw" : "from"), fits.error().found,
                            fits.error().expected);
        if (const auto made = reader_of(*spec.kind, {Mode::exercise, spec.config, spec.what}); !made) {
            const auto& problem = made.error();
            const char* at = problem.where == "kind" ? "kind" : problem.where == "what" ? "what" : "config";
            complaints_.add(block.place(at),
                            *at == 'c' ? "a configuration with a fault (" + problem.found + ")"
                                       : problem.found,
                            *at == 'w'   ? "what = \"roster\" or what = \"events\""
                            : *at == 'c' ? "one without"
                                         : problem.expected);
        }
    }

    [[nodiscard]] fs::path path(const std::string& text) const {
        const fs::path path(text);
        return path.is_absolute() ? path : beside_ / path;
    }

    fs::path beside_;
    tables::Complaints& complaints_;
    std::set<std::string> names_;
};

} // namespace

bool is_feed_name(std::string_view name) {
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

Result<void> check_kept(const FeedSpec& spec) {
    if (spec.raw.empty() || spec.from == "-" || spec.from.find("://") != std::string::npos) return {};
    std::error_code failed;
    const fs::path from(spec.from);
    const auto watched = fs::weakly_canonical(from.is_absolute() ? from : spec.beside / from, failed);
    if (failed || watched != fs::weakly_canonical(spec.raw, failed)) return {};
    return refuse("raw", spec.raw.string() + ", the folder that is watched",
                  "another folder to keep what came in: what is kept would come in again");
}

std::optional<milliseconds> read_duration(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || number < 1 || number > 100'000'000) return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    const std::int64_t each = unit == "ms"  ? 1
                              : unit == "s" ? 1000
                              : unit == "m" ? 60'000
                              : unit == "h" ? 3'600'000
                              : unit == "d" ? 86'400'000
                                            : 0;
    const milliseconds made(number * each);
    if (made < milliseconds(100) || made > hours(24 * 30)) return std::nullopt;
    return made;
}

tables::Read<std::vector<FeedSpec>> read_feeds(std::string_view text, const fs::path& file) {
    const auto root = tables::parse(text, file, feeds_file_bytes_max);
    if (!root) return tl::unexpected(root.error());
    tables::Complaints complaints(file.string());
    auto feeds = FeedsFile(file, complaints).read(*root);
    if (complaints.count() > 0) return tl::unexpected(std::move(complaints).sorted());
    return feeds;
}

tables::Read<std::vector<FeedSpec>> load_feeds(const fs::path& file) {
    const auto text = tables::read_file(file, feeds_file_bytes_max, "a file of feeds");
    if (!text) return tl::unexpected(text.error());
    return read_feeds(*text, file);
}

} // namespace regiekamer::feeds
