// The hours of one phenomenon in one province are joined: from the first with a colour to the end of the
// last, at the worst of them.
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
constexpr std::array<Pair, 10> phenomena_known{{{"thunderstorm", "onweer"},
                                                {"rain", "zware regen"},
                                                {"wind", "windstoten"},
                                                {"windgusts", "windstoten"},
                                                {"visibility", "dichte mist"},
                                                {"fog", "dichte mist"},
                                                {"snow", "sneeuw"},
                                                {"iciness", "gladheid"},
                                                {"heat", "hitte"},
                                                {"tornado", "windhozen"}}};

template <std::size_t size>
std::string_view word(const std::array<Pair, size>& words, std::string_view key) {
    for (const auto& [code, text] : words)
        if (code == key) return text;
    return {};
}

pugi::xml_node child(const pugi::xml_node& element, const char* name) {
    return element.child(name);
}

/// One phenomenon in one province.
struct Course {
    int worst = 0;
    Instant from, until;
    std::vector<std::string> texts; ///< each once, in the order of the hours
};

void add_texts(const pugi::xml_node& location, std::vector<std::string>& texts) {
    constexpr std::size_t most = 20;
    const auto add = [&](const std::string& text) {
        if (!text.empty() && texts.size() < most &&
            std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(text);
    };
    for (const auto& text : location.children("text")) {
        add(text_of(text));
        for (const auto& data : text.children("text_data"))
            add(text_of(data));
    }
}

WarningReceived warning_of(const std::string& phenomenon, const std::string& province, const Course& course,
                           Instant sent) {
    static constexpr std::array<std::string_view, 4> colours{"", "geel", "oranje", "rood"};
    static constexpr std::array<const char*, 4> severities{"", "Moderate", "Severe", "Extreme"};
    const auto place = static_cast<std::size_t>(course.worst);
    const auto known = word(phenomena_known, phenomenon);
    const std::string what(known.empty() ? std::string_view(phenomenon) : known);
    const std::string where(knmi_province(province));
    WarningReceived warning;
    warning.sent = sent;
    warning.msg_type = "Alert";
    warning.language = "nl-NL";
    warning.event = what;
    warning.severity = severities[place];
    warning.urgency = "Expected";
    warning.certainty = "Likely";
    warning.headline = "Code " + std::string(colours[place]) + ": " + what + " in " + where;
    for (const auto& text : course.texts)
        warning.description = warning.description ? *warning.description + "\n" + text : text;
    warning.onset = course.from;
    warning.expires = course.until;
    warning.areas.push_back({where, {}, {}, {"KNMI=" + province}});
    return warning;
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
            from = *read;
        else
            became_.aside.push_back(set_aside("an hour without a readable time", hour));
        for (const auto& phenomenon : slice.children("phenomenon"))
            for (const auto& location : phenomenon.children("location"))
                take(from, text_of(child(phenomenon, "phenomenon_id")), location);
    }
    using Key = std::pair<std::string, std::string>; // phenomenon, province
    [[nodiscard]] const std::map<Key, Course>& courses() const { return courses_; }
    [[nodiscard]] const std::set<Key>& unread() const { return unread_; }

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
        Course& course = courses_[{phenomenon, province}];
        if (status[0] == '0') return;
        const Instant until = *from + hours(1);
        course.from = course.worst == 0 ? *from : std::min(course.from, *from);
        course.until = std::max(course.until, until);
        course.worst = std::max(course.worst, status[0] - '0');
        add_texts(location, course.texts);
    }

    const std::set<std::string>& provinces_;
    Became& became_;
    std::map<Key, Course> courses_;
    std::set<Key> unread_;
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
    for (const auto& key : reading.unread())
        report.unread.insert(name_of(key));
    for (const auto& [key, course] : reading.courses()) {
        const std::string identifier = name_of(key);
        if (course.worst == 0) continue;
        report.names.insert(identifier);
        report.warnings.push_back(warning_of(key.first, key.second, course, report.sent));
        report.warnings.back().identifier = identifier;
        report.warnings.back().sender = knmi_sender;
    }
    return report;
}

} // namespace regiekamer::feeds
