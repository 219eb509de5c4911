// Which document it is, and what of it is news.
#include "messaging/feeds/weather/weather_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_warning.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/weather/knmi_hourly.hpp"
#include "messaging/feeds/weather/knmi_standing.hpp"
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
                            : first == '{' ? take_alerts(piece, arrival, became)
                                           : take_hours(piece, arrival, became);
        if (!reason.empty()) became.aside.push_back(set_aside(reason, piece));
        return became;
    }

    void recall(const Message& said) {
        if (const auto* warning = std::get_if<WarningReceived>(&said.body)) {
            recall_warning(*warning, said.id);
        } else if (const auto* station = std::get_if<StationDescribed>(&said.body)) {
            described_.insert(station->name);
        } else if (const auto* value = std::get_if<MeasurementTaken>(&said.body)) {
            hours_.recall(hour_of(*value), content_of(*value), said.id);
        }
    }

private:
    static std::string hour_of(const MeasurementTaken& one) {
        return id_of({one.station.value, one.quantity.value, to_text(one.at)});
    }
    static std::string content_of(const MeasurementTaken& one) {
        return one.value ? fmt::format("{}", *one.value) : "";
    }

    void recall_warning(const WarningReceived& warning, const std::string& id) {
        if (!is_of_report(warning)) {
            alerts_.recall(warning.identifier, id_of({codec::encode_body(warning)}), id);
            return;
        }
        last_report_ = std::max(last_report_, warning.sent);
        standing_.recall(warning);
    }

    static bool is_of_report(const WarningReceived& warning) {
        return warning.sender == knmi_sender && warning.identifier.starts_with(knmi_report_prefix);
    }

    /// Empty, or the reason why the document became nothing.
    std::string take_report(std::string_view piece, Instant arrival, Became& became) {
        const auto tree = read_xml(piece);
        if (!tree) return tree.error();
        if (!is_knmi_report(**tree)) return "XML without KNMI's warnings";
        if (mode_ == Mode::exercise) return "a real alert, and this journal is an exercise";
        auto report = read_knmi_report(**tree, config_.provinces, arrival, became);
        if (!report) return report.error();
        if (report->sent > arrival + fast_clock) {
            set_aside_future(became, piece, report->sent - fast_clock);
            return {};
        }
        if (report->sent < last_report_) return "a report older than the one before";
        last_report_ = report->sent;
        for (auto& entry : report->courses) {
            KnmiCourse& course = entry.second;
            std::erase_if(course.spells, [&](auto& spell) {
                if (fitting(spell, became)) return false;
                return course.unread = true;
            });
        }
        for (auto& warning : standing_.take(std::move(*report)))
            say(std::move(warning), became);
        return {};
    }

    std::string take_alerts(std::string_view piece, Instant arrival, Became& became) {
        auto alerts = read_nl_alerts(piece, became);
        if (!alerts) return alerts.error();
        for (auto& warning : *alerts) {
            if (mode_ == Mode::exercise && !warning.test) {
                became.aside.push_back(
                    set_aside("a real alert, and this journal is an exercise", *warning.headline));
                continue;
            }
            if (warning.sent > arrival + fast_clock) {
                set_aside_future(became, *warning.headline, warning.sent - fast_clock);
                continue;
            }
            if (!fitting(warning, became)) continue;
            // The same alert gets its end later, under the same id.
            const std::string content = codec::encode_body(warning);
            auto id = alerts_.say(warning.identifier, id_of({content}), id_of({"warning", content}));
            if (id) say(std::move(warning), std::move(*id), became);
        }
        return {};
    }

    static bool fitting(WarningReceived& warning, Became& became) {
        if (fit(warning, became)) return true;
        became.aside.push_back(set_aside("larger than one message may be", warning.identifier));
        return false;
    }

    static void say(WarningReceived warning, Became& became) {
        std::string id = id_of({"warning", codec::encode_body(warning)});
        say(std::move(warning), std::move(id), became);
    }

    static void say(WarningReceived warning, std::string id, Became& became) {
        const Instant sent = warning.sent;
        became.said.push_back({std::move(warning), std::move(id), sent});
    }

    std::string take_hours(std::string_view piece, Instant arrival, Became& became) {
        auto values = read_knmi_hourly(piece, config_, arrival, became);
        if (!values) return values.error();
        for (auto& station : values->stations)
            if (described_.size() < 5'000 && described_.insert(station.name).second)
                became.said.push_back({std::move(station), "", std::nullopt});
        for (auto& one : values->measured) {
            const std::string what = content_of(one);
            auto id =
                hours_.say(hour_of(one), what,
                           id_of({"weather", one.station.value, one.quantity.value, to_text(one.at), what}));
            if (!id) continue;
            const Instant time = one.at;
            became.said.push_back({std::move(one), std::move(*id), time});
        }
        return {};
    }

    WeatherConfig config_;
    Mode mode_;
    Instant last_report_{};
    KnmiStanding standing_;
    std::set<std::string> described_;
    Memory alerts_{10'000}, hours_{remembered};
};

} // namespace

Reader weather_reader(WeatherConfig config, Mode mode) {
    const auto reading = std::make_shared<WeatherReading>(std::move(config), mode);
    return guarded(
        {[reading](std::string_view piece, Instant arrival) { return reading->take(piece, arrival); },
         [reading](const Message& said) { reading->recall(said); }});
}

} // namespace regiekamer::feeds
