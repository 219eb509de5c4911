// WISSELROOSTER: who has a function in turn. What it changes counts from its begin; the past stays as it was.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"ma", "di", "wo", "do", "vr", "za", "zo"};
constexpr int weeks_each_max = 26;
constexpr std::size_t persons_max = 60;

/// The rotation that is to hold last: that one is changed.
const picture::Known<RotationSet>* latest(const Scene& scene, const Function& function) {
    const picture::Known<RotationSet>* found = nullptr;
    for (const auto& [id, rotation] : scene.picture.roster->rotations) {
        const auto& set = rotation.value;
        if (set.function != function || (set.until && *set.until <= scene.now)) continue;
        if (!found || found->value.from < set.from) found = &rotation;
    }
    return found;
}

/// The names in turn from whoever has the turn at `begin`.
std::string names_from(const Scene& scene, const picture::Known<RotationSet>& rotation, Instant begin) {
    auto persons = rotation.value.persons;
    const auto first = picture::in_turn(rotation, begin);
    if (first) std::rotate(persons.begin(), std::find(persons.begin(), persons.end(), *first), persons.end());
    std::string text;
    for (const auto& person : persons)
        text += (text.empty() ? "" : "; ") + words::person(scene.picture, person);
    return text;
}

/// What holds now, or a week each from next Monday.
void fill_in(const Scene& scene, Drafts& drafts, const Function& function) {
    auto& fields = drafts.piket.fields;
    const auto chosen = fields.function;
    fields = {};
    fields.function = chosen;
    fields.weeks = "1";
    fields.change = "ma 09:00";
    Instant begin = picture::week_start(scene.now, 1);
    if (const auto* rotation = latest(scene, function)) {
        const auto& set = rotation->value;
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        if (set.from > scene.now)
            begin = set.from;
        else if (duty.layer == picture::DutyLayer::rotation && duty.until != Instant::max())
            begin = duty.until;
        fields.persons = names_from(scene, *rotation, begin);
        fields.weeks = fmt::format("{}", std::max<std::int64_t>(1, set.days.value / 7));
        fields.change = set.changeover.value;
        fields.way = set.hard.value_or(false) ? 0 : 1;
        if (set.until) fields.until = date_text(*set.until);
    }
    fields.from = date_text(begin);
}

/// "ma 9:00" as the vocabulary has it: "ma 09:00"; none, and a complaint.
std::optional<std::string> typed_change(Drafts& drafts) {
    const auto text = trimmed(drafts.piket.fields.change);
    const std::string day = text.substr(0, 2),
                      clock = trimmed(text.substr(std::min<std::size_t>(2, text.size())));
    const auto colon = clock.find_first_of(":.");
    int hour = -1, minute = -1;
    if (colon != std::string::npos) {
        const auto whole = [](std::string_view digits, int& value) {
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return !digits.empty() && digits.size() <= 2 && read.ec == std::errc() &&
                   read.ptr == digits.data() + digits.size();
        };
        const std::string_view all = clock;
        if (!whole(all.substr(0, colon), hour) || !whole(all.substr(colon + 1), minute)) hour = -1;
    }
    if (std::find(weekdays.begin(), weekdays.end(), day) != weekdays.end() && hour >= 0 && hour <= 23 &&
        minute >= 0 && minute <= 59)
        return fmt::format("{} {:02}:{:02}", day, hour, minute);
    ask_again(drafts, "De wissel is niet te lezen. Schrijf een dag en een tijd: ma 09:00.",
              &drafts.piket.fields.change);
    return std::nullopt;
}

std::optional<std::vector<PersonId>> typed_persons(const Scene& scene, Drafts& drafts) {
    const std::string text = drafts.piket.fields.persons;
    std::vector<PersonId> persons;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(';', from), text.size());
        const auto name = trimmed(text.substr(from, end - from));
        from = end + 1;
        if (name.empty()) continue;
        const auto person = known_person(scene, drafts, name);
        if (!person) {
            drafts.missing = &drafts.piket.fields.persons;
            return std::nullopt;
        }
        if (std::find(persons.begin(), persons.end(), *person) != persons.end()) {
            ask_again(drafts, fmt::format("{} staat er twee keer in. Haal er een weg.", name),
                      &drafts.piket.fields.persons);
            return std::nullopt;
        }
        persons.push_back(*person);
    }
    if (!persons.empty() && persons.size() <= persons_max) return persons;
    ask_again(drafts,
              persons.empty() ? std::string("Vul in wie om de beurt piket heeft: naam; naam; naam.")
                              : fmt::format("Te veel namen: hoogstens {}.", persons_max),
              &drafts.piket.fields.persons);
    return std::nullopt;
}

std::optional<int> typed_weeks(Drafts& drafts) {
    const auto text = trimmed(drafts.piket.fields.weeks);
    int weeks = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), weeks);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && weeks >= 1 &&
        weeks <= weeks_each_max)
        return weeks;
    ask_again(drafts, fmt::format("Weken per beurt: een heel getal van 1 tot {}.", weeks_each_max),
              &drafts.piket.fields.weeks);
    return std::nullopt;
}

