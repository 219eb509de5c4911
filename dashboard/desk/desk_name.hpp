// What a desk is called: it signs what is said, and who left. Two programs on one computer are two desks.
#pragma once

#include <filesystem>
#include <string>

namespace regiekamer::desk {

/// "werkplek-HOST"; while another holds that, "werkplek-HOST-2" and so on. Held by a lock in `folder`, which
/// a crash lets go too. Where no lock can be had the first name.
class DeskName {
public:
    explicit DeskName(const std::filesystem::path& folder);
    ~DeskName();
    DeskName(const DeskName&) = delete;
    DeskName& operator=(const DeskName&) = delete;

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    int lock_ = -1;
};

/// Of this program; taken at the first call, held until its end.
const std::string& desk_name();

} // namespace regiekamer::desk
