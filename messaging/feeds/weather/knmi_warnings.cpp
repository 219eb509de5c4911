// The hours of one phenomenon in one province are joined as long as they follow each other in one colour: a
// red hour tonight makes no yellow morning red.
#include "messaging/feeds/weather/knmi_warnings.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace regiekamer::feeds {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 14> provinces_known{{{"GR", "Groningen"},
                                                {"FR", "Fryslân"},
                                                {"DR", "Drenthe"},
                                                {"OV", "Overijssel"},
                                                {"GL", "Gelderland"},
                                                {"UT", "Utrecht"},
                                                {"FL", "Flevoland"},
                                                {"NH", "Noord-Holland"},
                                                {"ZH", "Zuid-Holland"},
                                                {"ZE", "Zeeland"},
                                                {"NB", "Noord-Brabant"},
                                                {"LB", "Limburg"},
                                                {"WAE", "Waddeneilanden"},
                                                {"WAB", "Waddengebied"}}};

/// As the dataset names them in its files; what is not here is shown as it is.
constexpr std::array<Pair, 14> phenomena_known{{{"thunderstorm", "onweer"},
                                                {"rain", "zware regen"},
                                                {"wind", "windstoten"},
                                                {"windgusts", "windstoten"},
                                                {"gust", "windstoten"},
                                                {"visibility", "dichte mist"},
                                                {"fog", "dichte mist"},
                                                {"snow", "sneeuw"},
                                                {"iciness", "gladheid"},
                                                {"heat", "hitte"},
                                                {"heatstress", "hitte"},
                                                {"tornado", "windhozen"},
                                                {"waterspout", "waterhozen"},
                                                {"coastal", "hoogwater aan de kust"}}};

template <std::size_t size>
std::string_view word(const std::array<Pair, size>& words, std::string_view key) {
    for (const auto& [code, text] : words)
        if (code == key) return text;
    return {};
}

pugi::xml_node child(const pugi::xml_node& element, const char* name) {
    return element.child(name);
}

/// One hour of one phenomenon in one province.
struct Hour {
    int colour = 0;
    std::vector<std::string> texts; ///< each once, in their order
};

