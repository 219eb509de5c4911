// Every part of a scenario becomes entries; sorting by time keeps the order of the file where times are
// equal.
#include "scenarios/player/plan.hpp"

#include "scenarios/player/identity.hpp"

#include <algorithm>

namespace regiekamer::player {
std::optional<std::string> subject_of(const Body& body) {
    return std::visit(
        [](const auto& value) -> std::optional<std::string> {
            const auto named = [](std::string_view kind, const auto& id) -> std::optional<std::string> {
                const std::string prefix = std::string(kind) + "/";
                std::string text;
                if constexpr (requires { id->value; }) {
                    if (!id) return std::nullopt;
                    text = prefix + id->value;
                } else {
                    text = prefix + id.value;
                }
                if (text.size() > name_bytes_max) return std::nullopt; // a hint may be left out
                return text;
            };
            if constexpr (requires { value.inject; }) return named("inject", value.inject);
            if constexpr (requires { value.incident; })
                if (auto subject = named("incident", value.incident)) return subject;
            if constexpr (
                requires { value.event.value; } || requires { value.event->value; })
                return named("event", value.event);
            return std::nullopt;
        },
        body);
}

namespace {

class Planner {
public:
    explicit Planner(const Scenario& scenario) : scenario_(scenario) {}

    Plan made() && {
        plan_.name = scenario_.name;
        plan_.digest = scenario_.digest;
        plan_.start = scenario_.start;
        plan_.expectations = scenario_.expectations;
        plan_.responses = scenario_.responses;
        plan_.seed = scenario_.seed;
        for (const Role& role : scenario_.roles) {
            plan_.roles.push_back({role.function, role.played});
            if (!role.name.empty()) plan_.names.emplace(role.function.value, role.name);
        }
        for (std::size_t i = 0; i < scenario_.lines.size(); ++i)
            add_line(scenario_.lines[i], i + 1);
        for (const Forecast& forecast : scenario_.forecasts)
            add_forecast(forecast);
        for (const Series& series : scenario_.series)
            add_series(series);
        for (const Inject& inject : scenario_.injects)
            add_inject(inject);
        auto& entries = plan_.entries;
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Entry& a, const Entry& b) { return a.due < b.due; });
        if (!entries.empty()) plan_.end = std::max(microseconds{0}, entries.back().due);
        add_start();
        return std::move(plan_);
    }

private:
    Entry& add(microseconds due, std::string key, Body body) {
        Entry& entry = plan_.entries.emplace_back();
        entry.due = due;
        entry.key = std::move(key);
        entry.subject = subject_of(body);
        entry.body = std::move(body);
        return entry;
    }

    void add_line(const Line& line, std::size_t number) {
        Entry& entry = add(line.at, "message/" + std::to_string(number), line.body);
        entry.function = line.from;
        entry.person = line.person;
        entry.conditions = line.conditions;
        entry.place = line.place;
    }

    void add_inject(const Inject& inject) {
        InjectDelivered body;
        body.inject = inject.nr;
        body.from = inject.from;
        body.to = inject.to;
        body.medium = inject.medium;
        body.text = inject.text;
        body.aim = inject.aim;
        Entry& entry = add(inject.at, "inject/" + inject.nr, std::move(body));
        entry.function = Function(inject.from);
        entry.conditions = inject.conditions;
        entry.inject = inject.nr;
        entry.place = inject.place;
    }

    static std::string gauge_key(std::string_view kind, const Series& series, microseconds at) {
        return std::string(kind) + "/" + series.station.value + "/" + series.quantity.value + "/" +
               std::to_string(std::chrono::duration_cast<seconds>(at).count());
    }

    void add_series(const Series& series) {
        microseconds at = series.from;
        for (const auto& value : series.values) {
            MeasurementTaken body{series.station, series.quantity,
                                  series.unit,    scenario_.start + at,
                                  value,          value ? Quality::goed : Quality::gat};
            add(at, gauge_key("series", series, at), std::move(body));
            at += series.every;
        }
    }

    void add_forecast(const Forecast& forecast) {
        const Series& points = forecast.points;
        ForecastIssued body{
            points.station, points.quantity, points.unit, scenario_.start + forecast.issued, {},
            forecast.origin};
        Instant at = scenario_.start + points.from;
        for (const auto& value : points.values) {
            body.points.push_back({at, value.value_or(0)}); // the loader lets no gap through
            at += points.every;
        }
        add(forecast.issued, gauge_key("forecast", points, forecast.issued), std::move(body)).place =
            points.place;
    }

    /// The first exercise.* message; what stands before the start is said before it, so that the picture of
    /// that time is true.
    void add_start() {
        ExerciseStarted body;
        body.scenario = scenario_.name;
        body.title = scenario_.title;
        body.start = scenario_.start;
        body.scenario_digest = scenario_.digest;
        body.roles = plan_.roles;
        Entry entry;
        entry.key = "exercise/started";
        entry.function = Function("oefenleiding");
        entry.body = std::move(body);
        const auto first = std::find_if(plan_.entries.begin(), plan_.entries.end(),
                                        [](const Entry& other) { return other.due >= microseconds{0}; });
        plan_.started = static_cast<std::size_t>(first - plan_.entries.begin());
        plan_.entries.insert(first, std::move(entry));
    }

    const Scenario& scenario_;
    Plan plan_;
};

} // namespace

Plan plan(const Scenario& scenario) {
    return Planner(scenario).made();
}

std::string source_of(const Plan& plan, const std::string& run) {
    return "scenario/" + plan.name + "/" + run;
}

Message message_of(const Plan& plan, const Entry& entry, const std::string& run, microseconds due) {
    Message message;
    message.id = event_id(run, entry.key, 0);
    message.source = source_of(plan, run);
    message.subject = entry.subject;
    message.time = plan.start + due;
    message.status = Mode::exercise;
    message.function = entry.function;
    message.person = entry.person;
    if (entry.simulated) message.cause = MessageId(entry.simulated->cause);
    message.body = entry.body;
    std::visit(
        [&](auto& body) {
            if constexpr (requires { body.run; }) body.run = run;
        },
        message.body);
    return message;
}

} // namespace regiekamer::player
