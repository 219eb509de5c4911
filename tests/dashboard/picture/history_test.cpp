// History: any moment, with withdrawals, equals the fold of what was known then.
#include "dashboard/picture/history.hpp"

#include "dashboard/picture/moment_text.hpp"

#include "dashboard/picture/apply.hpp"
#include "tests/dashboard/picture/nonsense.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

#include <set>

namespace history_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

/// A journal in memory; counts what was read back.
struct Shelf {
    std::vector<Recorded> facts;
    std::size_t read{};
    bool broken{};

    ReadBack reader() {
        return [this](Sequence after, std::size_t limit) -> Result<std::vector<Recorded>> {
            if (broken) return refuse("journal", "an I/O error", "a readable file");
            std::vector<Recorded> found;
            for (Sequence at = after; at < facts.size() && found.size() < limit; ++at)
                found.push_back(facts[at]);
            read += found.size();
            return found;
        };
    }
    const Recorded& add(Recorded fact) {
        fact.sequence = facts.size() + 1;
        facts.push_back(std::move(fact));
        return facts.back();
    }
};

bool names(const Recorded& withdrawal, const Recorded& fact) {
    const auto* body = std::get_if<MessageWithdrawn>(&withdrawal.message.body);
    return body && body->message.value == fact.message.id && body->message_source == fact.message.source;
}

/// By the letter of the rule: everything up to t, except what a withdrawal up to t names that was not itself
/// withdrawn by a later one up to t.
bool left_out(const std::vector<Recorded>& facts, std::size_t index, Sequence t) {
    const bool is_withdrawal = std::holds_alternative<MessageWithdrawn>(facts[index].message.body);
    for (std::size_t other = is_withdrawal ? index + 1 : 0; other < t; ++other)
        if (other != index && names(facts[other], facts[index]) && !left_out(facts, other, t)) return true;
    return false;
}

Picture naive(const std::vector<Recorded>& facts, Sequence t) {
    Picture picture;
    for (std::size_t index = 0; index < t; ++index)
        if (left_out(facts, index, t))
            pass_over(picture, facts[index]);
        else
            fold(picture, facts[index]);
    return picture;
}

Recorded saying(Body body, std::string id, std::string source = "desk/a") {
    Recorded fact;
    fact.message.id = std::move(id);
    fact.message.source = std::move(source);
    fact.message.body = std::move(body);
    return fact;
}

Recorded note(const std::string& id) {
    return saying(NoteWritten{id, {}, {}, "tekst", {}}, id);
}
Recorded withdrawing(const std::string& target, const std::string& id, const std::string& source = "desk/a") {
    return saying(MessageWithdrawn{target, source, "vergissing"}, id);
}
bool has(const Picture& picture, const std::string& id) {
    return picture.logbook->notes.contains(id);
}

struct Listening : Shelf {
    History history{reader()};
    void tells(Recorded fact) { history.append(add(std::move(fact))); }
    bool shows(Sequence sequence, const std::string& id) { return has(history.at(sequence).value(), id); }
};

} // namespace

TEST_CASE("the picture at any sequence is the fold of what was known then, withdrawals included") {
    holds("history", [] {
        Nonsense nonsense(any_seed());
        const auto length = any_between<std::size_t>(1, 120);
        const auto withdrawals = any_between(0U, 60U);
        Shelf shelf;
        History history(shelf.reader());
        for (std::size_t at = 0; at < length; ++at) {
            history.append(shelf.add(nonsense.next(Mode::actual, withdrawals)));
            if (at % 7 == 0) MUST(history.current() == naive(shelf.facts, at + 1));
        }
        for (int asked = 0; asked < 20; ++asked) {
            const auto t = any_between<Sequence>(0, length + 1);
            MUST(history.at(t).value() == naive(shelf.facts, t));
        }
        MUST(history.current() == naive(shelf.facts, length));
    });
}

