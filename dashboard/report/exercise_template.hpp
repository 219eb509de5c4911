// The form of the report of an exercise (mustache): one page without anything from elsewhere, for screen and
// A4.
#pragma once

namespace regiekamer::report {

inline constexpr const char* exercise_template = R"PAGE(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{#exercise}}OEFENING · {{/exercise}}{{kind}} · {{title}}</title>
<style>
@page { size: A4; margin: 16mm; }
body { font: 10.5pt/1.4 sans-serif; color: #111; background: #fff; max-width: 190mm; margin: 0 auto; padding: 4mm; }
h1 { font-size: 18pt; margin: 0 0 2mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; }
th, td { border-bottom: .5pt solid #999; padding: 1mm 2mm 1mm 0; text-align: left; vertical-align: top; }
.nb { white-space: nowrap; } td.text { width: 50%; }
tr, .whole { break-inside: avoid; } .small { color: #444; font-size: 9pt; } code { font-size: 8.5pt; word-break: break-all; }
.oefening { text-align: center; font-weight: bold; letter-spacing: .1em; border: 1.5pt solid #000; padding: 1.5mm; }
.bar { position: relative; height: 4mm; background: #eee; min-width: 45mm; } .bar i { display: block; height: 100%; background: #335; }
.bar i.late { background: repeating-linear-gradient(45deg, #933, #933 2px, #fff 2px, #fff 4px); }
.bar b { position: absolute; top: -1mm; width: 0; height: 6mm; border-left: 1.5pt solid #000; }
svg { width: 100%; height: auto; } svg.load { height: 9mm; width: 80mm; } svg text { font: 15px sans-serif; }
</style></head><body>
{{#exercise}}<p class="oefening">OEFENING OEFENING OEFENING</p>{{/exercise}}
<h1>{{title}}</h1>
<p>{{kind}} · {{period}} · {{lasted}} · {{messages}} berichten</p>
{{#open}}<p><strong>Dit incident is nog open: het verslag gaat tot en met het laatste bericht.</strong></p>{{/open}}
{{#closed}}<p>Gesloten: {{closed}}.</p>{{/closed}}
{{#twice}}<p class="small">Het uur van twee tot drie kwam twee keer: zt is zomertijd, wt is wintertijd.</p>{{/twice}}
{{#summary}}<p>{{summary}}</p>{{/summary}}
{{#others}}<p class="small">Dit verslag gaat over één incident. In hetzelfde journaal staan ook: {{others}}.</p>{{/others}}
{{#tally}}<p><strong>{{tally}}.</strong></p>{{/tally}}

<h2>Verloop</h2>
<svg viewBox="0 -10 1000 110" role="img" aria-label="GRIP over de tijd">
<line x1="0" y1="70" x2="1000" y2="70" stroke="#111"/>
{{#steps}}<rect x="{{x}}" y="{{y}}" width="{{w}}" height="{{h}}" fill="#dde" stroke="#335"/><text x="{{tx}}" y="{{ty}}" text-anchor="{{anchor}}">{{words}}</text>
{{/steps}}{{#ticks}}<line x1="{{x}}" y1="72" x2="{{x}}" y2="82" stroke="#555"/>
{{/ticks}}<text x="0" y="97">{{left}}</text><text x="1000" y="97" text-anchor="end">{{right}}</text></svg>
<p class="small">Vlakken: GRIP.{{#exercise}} Streepjes onder de lijn: injects.{{/exercise}}</p>

<h2>Deelnemers en rollen</h2>
{{{roles}}}
{{#told}}<p class="small">Verder sprak het draaiboek namens: {{told}}.</p>{{/told}}
{{#measured}}<h2>Oefendoelen</h2>
<table><thead><tr><th></th><th>doel</th><th>gehaald</th><th></th></tr></thead><tbody>
{{#aims}}<tr><td>{{id}}</td><td class="text">{{text}}</td><td>{{score}}</td><td><div class="bar"><i style="width:{{width}}%"></i></div></td></tr>
{{/aims}}</tbody></table>

<h2>Verwacht en gedaan</h2>
<table><thead><tr><th></th><th>verwacht</th><th>gevraagd</th><th>binnen</th><th>gedaan</th><th>uitkomst</th></tr></thead><tbody>
{{#expectations}}<tr><td>{{mark}}</td><td class="text">{{text}}<br><span class="small">{{by}}{{#aim}} · doel {{aim}}{{/aim}}</span>{{#judged}}<br><em>{{judged}}</em>{{/judged}}</td><td class="nb">{{asked}}{{#after}}<br>inject {{after}}{{/after}}</td><td class="nb">{{within}}</td><td class="nb">{{done}}</td><td class="nb">{{score}}{{#reaction}}<br>na {{reaction}}{{/reaction}}</td></tr>
{{/expectations}}</tbody></table>

<h2>Reactietijden</h2>
<table><tbody>
{{#reactions}}<tr><td class="text">{{what}}<br><span class="small">{{by}}</span></td><td class="nb">{{words}}</td><td><div class="bar"><i {{#late}}class="late" {{/late}}style="width:{{width}}%"></i>{{#limit}}<b style="left:{{limit}}%"></b>{{/limit}}</div></td></tr>
{{/reactions}}{{^reactions}}<tr><td>Niets van wat verwacht werd is gedaan.</td></tr>
{{/reactions}}</tbody></table>
<p class="small">Balk: van de vraag tot het bericht, in oefentijd; gearceerd is te laat. Dwarsstreep: de tijd die ervoor stond. Of de inhoud goed was, beoordeelt een waarnemer.</p>

<h2>Per functie</h2>
{{{functions}}}<p class="small">Wat meer functies samen doen, telt bij niemand apart. Pauzes en tijdsprongen tellen niet mee.</p>

<h2>GRIP tegen het verwachte verloop</h2>
<table><thead><tr><th>verwacht</th><th>door</th><th>uiterlijk</th><th>besloten</th><th></th></tr></thead><tbody>
{{#grip}}<tr><td>{{level}}</td><td>{{by}}</td><td class="nb">{{deadline}}</td><td class="nb">{{done}}</td><td>{{difference}}</td></tr>
{{/grip}}{{^grip}}<tr><td>Dit draaiboek verwacht geen GRIP-besluit.</td></tr>
{{/grip}}</tbody></table>

<h2>Ongevraagd</h2>
<p class="small">Wat spelers deden zonder dat het draaiboek het verwachtte.</p>
<table><tbody>
{{#unasked}}<tr><td>{{sequence}}</td><td class="nb">{{at}}</td><td>{{who}}</td><td class="text">{{text}}</td></tr>
{{/unasked}}{{^unasked}}<tr><td>Niets.</td></tr>
{{/unasked}}</tbody></table>
{{/measured}}
{{#worked}}<h2>Werkdruk</h2>
<table><thead><tr><th>functie</th><th>open acties{{#exercise}}, daarboven ongelezen injects{{/exercise}}</th><th>meeste</th><th>om</th></tr></thead><tbody>
{{#workload}}<tr><td>{{function}}</td><td><svg class="load" viewBox="0 0 294 36" preserveAspectRatio="none" role="img" aria-label="werkdruk van {{function}}">{{#bars}}<rect x="{{x}}" y="{{oy}}" width="5" height="{{oh}}" fill="#557"/><rect x="{{x}}" y="{{uy}}" width="5" height="{{uh}}" fill="#fff" stroke="#557"/>{{/bars}}</svg></td><td>{{most}}</td><td class="nb">{{when}}</td></tr>
{{/workload}}</tbody></table>
{{/worked}}
<h2>Opkomst</h2>
{{{attendance}}}{{#jumped}}<p class="small">In oefentijd; tijdsprongen tellen niet mee.</p>
{{/jumped}}<h2>Normen voor inwoners</h2>
{{{public}}}<h2>Besluiten</h2>
{{{decisions}}}{{#exercise}}
<h2>Injects</h2>
{{{injects}}}
<h2>Sturing</h2>
{{{steering}}}
<h2>Waarnemingen</h2>
<table><tbody>
{{#observations}}<tr><td class="nb">{{at}}</td><td>{{who}}</td><td>{{aim}}</td><td>{{mark}}</td><td>{{text}}</td></tr>
{{/observations}}{{^observations}}<tr><td>Geen waarnemingen vastgelegd.</td></tr>
{{/observations}}</tbody></table>
{{/exercise}}
<h2>Overleggen</h2>
{{{meetings}}}
<h2>Acties</h2>
{{{actions}}}
<h2>Logboek</h2>
<p class="small">Zonder meetwaarden en techniek; die staan in het journaal.</p>
<table><tbody>
{{#lines}}<tr><td>{{sequence}}</td><td class="nb">{{at}}</td><td>{{who}}</td><td class="text">{{text}}</td></tr>
{{/lines}}</tbody></table>

<section class="whole"><h2>Hoe u dit controleert</h2>
<p>Dit verslag komt uit journaal {{journal}}. Het journaal klopt als deze opdracht dat zegt:</p>
<p><code>regiekamerctl journal verify {{file}} --head {{head}}</code></p>
{{#exercise}}<p class="oefening">OEFENING OEFENING OEFENING</p>{{/exercise}}
</section></body></html>
)PAGE";

} // namespace regiekamer::report
