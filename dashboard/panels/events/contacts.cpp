// CONTACT OP DE DAG: whom to call, with the number; the OvD-Bz who has piket then stands there by itself.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
constexpr float contact_height = 52;

struct ContactLine {
    std::string role, name, phone;
    Sequence sequence = 0; ///< of what named this person
};

ContactLine line_of(const Scene& scene, const std::string& role, const PersonId& person, Sequence sequence) {
    const auto* known = picture::find_person(scene.picture, person);
    return {words::sentence_case(role), words::person(scene.picture, person),
            known != nullptr && known->phone ? *known->phone : std::string(), sequence};
}

std::vector<ContactLine> lines_of(const Scene& scene, const picture::PublicEvent& event) {
    std::vector<ContactLine> lines;
    for (const auto& contact : event.contacts.value)
        lines.push_back(line_of(scene, contact.role, contact.person, event.contacts.sequence));
    const Instant at =
        event.from.value
            ? std::max(*event.from.value, std::min(scene.now, event.until.value.value_or(*event.from.value)))
            : scene.now;
    for (const char* function : {"OvD-Bz", "AC-Bz"}) {
        const auto duty = picture::on_duty(scene.picture, Function(function), at);
        if (duty.person)
            lines.push_back(line_of(scene, std::string(function) + " (piket)", *duty.person, duty.sequence));
    }
    return lines;
}

} // namespace

void draw_contacts(Ui& ui, const Scene& scene, const Rect& rect, const PublicEventId& id, Intents& intents) {
    if (rect.h < 60) return;
    const auto* event = find(scene, id);
    const auto lines = event == nullptr ? std::vector<ContactLine>{} : lines_of(scene, *event);
    Rect body = ui::panel(ui, rect, fmt::format("CONTACT OP DE DAG · {}", lines.size()));
    if (lines.empty())
        return ui::empty_text(ui, body, "Nog geen contact. V vult ze in: hoofd beveiliging = T. Mulder; …");
    Rect foot;
    if (static_cast<float>(lines.size()) * contact_height > body.h && body.h > 2 * contact_height)
        foot = body.take_bottom(24);
    const auto view = ui::list(ui, "evenement/contact", body, static_cast<int>(lines.size()), contact_height);
    for (int i = view.first; i < view.end(); ++i) {
        const ContactLine& line = lines[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        because(ui, row, {line.sequence});
        const Rect phone{row.right() - padding - 44, row.centre().y - 22, 44, 44};
        const std::string words = !line.phone.empty() ? line.phone
                                  : row.w < 420       ? "geen nummer"
                                                      : "geen nummer bekend";
        if (ui::icon_button(ui, fmt::format("evenement/bel/{}", i), phone, ui::Icon::phone,
                            "Bel " + line.name))
            intents.push_back(Explain{fmt::format("{} ({}): {}", line.name, line.role, words)});
        const float number = std::min(ui::width(ui, Style::row16, words), row.w * 0.45F);
        const float left = phone.x - 12 - number;
        ui::text_within(ui, Style::row16, {left, row.centre().y + 6}, number + 1,
                        line.phone.empty() ? ui.palette.dim : ui.palette.text, words);
        ui::text_within(ui, Style::strong16, {row.x + padding, row.y + 22}, left - row.x - 2 * padding,
                        ui.palette.text, line.role);
        ui::text_within(ui, Style::secondary15, {row.x + padding, row.y + 43}, left - row.x - 2 * padding,
                        ui.palette.dim, line.name);
    }
    if (!foot.empty()) ui::list_foot(ui, foot, view);
}

} // namespace regiekamer::panels::events
