// Which function may say which type: one table (design.md decision 12). A desk greys what its user may not do
// and says whose it is; a hub asks the same table of a peer with a key. Without keys a hub refuses nothing
// for its function.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>
#include <string_view>

namespace regiekamer::rights {

/// A function of no list counts as one of the crisis organisation: nobody is kept from helping by a word.
/// `type` is as on the wire, with or without the prefix; one that the table does not know is everybody's who
/// acts.
bool may(const Function& function, std::string_view type);

template <class T>
bool may(const Function& function) {
    return may(function, T::type);
}

/// Whose it is, all of them, in the words of the screen: "piketplanner, ARB of oefenleider". Empty:
/// everybody's who acts.
std::string whose(std::string_view type);

} // namespace regiekamer::rights