TEST_CASE("keyframes thousands of messages apart give the same pictures, before and after withdrawals") {
    Nonsense nonsense(7);
    Shelf shelf;
    History history(shelf.reader());
    std::map<Sequence, Picture> plain; // no withdrawal yet: the running picture is the truth
    Picture running;
    for (Sequence at = 1; at <= 20'000; ++at) {
        const Recorded& fact = shelf.add(nonsense.next(Mode::actual, 0));
        history.append(fact);
        fold(running, fact);
        if (at % 1'777 == 0 || at % 2'048 < 2) plain.emplace(at, running);
    }
    CHECK(history.keyframes() == 9);
    for (const auto& [sequence, picture] : plain)
        CHECK(history.at(sequence).value() == picture);

    // Everything after 5,000 is seen otherwise from now on, but not as it was known before.
    const Recorded& target = shelf.facts[4'999];
    history.append(shelf.add(withdrawing(target.message.id, "w", target.message.source)));
    Picture without;
    for (const Recorded& fact : shelf.facts)
        if (fact.sequence == 5'000)
            pass_over(without, fact);
        else
            fold(without, fact);
    CHECK(history.current() == without);
    for (const auto& [sequence, picture] : plain)
        CHECK(history.at(sequence).value() == picture);
    CHECK(history.at(20'001).value() == without);
}

TEST_CASE("a keyframe stays what it was while the picture goes on") {
    Listening told;
    for (int at = 1; at <= 2'048; ++at)
        told.tells(note("n" + std::to_string(at)));
    const Picture then = told.history.current();
    const auto notes = then.logbook->notes.size();
    for (int at = 1; at <= 100; ++at)
        told.tells(saying(NoteCorrected{"n" + std::to_string(at), "anders", {}}, "c" + std::to_string(at)));
    told.tells(note("later"));
    CHECK(then.logbook->notes.size() == notes);
    CHECK(text_of(*then.logbook->notes.find("n1")) == "tekst");
    CHECK(text_of(*told.history.current().logbook->notes.find("n1")) == "anders");
    const Picture again = told.history.at(2'048).value();
    CHECK(again == then);
    CHECK(told.read == 0); // straight from the keyframe
}

TEST_CASE("what is withdrawn is gone from then on, and still stands before") {
    Listening told;
    told.tells(note("a"));
    told.tells(note("b"));
    told.tells(withdrawing("a", "w"));
    CHECK_FALSE(has(told.history.current(), "a"));
    CHECK(has(told.history.current(), "b"));
    CHECK(told.history.current().sequence == 3);
    CHECK(told.shows(1, "a"));
    CHECK(told.shows(2, "a"));
    CHECK_FALSE(told.shows(3, "a"));
    CHECK(told.history.withdrawn_at(2).empty());
    CHECK(told.history.withdrawn_at(3) == std::vector<Sequence>{1});
    CHECK(told.history.withdrawn_by(1, 3) == 3);
    CHECK(told.history.withdrawn_by(1, 2) == 0);
    CHECK(told.history.withdrawn_by(2, 3) == 0);
}

TEST_CASE("a withdrawal that is withdrawn brings its message back") {
    Listening told;
    told.tells(note("a"));
    told.tells(withdrawing("a", "w1"));
    told.tells(note("b"));
    told.tells(withdrawing("w1", "w2"));
    CHECK(has(told.history.current(), "a"));
    CHECK_FALSE(told.shows(3, "a"));
    told.tells(withdrawing("w2", "w3"));
    CHECK_FALSE(has(told.history.current(), "a"));
    CHECK(told.shows(4, "a"));
    CHECK(told.history.withdrawn_by(1, 5) == 2);
}

TEST_CASE("a withdrawal may come before its message") {
    Listening told;
    told.tells(withdrawing("a", "w"));
    told.tells(note("a"));
    told.tells(note("b"));
    CHECK_FALSE(has(told.history.current(), "a"));
    CHECK(has(told.history.current(), "b"));
    CHECK_FALSE(told.shows(2, "a"));
}

TEST_CASE("only the message of the source that is named is withdrawn") {
    Listening told;
    told.tells(note("a"));
    told.tells(withdrawing("a", "w", "desk/b"));
    CHECK(has(told.history.current(), "a"));
}

TEST_CASE("a withdrawal of itself, or of one yet to come, does nothing") {
    Listening told;
    told.tells(note("a"));
    told.tells(withdrawing("w2", "w1")); // w2 is not there yet
    told.tells(withdrawing("a", "w2"));
    told.tells(withdrawing("w3", "w3"));
    CHECK_FALSE(has(told.history.current(), "a"));
}

TEST_CASE("a journal that cannot be read leaves the last right picture, and says so") {
    Listening told;
    told.tells(note("a"));
    told.broken = true;
    told.tells(withdrawing("a", "w"));
    CHECK(told.history.current().sequence == 1);
    REQUIRE(told.history.trouble());
    CHECK(told.history.trouble()->found == "an I/O error");
    CHECK_FALSE(told.history.at(2));
    told.broken = false;
    CHECK_FALSE(has(told.history.current(), "a"));
    CHECK_FALSE(told.history.trouble());
}

TEST_CASE("a journal that is shorter than what was heard is a problem, not a wrong picture") {
    Shelf shelf;
    History history(shelf.reader());
    history.append(shelf.add(note("a")));
    Recorded unseen = withdrawing("a", "w");
    unseen.sequence = 2;
    history.append(unseen);
    CHECK_FALSE(history.at(2));
}

TEST_CASE("a sequence that was there before is left out") {
    Listening told;
    told.tells(note("a"));
    told.history.append(told.facts.front());
    CHECK(told.history.head() == 1);
    CHECK(told.history.log().entries().size() == 1);
}

TEST_CASE("an instant leads to the last message not after it, on the clock of the journal") {
    Listening told;
    const Instant noon = at(2027, 1, 22, 12);
    for (const int minute : {0, 5, 5, 9}) {
        Recorded fact = note("n" + std::to_string(told.facts.size()));
        fact.recorded = noon + minutes(minute);
        told.tells(fact);
    }
    CHECK(told.history.sequence_at(noon - seconds(1)) == 0);
    CHECK(told.history.sequence_at(noon) == 1);
    CHECK(told.history.sequence_at(noon + minutes(5)) == 3);
    CHECK(told.history.sequence_at(noon + hours(5)) == 4);
    CHECK(told.history.at(noon + minutes(6)).value().sequence == 3);
    CHECK(told.history.at(noon - hours(1)).value() == Picture{});
    CHECK(told.history.moment_of(4) == noon + minutes(9));

    // in an exercise in which no player speaks, the clock is what everybody says
    Listening alone;
    for (const int minute : {0, 20, 10, 30}) {
        Recorded fact = saying(NoteWritten{}, "a" + std::to_string(alone.facts.size()), "desk/a");
        fact.message.status = Mode::exercise;
        fact.message.time = noon + minutes(minute);
        fact.recorded = at(2026, 11, 24, 10);
        alone.tells(fact);
    }
    CHECK(alone.history.sequence_at(noon - seconds(1)) == 0);
    CHECK(alone.history.sequence_at(noon + minutes(10)) == 1);
    CHECK(alone.history.sequence_at(noon + minutes(29)) == 3);
    CHECK(alone.history.at(noon + minutes(29)).value().sequence == 3);
    CHECK(alone.history.moment_of(3) == noon + minutes(20));

    Listening exercise;
    const auto plays = [&](int minute, const std::string& source) {
        Recorded fact = saying(NoteWritten{}, "e" + std::to_string(exercise.facts.size()), source);
        fact.message.status = Mode::exercise;
        fact.message.time = noon + minutes(minute);
        fact.recorded = at(2026, 11, 24, 10);
        exercise.tells(fact);
    };
    plays(0, "scenario/x/1");
    plays(50, "desk/a"); // a desk's `time` moves nothing
    plays(-180, "scenario/x/1");
    plays(10, "scenario/x/1");
    CHECK(exercise.history.sequence_at(noon + minutes(9)) == 3);
    CHECK(exercise.history.sequence_at(noon + minutes(10)) == 4);
}

TEST_CASE("what people do in an exercise lies between the injects, where the clock stood when they did it") {
    Listening told;
    const Instant wall = at(2026, 11, 24, 10), start = at(2027, 2, 10, 17, 30);
    const auto tells = [&](int after, auto body, Instant time, const std::string& source) {
        Recorded fact = saying(std::move(body), "k" + std::to_string(told.facts.size()), source);
        fact.message.status = Mode::exercise;
        fact.message.time = time;
        fact.recorded = wall + seconds(after);
        told.tells(fact);
    };
    const std::string player = "scenario/x/1";
    ExerciseStarted began;
    began.run = "run";
    began.start = start;
    tells(0, began, start, player);
    tells(0, ExerciseClockSet{"run", start, Rate{60}, true}, start, player);
    tells(31, NoteWritten{}, start + minutes(30), player); // recorded a little late, told in its minute
    tells(36, NoteWritten{}, start + minutes(36), "desk/ovd");
    CHECK(told.history.moment_of(4) == start + minutes(36)); // also when nothing comes after it
    tells(40, ExerciseClockSet{"run", start + minutes(90), Rate{60}, true}, start + minutes(40),
          "desk/leidt");
    tells(40, NoteWritten{}, start + minutes(50), player); // told in the jump: nobody knew it before
    CHECK(told.history.sequence_at(start + minutes(30)) == 3);
    CHECK(told.history.sequence_at(start + minutes(35)) == 3);
    CHECK(told.history.sequence_at(start + minutes(36)) == 4);
    CHECK(told.history.sequence_at(start + minutes(60)) == 4);
    CHECK(told.history.sequence_at(start + minutes(90)) == 6);
    CHECK(told.history.at(4).value().moment == start + minutes(36));
    CHECK(named_moment("T+01:00", told.history).value().sequence == 4);
    CHECK_FALSE(named_moment("T+01:31", told.history)); // that has not happened
    History none([](Sequence, std::size_t) { return std::vector<Recorded>{}; });
    CHECK_THAT(sentence(named_moment("T+01:00", none).error()),
               ContainsSubstring("exercise.started") && !ContainsSubstring("no exercise"));
    CHECK(named_moment("T+01:31", told.history, start + minutes(91)));
}

TEST_CASE("messages are read back for the logboek, the newest from memory") {
    Listening told;
    for (int at = 0; at < 2'000; ++at)
        told.tells(note("n" + std::to_string(at)));
    CHECK(told.history.message(2'000).value()->message.id == "n1999");
    CHECK(told.read == 0);
    CHECK(told.history.message(1'000).value()->message.id == "n999");
    const auto read = told.read;
    CHECK(read > 0);
    for (Sequence near = 980; near <= 1'000; ++near)
        CHECK(told.history.message(near).value()->sequence == near);
    CHECK(told.read == read);
    CHECK_FALSE(told.history.message(0));
    CHECK_FALSE(told.history.message(2'001));
}

TEST_CASE("the log lists the newest that are wanted, and which incident they are about") {
    Listening told;
    told.tells(saying(IncidentOpened{"i", "Brand", "brand", "A", "B", {}, {}, {}, {}}, "1"));
    ActionOpened opened;
    opened.action = "x";
    opened.incident = "i";
    told.tells(saying(opened, "2"));
    Recorded finished = saying(ActionFinished{"x", {}}, "3");
    finished.message.function = Function{"OvD-Bz"};
    told.tells(finished);
    told.tells(note("4"));
    const Log& log = told.history.log();
    CHECK(log.incident_of(log.entries()[2]) == "i");
    CHECK(log.function_of(log.entries()[2]) == "OvD-Bz");
    CHECK(log.incident_of(log.entries()[3]).empty());
    const auto about_i = [&](const LogEntry& entry) { return log.incident_of(entry) == "i"; };
    const auto newest = log.newest(4, 2, about_i);
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].sequence == 3);
    CHECK(newest[1].sequence == 2);
    CHECK(log.newest(2, 9, about_i).size() == 2);
    CHECK(log.newest(4, 9, about_i, 1).front().sequence == 2);
    CHECK(log.count(4, about_i) == 3);
    CHECK(Log::is<ActionFinished>(*log.find(3)));
    CHECK(log.find(5) == nullptr);
}

TEST_CASE("keyframes thin out with age, and an old moment is found all the same") {
    Shelf shelf;
    History history(shelf.reader());
    Picture at_40_000;
    Picture running;
    for (Sequence at = 1; at <= 140'000; ++at) {
        Recorded fact = saying(ActionProgressed{"a" + std::to_string(at % 50), "x"}, std::to_string(at));
        if (at % 40 != 0) fact.message.body = Foreign{"org.example.x", "{}"};
        history.append(shelf.add(fact));
        if (at > 40'000) continue;
        fold(running, shelf.facts.back());
        if (at == 40'000) at_40_000 = running;
    }
    // 16,384 and 32,768 of the old part, every 2,048th of the last 100,000.
    CHECK(history.keyframes() == 2 + 140'000 / 2'048 - 40'000 / 2'048);
    CHECK(history.at(40'000).value() == at_40_000);
    const auto read = shelf.read;
    CHECK(history.at(39'990).value().sequence == 39'990); // looking around is short
    CHECK(shelf.read - read <= 2'048);
}

} // namespace history_test
