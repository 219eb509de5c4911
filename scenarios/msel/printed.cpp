// Two templates and what fills them.
#include "scenarios/msel/printed.hpp"

#include "scenarios/msel/sheet.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

namespace regiekamer::msel {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using player::Inject;
using player::Scenario;

constexpr const char* page_head = R"(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>OEFENING · {{title}}</title>
<style>
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.4 sans-serif; color: #000; background: #fff; margin: 0; }
.oefening { text-align: center; font-weight: bold; letter-spacing: .1em; border: 1.5pt solid #000; padding: 2mm; }
h1 { font-size: 16pt; } h2 { font-size: 13pt; break-after: avoid; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; }
th, td { border: .5pt solid #666; padding: 1.5mm 2mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; } .sheet { break-after: page; } .sheet:last-child { break-after: auto; }
.text { white-space: pre-wrap; min-height: 120mm; } .small { color: #444; font-size: 9pt; }
</style></head><body>
)";

constexpr const char* handouts_body = R"({{#sheets}}<section class="sheet">
<p class="oefening">OEFENING OEFENING OEFENING</p>
<h1>{{medium}} van {{from}}</h1>
<p>Aan: {{to}}</p>
<div class="text">{{handout}}</div>
<p class="small">{{title}} · inject {{nr}} · {{at}}</p>
<p class="oefening">OEFENING OEFENING OEFENING</p>
</section>
{{/sheets}}{{^sheets}}<p>Dit scenario heeft geen handouts.</p>
{{/sheets}}</body></html>
)";

constexpr const char* response_body = R"(<p class="oefening">OEFENING OEFENING OEFENING</p>
<h1>Responscel · {{title}}</h1>
{{#roles}}<h2>{{function}}{{#name}} · {{name}}{{/name}}</h2>
<table><thead><tr><th>nr</th><th>tijd</th><th>aan</th><th>kanaal</th><th>alleen</th><th>tekst</th><th>verwachte reactie</th><th>opmerking</th></tr></thead><tbody>
{{#lines}}<tr><td>{{nr}}</td><td>{{at}}</td><td>{{to}}</td><td>{{medium}}</td><td>{{only}}</td><td>{{text}}</td><td>{{expected}}</td><td>{{note}}</td></tr>
{{/lines}}</tbody></table>
{{/roles}}<h2>Feiten: noem ze als iemand ernaar vraagt</h2>
<ul>{{#facts}}<li>{{text}}</li>
{{/facts}}</ul>
<p class="oefening">OEFENING OEFENING OEFENING</p>
</body></html>
)";

/// On what it hangs, in the words of the draaiboek: two lines at one time may exclude each other.
std::string only_when(const Scenario& scenario, const Inject& inject) {
    std::string words;
    const auto add = [&](std::string_view kind, const std::string& what) {
        words += (words.empty() ? "" : "; ") + std::string(kind) + " " + what;
    };
    for (const auto& condition : inject.conditions) {
        const auto found = std::find_if(scenario.expectations.begin(), scenario.expectations.end(),
                                        [&](const auto& one) { return one.id == condition.expectation; });
        add(condition.met ? "als" : "tenzij", found == scenario.expectations.end() || found->text.empty()
                                                  ? condition.expectation
                                                  : found->text);
    }
    if (inject.branch) add("tak", *inject.branch);
    return words;
}

data of_inject(const Scenario& scenario, const Inject& inject) {
    data one;
    one.set("title", scenario.title);
    one.set("nr", inject.nr);
    one.set("at", player::offset_text(inject.at));
    one.set("from", inject.from);
    one.set("to", inject.to);
    one.set("medium", inject.medium);
    one.set("text", inject.text);
    one.set("note", inject.note);
    one.set("handout", inject.handout);
    std::string expected = inject.expected;
    for (const auto& expectation : scenario.expectations)
        if (expectation.after == inject.nr)
            expected += (expected.empty() ? "" : "; ") + words_of(expectation);
    one.set("expected", expected);
    one.set("only", only_when(scenario, inject));
    return one;
}

std::string rendered(const char* body, const data& values) {
    mustache page(std::string(page_head) + body);
    return page.render(values);
}

} // namespace

std::string handouts_html(const Scenario& scenario) {
    list sheets;
    for (const Inject& inject : scenario.injects)
        if (!inject.handout.empty()) sheets.push_back(of_inject(scenario, inject));
    data page;
    page.set("title", scenario.title);
    page.set("sheets", data(sheets));
    return rendered(handouts_body, page);
}

std::string response_cell_html(const Scenario& scenario) {
    list roles;
    for (const auto& role : scenario.roles) {
        list lines;
        for (const Inject& inject : scenario.injects)
            if (inject.from == role.function.value) lines.push_back(of_inject(scenario, inject));
        if (role.played || lines.empty()) continue;
        data one;
        one.set("function", role.function.value);
        if (!role.name.empty() && role.name != role.function.value) one.set("name", role.name);
        one.set("lines", data(lines));
        roles.push_back(one);
    }
    list facts;
    for (const auto& fact : scenario.facts)
        facts.push_back(data("text", fact.text));
    data page;
    page.set("title", scenario.title);
    page.set("roles", data(roles));
    page.set("facts", data(facts));
    return rendered(response_body, page);
}

} // namespace regiekamer::msel
