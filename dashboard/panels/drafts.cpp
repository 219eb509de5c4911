// Opening and closing dialogs.
#include "dashboard/panels/drafts.hpp"

namespace regiekamer::panels {

void open(Drafts& drafts, Dialog dialog, std::string subject) {
    close(drafts);
    drafts.dialog = dialog;
    drafts.opened_now = true;
    drafts.subject = std::move(subject);
}

void close(Drafts& drafts) {
    drafts.dialog = Dialog::none;
    drafts.opened_now = false;
    for (std::string* field : {&drafts.text, &drafts.text2, &drafts.text3, &drafts.text4, &drafts.complaint,
                               &drafts.subject, &drafts.person})
        field->clear();
    drafts.choice = drafts.choice2 = 0;
    drafts.ticks.clear();
    drafts.form_height = 0;
    drafts.missing = nullptr;
    drafts.incident.reset();
}

} // namespace regiekamer::panels
