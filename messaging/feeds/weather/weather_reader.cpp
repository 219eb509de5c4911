// Which document it is, and what of it is news.
#include "messaging/feeds/weather/weather_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_warning.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/weather/knmi_hourly.hpp"
#include "messaging/feeds/weather/knmi_warnings.hpp"
#include "messaging/feeds/weather/nl_alert.hpp"

#include <fmt/format.h>
#include <memory>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t remembered = 60'000; // ten stations with six quantities for a month

class WeatherReading {
public:
    WeatherReading(WeatherConfig config, Mode mode) : config_(std::move(config)), mode_(mode) {}

    Became take(std::string_view piece, Instant arrival) {
        Became became;
        const auto start = piece.find_first_not_of("\xEF\xBB\xBF \t\r\n");
        const char first = start == std::string_view::npos ? '\0' : piece[start];
        const auto reason = first == '\0'  ? "nothing at all"
                            : first == '<' ? take_report(piece, arrival, became)
                            : first == '{' ? take_alerts(piece, became)
                                           : take_hours(piece, arrival, became);
        if (!reason.empty()) became.aside.push_back(set_aside(reason, piece));
        return became;
    }

private:
    /// Empty, or the reason why the document became nothing.
    std::string take_report(std::string_view piece, Instant arrival, Became& became) {
        const auto tree = read_xml(piece);
        if (!tree) return tree.error();
        if (!is_knmi_report(**tree)) return "XML without KNMI's warnings";
        if (mode_ == Mode::exercise) return "a real alert, and this journal is an exercise";
        auto report = read_knmi_report(**tree, config_.provinces, arrival, became);
        if (!report) return report.error();
        if (report->sent < last_report_) return "a report older than the one before";
        last_report_ = report->sent;
        for (auto& warning : report->warnings)
            say_report(std::move(warning), became);
        // What stands in it no more, or without a colour.
        std::set<std::string> calm;
        for (const auto& [identifier, content] : active_)
            if (!report->names.contains(identifier)) calm.insert(identifier);
        for (const auto& identifier : calm)
            cancel(identifier, report->sent, became);
        return {};
    }

    /// The hours that passed move its begin; that is no news. What a person would notice is.
    void say_report(WarningReceived warning, Became& became) {
        WarningReceived same = warning;
        same.sent = same.onset.emplace();
        const std::string content = codec::encode_body(same);
        if (active_.size() > 1'000) active_.clear();
        const auto [place, added] = active_.try_emplace(warning.identifier, content);
        if (!added && place->second == content) return;
        place->second = content;
        if (!added) warning.msg_type = "Update";
        say(std::move(warning), became);
    }

    void cancel(const std::string& identifier, Instant sent, Became& became) {
        active_.erase(identifier);
        WarningReceived warning;
        warning.identifier = identifier;
        warning.sender = "KNMI";
        warning.sent = sent;
        warning.msg_type = "Cancel";
        warning.language = "nl-NL";
        warning.headline = "Geen waarschuwing meer";
        say(std::move(warning), became);
    }

    std::string take_alerts(std::string_view piece, Became& became) {
        auto alerts = read_nl_alerts(piece, became);
        if (!alerts) return alerts.error();
        for (auto& warning : *alerts) {
            if (mode_ == Mode::exercise && !warning.test) {
                became.aside.push_back(
                    set_aside("a real alert, and this journal is an exercise", *warning.headline));
                continue;
            }
            // The same alert gets its end later, under the same id.
            const std::string content = codec::encode_body(warning);
            if (alerts_.news(warning.identifier, id_of({content}))) say(std::move(warning), became);
        }
        return {};
    }

    static void say(WarningReceived warning, Became& became) {
        if (!fit(warning, became)) {
            became.aside.push_back(set_aside("larger than one message may be", warning.identifier));
            return;
        }
        const Instant sent = warning.sent;
        std::string id = id_of({"warning", codec::encode_body(warning)});
        became.said.push_back({std::move(warning), std::move(id), sent});
    }

    std::string take_hours(std::string_view piece, Instant arrival, Became& became) {
        auto values = read_knmi_hourly(piece, config_, arrival, became);
        if (!values) return values.error();
        for (auto& station : values->stations)
            if (described_.size() < 5'000 && described_.insert(station.name).second)
                became.said.push_back({std::move(station), "", std::nullopt});
        for (auto& one : values->measured) {
            const std::string what = one.value ? fmt::format("{}", *one.value) : "";
            const std::string at = to_text(one.at);
            if (!hours_.news(id_of({one.station.value, one.quantity.value, at}), what)) continue;
            std::string id = id_of({"weather", one.station.value, one.quantity.value, at, what});
            const Instant time = one.at;
            became.said.push_back({std::move(one), std::move(id), time});
        }
        return {};
    }

    WeatherConfig config_;
    Mode mode_;
    Instant last_report_{};
    std::map<std::string, std::string> active_; ///< KNMI's warnings by identifier: at most a province each
    std::set<std::string> described_;
    Memory alerts_{10'000}, hours_{remembered};
};

} // namespace

Reader weather_reader(WeatherConfig config, Mode mode) {
    return guarded([reading = std::make_shared<WeatherReading>(std::move(config), mode)](
                       std::string_view piece, Instant arrival) { return reading->take(piece, arrival); });
}

} // namespace regiekamer::feeds
