// One player to an exercise: two of them would both answer every act of steering, and the roles twice.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <optional>
#include <string>

namespace regiekamer::player {

/// Held as long as it lives; the system lets it go with the program, however that ends, so that who comes
/// back after a crash finds it free. Known on one machine, as a hub without keys is. Move only.
class Alone {
public:
    /// For the journal with this uuid. None: another player has it. Where the system has no such thing nobody
    /// is kept out.
    static std::optional<Alone> take(const std::string& journal);
    ~Alone();
    Alone(Alone&& other) noexcept;
    Alone& operator=(Alone&& other) noexcept;
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    explicit Alone(int socket) : socket_(socket) {}
    int socket_;
};

/// What is wrong when another has it, with the process that it is where that can be known.
Problem played_by_another(const std::string& journal);

} // namespace regiekamer::player