/// Begin, and end where there is one; none, and a complaint.
std::optional<std::pair<Instant, std::optional<Instant>>> typed_span(const Scene& scene, Drafts& drafts,
                                                                     bool first, minutes change) {
    const auto& fields = drafts.piket.fields;
    const auto today = picture::local_day(scene.now);
    const auto from = typed_date(trimmed(fields.from), scene.now, today, change);
    const auto end = trimmed(fields.until);
    const auto until = end.empty() ? std::nullopt : typed_date(end, scene.now, today, change);
    if (!from)
        ask_again(drafts,
                  no_date_words(trimmed(fields.from), scene.now, today,
                                fmt::format("Het begin is niet te lezen. Schrijf {}.", date_hint)),
                  &fields.from);
    else if (!first && *from < std::chrono::floor<minutes>(scene.now))
        ask_again(drafts, "Wat geweest is blijft zoals het was. Kies een begin vanaf nu.", &fields.from);
    else if (!end.empty() && !until)
        ask_again(drafts,
                  no_date_words(
                      end, scene.now, today,
                      fmt::format("Het einde is niet te lezen. Schrijf {}, of laat het leeg.", date_hint)),
                  &fields.until);
    else if (until && *until <= *from)
        ask_again(drafts, "Het einde ligt vóór het begin. Kijk de datum en de tijd na.", &fields.until);
    else
        return std::pair(*from, until);
    return std::nullopt;
}

/// The rotation that was typed, and the end of those that it follows.
Intents made(const Scene& scene, Drafts& drafts, const Function& function) {
    const auto* before = latest(scene, function);
    const auto persons = typed_persons(scene, drafts);
    const auto change = persons ? typed_change(drafts) : std::nullopt;
    const auto span =
        change ? typed_span(scene, drafts, before == nullptr, picture::changeover_clock(Changeover{*change}))
               : std::nullopt;
    const auto weeks = span ? typed_weeks(drafts) : std::nullopt;
    if (!weeks) return {};
    RotationSet body;
    // One that has not begun is changed itself; one that runs goes on until this begins.
    const bool changes = before != nullptr && before->value.from >= span->first;
    body.rotation = changes ? before->value.rotation : RotationId(dialogs::fresh_id());
    body.function = function;
    body.persons = *persons;
    body.from = span->first;
    body.until = span->second;
    body.days = 7 * *weeks;
    body.changeover.value = *change;
    body.zone = "Europe/Amsterdam";
    body.hard = drafts.piket.fields.way == 0;
    Intents done{Act{body, "wisselrooster gezet: " + function.value, std::nullopt}};
    for (const auto& [id, rotation] : scene.picture.roster->rotations) {
        RotationSet ended = rotation.value;
        const bool runs_on = ended.function == function && ended.rotation != body.rotation &&
                             ended.from < body.from && (!ended.until || *ended.until > body.from);
        if (!runs_on) continue;
        ended.until = body.from;
        done.push_back(Act{ended, "wisselrooster loopt af: " + function.value, std::nullopt});
    }
    close(drafts);
    return done;
}

/// Who has the function and is not in the order yet: one press adds the name.
void offer(Form& form, const Scene& scene, Drafts& drafts, const Function& function) {
    auto& fields = drafts.piket.fields;
    std::vector<std::string> names;
    for (const auto& [id, person] : scene.picture.roster->persons) {
        const auto& registered = person.registered.value;
        const auto& held = registered.functions;
        if (person.removed.value || std::find(held.begin(), held.end(), function) == held.end()) continue;
        if (fields.persons.find(registered.name) == std::string::npos && names.size() < 9)
            names.push_back(registered.name);
    }
    int added = -1;
    if (names.empty() || !form.choice("rotatie/erbij", "Zet erbij", names, added)) return;
    auto text = trimmed(fields.persons);
    if (!text.empty() && !text.ends_with(';')) text += ';';
    fields.persons = text + (text.empty() ? "" : " ") + names[static_cast<std::size_t>(added)];
}

} // namespace

Intents rotation(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    const auto functions = function_names(scene);
    if (drafts.opened_now) {
        fields = {};
        fields.function = std::max(0, words::place_in(functions, drafts.subject));
        fill_in(scene, drafts, function_at(functions, fields.function));
    }
    static const std::vector<std::string> kinds{"Hard: altijd bereikbaar", "Zacht: mag nee zeggen"};
    Form form(ui, drafts, "WISSELROOSTER", 900);
    form.field("rotatie/wie", "Wie om de beurt, de eerste eerst: naam; naam; naam", fields.persons,
               "K. de Wit; A. Yilmaz; L. Visser");
    const auto other = trimmed(fields.whom);
    const Function function = other.empty() ? function_at(functions, fields.function) : Function(other);
    offer(form, scene, drafts, function);
    if (form.choice("rotatie/functie", "Functie", functions, fields.function))
        fill_in(scene, drafts, function_at(functions, fields.function));
    form.field("rotatie/anders", "Of een functie die nog geen piket heeft", fields.whom,
               "achterwacht OvD-Bz");
    form.field("rotatie/van", "Vanaf", fields.from, date_hint);
    form.field("rotatie/tot", "Tot (leeg: geen einde)", fields.until, date_hint);
    form.field("rotatie/wissel", "Wissel; een datum zonder tijd is dan", fields.change, "ma 09:00");
    form.field("rotatie/weken", "Weken per beurt", fields.weeks, "1");
    form.choice("rotatie/soort", "Soort", kinds, fields.way);
    if (!form.confirmed("Zet")) return {};
    if (function.value.size() > name_bytes_max) {
        drafts.complaint = "De naam van de functie is te lang: hoogstens 256 tekens.";
        return {};
    }
    return made(scene, drafts, function);
}

} // namespace regiekamer::panels::piket
