// What holds between the parts of a scenario: names that must exist, conditions that must not wait for
// themselves, and what is legal but odd.
#pragma once

#include "messaging/tables/block.hpp"
#include "scenarios/player/scenario.hpp"

#include <map>

namespace regiekamer::player {

using tables::Complaints;

/// Kinds of name that one part of a scenario gives and another refers to.
enum class NameKind { aim, role, inject, expectation, branch, response };

/// Names given and named in a file, each with its place.
class Names {
public:
    /// A name given twice is complained of.
    void declare(NameKind kind, const std::string& name, Place place, Complaints& complaints);
    void refer(NameKind kind, const std::string& name, const Place& place);
    /// Complains of every reference to a name that nobody gave.
    void check(Complaints& complaints) const;

private:
    struct Reference {
        NameKind kind;
        std::string name;
        Place place;
    };
    std::map<NameKind, std::map<std::string, Place>> given_;
    std::vector<Reference> named_;
};

/// Complains of injects whose condition can only come true after themselves, and of expectations that are
/// made of themselves.
void check_cycles(const Scenario& scenario, Complaints& complaints);

/// Complains of what becomes a message that no hub takes: it would stop the run half-way.
void check_sizes(const Scenario& scenario, Complaints& complaints);

/// Legal but odd: an inject to a role nobody plays or without an aim, something to do for whom no role has,
/// an aim without an inject, a branch that nobody uses, `if` and `unless` of the same, times out of order;
/// and an expectation that cannot be met: by nobody, past the end, about what never comes.
std::vector<Error> warnings(const Scenario& scenario);

} // namespace regiekamer::player
