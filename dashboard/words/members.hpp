// A whole message member by member, generic by the description of its type: for who wants to see all of it.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>
#include <utility>
#include <vector>

namespace regiekamer::words {

/// Name (words/member_labels.hpp) and value of each member of the body, in its order, lists and parts by
/// their path ("besloten door, functie"); instants as the clock shows them, people, incidents, evenementen,
/// actions and meetings by their name. A type that is not known: its raw text.
std::vector<std::pair<std::string, std::string>> members(const picture::Picture& picture,
                                                         const Message& message);

/// Those that a person reads: without identifiers that stand for nothing they know.
std::vector<std::pair<std::string, std::string>> told_members(const picture::Picture& picture,
                                                              const Message& message);
/// The members as the message has them: names and values of the wire.
std::vector<std::pair<std::string, std::string>> raw_members(const Message& message);

} // namespace regiekamer::words