void add_new(const std::vector<std::string>& found, std::vector<std::string>& texts) {
    constexpr std::size_t most = 20;
    for (const auto& text : found)
        if (!text.empty() && texts.size() < most &&
            std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(text);
}

void add_texts(const pugi::xml_node& location, std::vector<std::string>& texts) {
    for (const auto& text : location.children("text")) {
        add_new({text_of(text)}, texts);
        for (const auto& data : text.children("text_data"))
            add_new({text_of(data)}, texts);
    }
}

constexpr std::array<const char*, 4> severities{"", "Moderate", "Severe", "Extreme"};

WarningReceived warning_of(const std::string& phenomenon, const std::string& province, int colour) {
    static constexpr std::array<std::string_view, 4> colours{"", "geel", "oranje", "rood"};
    const auto place = static_cast<std::size_t>(colour);
    const auto known = word(phenomena_known, phenomenon);
    const std::string what(known.empty() ? std::string_view(phenomenon) : known);
    const std::string where(knmi_province(province));
    WarningReceived warning;
    warning.sender = knmi_sender;
    warning.msg_type = "Alert";
    warning.language = "nl-NL";
    warning.event = what;
    warning.severity = severities[place];
    warning.urgency = "Expected";
    warning.certainty = "Likely";
    warning.headline = "Code " + std::string(colours[place]) + ": " + what + " in " + where;
    warning.areas.push_back({where, {}, {}, {"KNMI=" + province}});
    warning.details.emplace().categories = std::vector<std::string>{"Met"};
    return warning;
}

constexpr hours one_hour{1};

/// Its hours in order, joined.
std::vector<WarningReceived> spells_of(const std::string& name, const std::string& phenomenon,
                                       const std::string& province, const std::map<Instant, Hour>& hours_of,
                                       Instant sent) {
    std::vector<WarningReceived> spells;
    std::vector<std::string> texts;
    const auto end_texts = [&] {
        if (spells.empty()) return;
        auto& description = spells.back().description;
        for (const auto& text : texts)
            description = description ? *description + "\n" + text : text;
        texts.clear();
    };
    int colour = 0;
    for (const auto& [from, hour] : hours_of) {
        if (hour.colour != colour || (colour > 0 && *spells.back().expires < from)) {
            end_texts();
            colour = hour.colour;
            if (colour > 0) {
                auto& spell = spells.emplace_back(warning_of(phenomenon, province, colour));
                spell.identifier =
                    name + "/" + to_text(from).substr(0, std::string_view("2026-07-01T13").size());
                spell.sent = sent;
                spell.onset = from;
            }
        }
        if (colour == 0) continue;
        spells.back().expires = from + one_hour;
        add_new(hour.texts, texts);
    }
    end_texts();
    return spells;
}

/// The instant that the report names as its own, under one of the names that it goes by.
std::optional<Instant> sent_of(const pugi::xml_node& root) {
    for (auto at = root; at; at = next_element(at, root)) {
        const auto name = local_name(at);
        if (name == "report_created" || name == "report_creationtime" || name == "creation_time")
            if (const auto sent = read_instant(text_of(at))) return *sent;
        if (name == "cube") break;
    }
    return std::nullopt;
}

class Reading {
public:
    Reading(const std::set<std::string>& provinces, Became& became)
        : provinces_(provinces), became_(became) {}

    void take(const pugi::xml_node& slice) {
        const std::string hour = text_of(child(slice, "timeslice_id"));
        std::optional<Instant> from;
        if (const auto read = read_instant(hour))
            first_ = std::min(first_, *(from = *read));
        else
            became_.aside.push_back(set_aside("an hour without a readable time", hour)), timeless_ = true;
        for (const auto& phenomenon : slice.children("phenomenon"))
            for (const auto& location : phenomenon.children("location"))
                take(from, text_of(child(phenomenon, "phenomenon_id")), location);
    }
    using Key = std::pair<std::string, std::string>; // phenomenon, province
    [[nodiscard]] const std::map<Key, std::map<Instant, Hour>>& courses() const { return courses_; }
    [[nodiscard]] const std::set<Key>& unread() const { return unread_; }
    [[nodiscard]] Instant first() const { return first_; }
    [[nodiscard]] bool timeless() const { return timeless_; }

private:
    void take(const std::optional<Instant>& from, const std::string& phenomenon,
              const pugi::xml_node& location) {
        const std::string province = text_of(child(location, "location_id"));
        const std::string status = text_of(child(location, "location_warning_status"));
        if (!provinces_.empty() && !provinces_.contains(province)) return;
        if (knmi_province(province).empty() || phenomenon.empty() || phenomenon.size() > 60)
            return remark(became_, "a phenomenon or province that is not known, left out");
        const bool readable = status.size() == 1 && status[0] >= '0' && status[0] <= '3';
        if (!readable) became_.aside.push_back(set_aside("unreadable location_warning_status", status));
        if (!readable || !from) return void(unread_.insert({phenomenon, province}));
        Hour& hour = courses_[{phenomenon, province}][*from];
        hour.colour = std::max(hour.colour, status[0] - '0');
        if (hour.colour > 0) add_texts(location, hour.texts);
    }

    const std::set<std::string>& provinces_;
    Became& became_;
    std::map<Key, std::map<Instant, Hour>> courses_;
    std::set<Key> unread_;
    Instant first_ = Instant::max();
    bool timeless_ = false;
};

} // namespace

std::string_view knmi_province(std::string_view code) {
    return word(provinces_known, code);
}

bool is_knmi_report(const pugi::xml_document& tree) {
    const auto root = tree.document_element();
    for (auto at = root; at; at = next_element(at, root))
        if (local_name(at) == "timeslice") return true;
    return false;
}

OrReason<KnmiReport> read_knmi_report(const pugi::xml_document& tree, const std::set<std::string>& provinces,
                                      Instant arrival, Became& became) {
    const auto root = tree.document_element();
    Reading reading(provinces, became);
    for (auto at = root; at; at = next_element(at, root))
        if (local_name(at) == "timeslice") reading.take(at);
    if (reading.courses().empty()) return tl::unexpected<std::string>("no province of ours in it");
    KnmiReport report;
    const auto sent = sent_of(root);
    if (!sent) remark(became, "a report without its instant");
    report.sent = sent.value_or(arrival);
    const auto name_of = [](const Reading::Key& key) {
        return std::string(knmi_report_prefix) + key.second + "-" + key.first;
    };
    // An hour whose time cannot be read may be the first one.
    report.first = reading.timeless() ? std::min(reading.first(), report.sent) : reading.first();
    for (const auto& [key, hours_of] : reading.courses()) {
        const auto name = name_of(key);
        report.courses[name].spells = spells_of(name, key.first, key.second, hours_of, report.sent);
    }
    for (const auto& key : reading.unread())
        report.courses[name_of(key)].unread = true;
    return report;
}

std::string knmi_course_of(const std::string& identifier) {
    return identifier.substr(0, identifier.rfind('/'));
}

int knmi_grade(const WarningReceived& warning) {
    for (std::size_t grade = severities.size(); --grade > 0;)
        if (warning.severity == severities.at(grade)) return static_cast<int>(grade);
    return 0;
}

} // namespace regiekamer::feeds
