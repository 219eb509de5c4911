// The sentences of the whole journal as they are searched, held in memory while it is followed: a journal of
// 100,000 messages is some ten megabytes, and looking through all of it takes less than a tenth of a second,
// so that no index on disk and no other thread is needed (tests/dashboard/logboek measures it).
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::words {

/// Append-only, in order of sequence. One thread.
class SearchText {
public:
    /// `picture` as it is known by then, for names and titles. What a later message takes out of the journal
    /// by law is taken out here too.
    void append(const picture::Picture& picture, const Recorded& fact);
    /// Folded (words/folded.hpp): who, what, function, and every text of the message; of what is measured
    /// the sentence alone. Empty when there is none.
    [[nodiscard]] std::string_view at(Sequence sequence) const;
    [[nodiscard]] std::size_t bytes() const { return text_.size(); }

private:
    std::string text_;
    std::vector<std::size_t> ends_; ///< by sequence, from 1
};

} // namespace regiekamer::words
