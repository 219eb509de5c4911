// How a run goes, for who leads it and for the report: every inject and every expectation of its scenario
// against the journal, at any message and any instant of it. The verdicts and observations of people stand
// beside what is derived; they change none of it.
#pragma once

#include "scenarios/measure/score.hpp"

namespace regiekamer::measure {

/// How many expectations stand how. What was asked is `met + late + missed + open`.
struct Counts {
    std::size_t met{}, late{}, missed{}, open{}, not_asked{};
    [[nodiscard]] std::size_t asked() const { return met + late + missed + open; }
    void add(Score score);
    bool operator==(const Counts&) const = default;
};

/// One expectation, measured; the last verdict of a person stands beside it.
struct Measured {
    const player::Expectation* expectation{};
    Function whose; ///< whose reaction; empty: of several together, or of nobody in particular
    std::vector<Function> takes_part; ///< all whose reaction it is
    player::Outcome outcome;
    Score score = Score::not_asked;
    bool cut_off = false; ///< open, and the exercise ended: nobody will see it any more
    std::optional<Instant> deadline;
    std::optional<microseconds> reaction; ///< from being asked to being met: no pause, no jump
    std::optional<ExpectationJudged> judged;
};

struct AimScore : Counts {
    const player::Aim* aim{};
};

struct FunctionScore : Counts {
    Function function; ///< empty: what several do together
    std::size_t reactions = 0;
    std::optional<microseconds> mean, longest; ///< of its reactions
};

/// Gepland, verzonden, aangehouden, vervallen; niet aan de orde: it was due, and its condition did not hold.
enum class InjectState { planned, delivered, held, skipped, not_applicable };

struct MeasuredInject {
    const player::Inject* inject{}; ///< of the draaiboek; none: made up
    InjectNr nr;
    std::string from, to, medium, text;
    std::optional<std::string> aim;
    InjectState state = InjectState::planned;
    Instant at;          ///< when it was first delivered, else when it is due as things stand
    bool moved = false;  ///< to another time than the draaiboek has
    bool read = false;   ///< somebody opened it
    std::size_t times{}; ///< how often it was delivered
    std::string reason;  ///< of being held or skipped
    Sequence sequence{}; ///< the last message about it; 0: none
    std::vector<std::size_t> expectations; ///< that it asks for: indexes into Results::expectations
};

/// `planned + delivered + held + skipped + not_applicable` are all of them.
struct InjectCounts {
    std::size_t planned{}, delivered{}, held{}, skipped{}, not_applicable{}, made_up{};
    [[nodiscard]] std::size_t all() const { return planned + delivered + held + skipped + not_applicable; }
};

struct Observation {
    ObservationNoted noted;
    std::optional<Function> function;
    std::optional<PersonId> person;
    Sequence sequence{};
};

struct Results {
    At at;
    std::vector<Measured> expectations; ///< as in the scenario's file
    Counts counts;                      ///< of all expectations
    std::vector<AimScore> aims;
    std::vector<FunctionScore> functions; ///< in the order of the roles, then as they come
    std::vector<MeasuredInject> injects;  ///< by `at`, then as in the file, made up ones among them
    InjectCounts inject_counts;
    std::vector<Observation> observations; ///< newest first
};

/// Takes the journal in sequence order and answers for any message of it. Pure: the instant comes in.
class Measuring {
public:
    /// `scenario` must outlive this.
    explicit Measuring(const player::Scenario& scenario);

    void observe(const Recorded& recorded);
    /// Of what was recorded up to `upto`, at `now`. `over`: nothing can come any more, ended or not.
    [[nodiscard]] Results results(Instant now, Sequence upto = player::Evidence::everything,
                                  bool over = false) const;
    /// The digest that `exercise.started` told; none: no exercise began yet.
    [[nodiscard]] const std::optional<std::string>& digest() const { return digest_; }
    [[nodiscard]] const player::Scenario& scenario() const { return scenario_; }

private:
    struct Fact {
        Recorded recorded;
        Sequence withdrawn = 0;
    };

    [[nodiscard]] bool stands(const Fact& fact, Sequence upto) const;
    [[nodiscard]] At moment(Instant now, Sequence upto, bool over) const;
    [[nodiscard]] std::vector<MeasuredInject> injects(const At& at) const;
    [[nodiscard]] Instant judged_at(const player::Inject& inject, Instant due, const At& at) const;
    [[nodiscard]] bool came_up(const player::Inject& inject, Instant due, const At& at) const;
    [[nodiscard]] Measured measured(const player::Expectation& expectation, const At& at) const;
    [[nodiscard]] std::vector<FunctionScore> functions(const std::vector<Measured>& all) const;
    void add_people(Results& results) const;

    const player::Scenario& scenario_;
    player::Evidence evidence_;
    std::vector<Fact> facts_; ///< what is said of the exercise itself
    std::optional<std::string> digest_;
};

/// The scenario of the exercise that runs, and how it goes at the moment that is shown.
struct Draaiboek {
    const player::Scenario* scenario{};
    Results results;
};

} // namespace regiekamer::measure
