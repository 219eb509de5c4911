// From document to alerts, and which of them are news here.
#include "messaging/feeds/cap/cap_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_json.hpp"
#include "messaging/feeds/cap/cap_warning.hpp"
#include "messaging/feeds/cap/cap_xml.hpp"
#include "messaging/feeds/cap/signature.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/reading.hpp"

#include <algorithm>
#include <memory>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t remembered = 20'000; // a busy country: some hundred alerts a day

class CapReading {
public:
    CapReading(CapConfig config, Mode mode) : config_(std::move(config)), mode_(mode) {}

    Became take(std::string_view piece) {
        Became became;
        const auto start = piece.find_first_not_of("\xEF\xBB\xBF \t\r\n");
        const bool json = start != std::string_view::npos && (piece[start] == '{' || piece[start] == '[');
        if (json)
            take_json(piece, became);
        else
            take_xml(piece, became);
        return became;
    }

private:
    void take_xml(std::string_view piece, Became& became) {
        const auto tree = read_xml(piece);
        if (!tree) return became.aside.push_back(set_aside(tree.error(), piece));
        const auto found = find_alerts(**tree);
        if (!found) return became.aside.push_back(set_aside(found.error(), piece));
        if (found->look_alikes > 0) remark(became, "an alert in another namespace than CAP's");
        for (const auto& element : found->alerts) {
            const auto alert = read_alert(element);
            if (!alert) {
                became.aside.push_back(set_aside(alert.error(), text_of(element.first_child())));
                continue;
            }
            if (take_alert(*alert, became) && alert->has_signature)
                remark(became, signature_remark(piece, found->alone));
        }
    }

    void take_json(std::string_view piece, Became& became) {
        const auto found = find_json_alerts(piece);
        if (!found) return became.aside.push_back(set_aside(found.error(), piece));
        for (const auto& value : *found) {
            const auto alert = read_json_alert(value);
            if (alert)
                take_alert(*alert, became);
            else
                became.aside.push_back(set_aside(alert.error(), boost::json::serialize(value)));
        }
    }

    /// An alert inside something else was signed before it came there.
    std::string signature_remark(std::string_view piece, bool alone) const {
        switch (alone ? check_signature(piece, config_.certificates) : Signature::not_checked) {
        case Signature::valid:
            return "signature valid";
        case Signature::not_valid:
            return "signature not valid";
        case Signature::not_checked:
            break;
        }
        return "signature not checked";
    }

    /// Whether it was said.
    bool take_alert(const CapAlert& alert, Became& became) {
        const std::string sample =
            alert.sender.value_or("") + "," + alert.identifier.value_or("") + "," + alert.sent.value_or("");
        auto warning = warning_of(alert, config_, mode_, became);
        if (warning && !fit(*warning, became))
            warning = tl::unexpected<std::string>("larger than one message may be");
        if (!warning) return became.aside.push_back(set_aside(warning.error(), sample)), false;
        if (for_others(*warning)) {
            left_out_.news(warning->sender + "," + warning->identifier, "");
            remark(became, "alerts for other areas only, left out");
            return false;
        }
        const std::string id = id_of({"cap", warning->sender, warning->identifier, to_text(warning->sent)});
        std::string content = id_of({codec::encode_body(*warning)});
        if (const auto* before = said_.find(id)) {
            if (*before == content) return false;
            // Told once for each thing that it says otherwise.
            if (otherwise_.news(id, std::move(content)))
                became.aside.push_back(set_aside("the same identifier and sent, and other contents", sample));
            return false;
        }
        said_.news(id, std::move(content));
        const Instant sent = warning->sent;
        became.said.push_back({std::move(*warning), id, sent});
        return true;
    }

    /// An Update or Cancel also ends what was said before; it is for others when that was left out too.
    [[nodiscard]] bool for_others(const WarningReceived& warning) const {
        if (config_.geocodes.empty()) return false;
        bool coded = false;
        for (const auto& area : warning.areas) {
            if (area.geocodes.empty()) return false; // a shape only: who knows
            for (const auto& code : area.geocodes) {
                const auto name = code.substr(0, code.find('=') + 1);
                for (const auto& own : config_.geocodes) {
                    if (own == code) return false;
                    coded = coded || own.starts_with(name);
                }
            }
        }
        if (warning.areas.empty() ? warning.msg_type == "Alert" : !coded) return false;
        if (warning.msg_type == "Alert") return true;
        return !warning.references.empty() &&
               std::all_of(warning.references.begin(), warning.references.end(), [&](const auto& reference) {
                   return left_out_.find(reference.substr(0, reference.rfind(','))) != nullptr;
               });
    }

    CapConfig config_;
    Mode mode_;
    Memory said_{remembered}, otherwise_{remembered}, left_out_{remembered};
};

} // namespace

Reader cap_reader(CapConfig config, Mode mode) {
    return guarded([reading = std::make_shared<CapReading>(std::move(config), mode)](
                       std::string_view piece, Instant) { return reading->take(piece); });
}

} // namespace regiekamer::feeds
