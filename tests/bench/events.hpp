// What is measured with: one message of 575 bytes, and a stream as a long incident gives it.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {

inline constexpr std::size_t event_bytes = 575;

/// The same number gives the same id, of the form that desks give; spread by a bijection, so that ids come as
/// out of order as real ones.
inline std::string uuid_of(std::uint64_t number) {
    std::uint64_t mixed = number + 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    mixed ^= mixed >> 31U;
    char text[64];
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(mixed >> 32U),
                  static_cast<unsigned>(mixed >> 16U & 0xFFFFU), static_cast<unsigned>(mixed >> 4U & 0xFFFU),
                  static_cast<unsigned>(mixed & 0xFFFU), static_cast<unsigned long long>(number));
    return text;
}

/// A message of exactly `event_bytes`: an action with all that an action has. There are five hundred of them,
/// told again and again: a picture of a million open actions is nobody's.
inline std::string event_575(std::uint64_t number, regiekamer::Mode mode) {
    using namespace regiekamer;
    Message message;
    message.id = uuid_of(number);
    message.source = "desk/ovd-1";
    message.time = Instant(microseconds(1'800'000'000'000'000 + static_cast<std::int64_t>(number) * 1000));
    message.status = mode;
    message.function = "OvD-Bz";
    ActionOpened action;
    action.action = "actie-" + std::to_string(number % 500);
    action.incident = "2026-0142";
    action.title = "Zandzakken vullen en uitgeven Kade";
    action.process = "Omgevingszorg";
    action.owner = "wijkbeheer";
    action.due = message.time + minutes(45);
    action.due_rule = "P-10u";
    action.depends_on = {{"actie-1-2"}};
    action.card = "1.4";
    action.note = "";
    message.body = action;
    const auto bare = codec::encode(message).size();
    action.note = std::string(event_bytes - bare, 'z');
    message.body = action;
    return codec::encode(message);
}

/// Message `number` of a long incident: notes, actions opened and dealt with, water, teams; one in five
/// hundred is withdrawn. About 575 bytes each.
inline regiekamer::Message stream_message(std::uint64_t number, regiekamer::Mode mode,
                                          const regiekamer::IncidentId& incident, regiekamer::Instant time) {
    using namespace regiekamer;
    static constexpr std::array stations{"Dordrecht", "Krimpen a/d IJssel", "Werkendam buiten", "Moerdijk"};
    static constexpr std::array functions{"OvD-Bz", "AC-Bz", "OvD-P", "HTO omgevingszorg"};
    const std::string words =
        "Melding vanaf de Kade: water staat tot aan de drempel van de eerste woningen, bewoners vragen om "
        "zandzakken en willen weten waar de opvang is; wijkbeheer is ter plaatse en meldt zich om het half "
        "uur. ";
    Message message;
    message.id = uuid_of(number);
    message.source = "desk/bench";
    message.time = time;
    message.status = mode;
    message.function = functions.at(number / 3 % functions.size());
    const std::string of = std::to_string(number / 10 % 200);
    switch (number % 10) {
    case 0:
        message.body = ActionOpened{"bench-" + of,
                                    incident,
                                    {},
                                    "Zandzakken naar vak " + of,
                                    "Omgevingszorg",
                                    "wijkbeheer",
                                    time + minutes(45),
                                    "P-10u",
                                    {},
                                    {},
                                    "1.4",
                                    words + words};
        break;
    case 1:
        message.body = ActionTakenOn{"bench-" + of};
        break;
    case 2:
        message.body = ActionProgressed{"bench-" + of, words + words};
        break;
    case 3:
        message.body = ActionFinished{"bench-" + of, words + words};
        break;
    case 4:
    case 5:
        message.body =
            MeasurementTaken{stations.at(number / 10 % stations.size()), "waterstand", "cm NAP", time,
                             180.0 + static_cast<double>(number % 97),   Quality::goed};
        break;
    default:
        message.body = NoteWritten{"notitie-" + std::to_string(number),
                                   incident,
                                   {},
                                   words + words + std::to_string(number),
                                   number % 50 == 9};
    }
    if (number % 500 == 499)
        message.body = MessageWithdrawn{uuid_of(number - 492), "desk/bench", "vergissing"};
    return message;
}

/// Appends the stream to a journal, `every` apart on its clock. The sum of the events' bytes.
inline std::size_t append_stream(regiekamer::journal::Journal& journal, std::uint64_t count,
                                 regiekamer::Mode mode, const regiekamer::IncidentId& incident,
                                 regiekamer::Instant from, regiekamer::microseconds every) {
    using namespace regiekamer;
    constexpr std::uint64_t batch = 512;
    std::size_t bytes = 0;
    for (std::uint64_t first = 0; first < count; first += batch) {
        std::vector<std::string> ids, events;
        Instant time = from;
        for (std::uint64_t n = first; n < std::min(count, first + batch); ++n) {
            time = from + every * static_cast<std::int64_t>(n);
            auto message = stream_message(n, mode, incident, time);
            events.push_back(codec::encode(message));
            ids.push_back(std::move(message.id));
            bytes += events.back().size();
        }
        std::vector<journal::Draft> drafts;
        for (std::size_t i = 0; i < events.size(); ++i)
            drafts.push_back({"bench", events[i], "desk/bench", ids[i]});
        if (const auto stored = journal.append(drafts, time); !stored)
            throw std::runtime_error(sentence(stored.error()));
    }
    return bytes;
}

} // namespace bench
