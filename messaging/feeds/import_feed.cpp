// The first time that a duty, person or evenement is met, its event has an id from its contents, so that a
// document read again after a restart changes nothing. What comes back has another (see Memory).
#include "messaging/feeds/import_feed.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/feeds/reading.hpp"
#include "messaging/journal/journal.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <sodium.h>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t lines_told_max = 20;

std::string digest_of(const std::string& text) {
    std::array<unsigned char, 16> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return journal::to_hex(bytes);
}

/// What was said of this feed's documents.
class Before {
public:
    /// News: the document before had it not, or had it otherwise; or it had another in its place, as when A
    /// became B and is A again. Judged as the document has it, before what the hub knows is put into it.
    bool is_news(const Body& body) {
        const bool other = said_.news(subject_of(body), digest_of(codec::encode_body(body)));
        return other || is_replaced(body);
    }
    /// The id to say it under.
    std::string say(const Body& body) {
        const auto subject = subject_of(body);
        const auto* content = said_.find(subject);
        place(body);
        return said_.say_again(subject, content == nullptr ? std::string() : *content,
                               digest_of(codec::encode_body(body)));
    }
    void recall(const Message& said) {
        const auto subject = subject_of(said.body);
        if (subject.empty()) return;
        said_.recall(subject, digest_of(codec::encode_body(said.body)), said.id);
        place(said.body);
    }
    /// Whether it was said, and not taken back.
    [[nodiscard]] bool stands(const Body& body) const {
        return said_.find(subject_of(body)) != nullptr && !taken_back_.contains(subject_of(body));
    }

    Recognised recognised;

private:
    struct Placed {
        Instant from, until;
        std::size_t order{}; ///< in which it was said
    };

    void place(const Body& body) {
        if (const auto* duty = std::get_if<DutyRostered>(&body))
            placed_[duty->function][duty->duty] = {duty->from, duty->until, ++order_};
        if (const auto* duty = std::get_if<DutyWithdrawn>(&body))
            for (auto& [function, duties] : placed_)
                duties.erase(duty->duty);
        const bool back =
            std::holds_alternative<DutyWithdrawn>(body) || std::holds_alternative<EventDecided>(body);
        back ? void(taken_back_.insert(subject_of(body))) : void(taken_back_.erase(subject_of(body)));
    }

    /// A document has one person at a time: whoever was said later for the same time stands in it no more,
    /// but would keep the duty.
    [[nodiscard]] bool is_replaced(const Body& body) const {
        const auto* duty = std::get_if<DutyRostered>(&body);
        const auto all = duty == nullptr ? placed_.end() : placed_.find(duty->function);
        if (all == placed_.end()) return false;
        const auto own = all->second.find(duty->duty);
        if (own == all->second.end()) return false;
        return std::any_of(all->second.begin(), all->second.end(), [&](const auto& one) {
            const Placed& other = one.second;
            return other.order > own->second.order && other.from < duty->until && duty->from < other.until;
        });
    }

    static constexpr std::size_t remembered_ = 200'000; // a document of 5 MB has a quarter of it
    Memory said_{remembered_};
    std::set<std::string> taken_back_; ///< subjects
    std::map<Function, std::map<DutyId, Placed>> placed_;
    std::size_t order_ = 0;
};

bool is_known(const Body& body, const KnownPersons& known) {
    const auto* person = std::get_if<PersonRegistered>(&body);
    const auto found = person == nullptr ? known.end() : known.find(person->person);
    return found != known.end() && found->second == *person;
}

/// What of a document cannot be read; empty: all of it can.
std::vector<Aside> refused_of(const Import& import) {
    std::vector<Aside> aside;
    for (const auto& line : import.report) {
        if (line.taken || aside.size() == lines_told_max) continue;
        aside.push_back({"a line that cannot be read, so that nothing of the document is taken",
                         codec::cut(fmt::format("line {}: {}", line.line, line.text), 300)});
    }
    if (aside.empty() && !import.good()) aside.push_back({"a document in which nothing can be read", {}});
    return aside;
}

Became became_of(Import import, Before& before, const AskRoster& ask) {
    Became became;
    became.aside = refused_of(import);
    if (!became.aside.empty()) return became;
    std::optional<KnownPersons> known;
    const auto persons_known = [&]() -> const KnownPersons& {
        if (!known) known = ask ? ask().persons : KnownPersons{};
        return *known;
    };
    const auto any_person = [&](const auto& holds) {
        return std::any_of(import.bodies.begin(), import.bodies.end(), [&](const Body& body) {
            const auto* person = std::get_if<PersonRegistered>(&body);
            return person != nullptr && holds(person->person);
        });
    };
    const bool strangers =
        any_person([&](const PersonId& person) { return !before.recognised.contains(person); });
    became.remarks = import.remarks;
    for (auto& remark : recognise(import, strangers ? persons_known() : KnownPersons{}, before.recognised))
        became.remarks.push_back(std::move(remark));
    take_back(import, [&](const Body& body) { return before.stands(body); });
    std::vector<bool> news;
    for (const Body& body : import.bodies)
        news.push_back(before.is_news(body));
    bool of_persons = false;
    for (std::size_t at = 0; at < news.size(); ++at)
        of_persons = of_persons || (news[at] && std::holds_alternative<PersonRegistered>(import.bodies[at]));
    if (of_persons) keep_known(import, persons_known());
    for (std::size_t at = 0; at < news.size(); ++at) {
        Body& body = import.bodies[at];
        if (!news[at] || (of_persons && is_known(body, *known))) continue;
        auto id = before.say(body);
        became.said.push_back({std::move(body), std::move(id), {}});
    }
    return became;
}

} // namespace

Reader import_reader(ReadImport read, AskRoster known, Mode status) {
    const auto before = std::make_shared<Before>();
    return {[read = std::move(read), known = std::move(known), status, before](std::string_view piece,
                                                                               Instant arrival) {
                if (auto large = too_large(piece.size())) {
                    Became became;
                    became.aside.push_back({"expected " + large->expected, {}});
                    return became;
                }
                Import import = read(piece, arrival, {});
                if (import.days_alone && known) import = read(piece, arrival, known().changeovers);
                if (status == Mode::actual && of_exercise(import)) {
                    Became became;
                    became.aside.push_back({"a roster of an exercise, and this journal is real", {}});
                    return became;
                }
                return became_of(std::move(import), *before, known);
            },
            [before](const Message& said) { before->recall(said); }};
}

} // namespace regiekamer::feeds
