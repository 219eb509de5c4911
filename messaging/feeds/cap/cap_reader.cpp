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

    Became take(std::string_view piece, Instant arrival) {
        Became became;
        arrival_ = arrival;
        const auto start = piece.find_first_not_of("\xEF\xBB\xBF \t\r\n");
        const bool json = start != std::string_view::npos && (piece[start] == '{' || piece[start] == '[');
        if (json)
            take_json(piece, became);
        else
            take_xml(piece, became);
        return became;
    }

    void recall(const Message& said) {
        const auto* warning = std::get_if<WarningReceived>(&said.body);
        if (warning == nullptr) return;
        recalled_ = true;
        said_.news(said.id, content_of(*warning));
    }

private:
    void take_xml(std::string_view piece, Became& became) {
        const auto tree = read_xml(piece);
        if (!tree) return became.aside.push_back(set_aside(tree.error(), piece));
        const auto found = find_alerts(**tree);
        if (!found) return became.aside.push_back(set_aside(found.error(), piece));
        for (const auto& element : found->look_alikes)
            refuse_look_alike(element, became);
        std::vector<std::string> alone; // filled when the first is asked for
        for (std::size_t place = 0; place < found->alerts.size(); ++place) {
            const auto& element = found->alerts[place];
            const auto alert = read_alert(element);
            if (!alert) {
                became.aside.push_back(set_aside(alert.error(), text_of(element.first_child())));
                continue;
            }
            take_alert(*alert, became, [&] {
                if (!alert->has_signature || config_.certificates.empty()) return Signature::not_checked;
                if (found->alone) return check_signature(piece, config_.certificates);
                if (alone.empty()) alone = alerts_alone(piece);
                return place < alone.size() ? check_signature(alone[place], config_.certificates)
                                            : Signature::not_valid;
            });
        }
    }

    /// Once: a list is read again and again.
    void refuse_look_alike(const pugi::xml_node& element, Became& became) {
        constexpr std::size_t asides_max = 100;
        const std::string sample = std::string(namespace_of(element)) + " " + text_of(element.first_child());
        if (became.aside.size() < asides_max && otherwise_.news(id_of({"look-alike", sample}), ""))
            became.aside.push_back(set_aside("an alert in another namespace than CAP's", sample));
    }

    void take_json(std::string_view piece, Became& became) {
        const auto found = find_json_alerts(piece);
        if (!found) return became.aside.push_back(set_aside(found.error(), piece));
        for (const auto& value : *found) {
            const auto alert = read_json_alert(value);
            if (alert)
                take_alert(*alert, became, [] { return Signature::not_checked; });
            else
                became.aside.push_back(set_aside(alert.error(), boost::json::serialize(value)));
        }
    }

    /// What is compared with what was said: whether it could be checked then does not count.
    static std::string content_of(WarningReceived warning) {
        warning.signature.reset();
        return id_of({codec::encode_body(warning)});
    }
    /// As journals have it from before details were kept.
    static std::string content_without_details(WarningReceived warning) {
        warning.details.reset();
        for (auto& area : warning.areas)
            area.altitude = area.ceiling = std::nullopt;
        return content_of(std::move(warning));
    }

    /// `signature` is asked of what is news only: it costs more than all the rest.
    template <class Check>
    void take_alert(const CapAlert& alert, Became& became, Check&& signature) {
        const std::string sample =
            alert.sender.value_or("") + "," + alert.identifier.value_or("") + "," + alert.sent.value_or("");
        auto warning = warning_of(alert, config_, mode_, became);
        if (warning) name_senders(*warning);
        if (warning && !fit(*warning, became))
            warning = tl::unexpected<std::string>("larger than one message may be");
        if (!warning) return became.aside.push_back(set_aside(warning.error(), sample));
        // An exercise has a clock of its own.
        if (mode_ == Mode::actual && warning->sent > arrival_ + fast_clock)
            return set_aside_future(became, sample, warning->sent - fast_clock);
        if (takes_back_anothers(*warning)) {
            if (otherwise_.news(id_of({"another's", sample}), ""))
                became.aside.push_back(set_aside("a Cancel of what another sender said", sample));
            return;
        }
        const Concern concern = concern_of(*warning);
        if (concern != Concern::ours) left_out_.news(warning->sender + "," + warning->identifier, "");
        if (concern == Concern::others) return remark(became, "alerts for other areas only, left out");
        if (concern == Concern::ends_ours && warning->msg_type == "Update") {
            remark(became, "an Update for other areas only: here it takes back what it names");
            warning->msg_type = "Cancel";
        }
        const std::string id = id_of({"cap", warning->sender, warning->identifier, to_text(warning->sent)});
        std::string content = content_of(*warning);
        if (const auto* before = said_.find(id)) {
            // Told once for each thing that it says otherwise.
            const bool other = *before != content && *before != content_without_details(*warning);
            if (other && otherwise_.news(id, std::move(content)))
                became.aside.push_back(set_aside("the same identifier and sent, and other contents", sample));
            return;
        }
        const Signature made = signature();
        if (made == Signature::not_valid || made == Signature::unknown_signer) {
            // Whoever mends the certificates has it offered again.
            if (otherwise_.news(id, std::move(content)))
                became.aside.push_back(set_aside(made == Signature::not_valid
                                                     ? "it is not as it was signed"
                                                     : "its signature is of no configured certificate",
                                                 sample));
            return;
        }
        warning->signature =
            made == Signature::valid ? SignatureCheck::geldig : SignatureCheck::niet_gecontroleerd;
        said_.news(id, std::move(content));
        const Instant sent = warning->sent;
        became.said.push_back({std::move(*warning), id, sent});
    }

    /// One sender with several addresses is known by one of them, also in what is referred to.
    void name_senders(WarningReceived& warning) const {
        const auto& known = config_.same_sender;
        if (const auto found = known.find(warning.sender); found != known.end())
            warning.sender = found->second;
        for (auto& reference : warning.references) {
            const auto end = std::min(reference.find(','), reference.size());
            if (const auto found = known.find(reference.substr(0, end)); found != known.end())
                reference.replace(0, end, found->second);
        }
    }

    /// Who sent an alert takes it back, and nobody else. An Update by another is an alert of its own.
    static bool takes_back_anothers(const WarningReceived& warning) {
        return warning.msg_type == "Cancel" && !warning.references.empty() && !names_own(warning);
    }
    static bool names_own(const WarningReceived& warning) {
        return std::any_of(warning.references.begin(), warning.references.end(),
                           [&](const std::string& reference) {
                               return reference.substr(0, reference.find(',')) == warning.sender;
                           });
    }

    /// Whom a warning is for, by the codes of its areas.
    enum class Concern {
        ours,
        ends_ours, ///< an Update for others of what was ours: here it takes that back
        others
    };
    [[nodiscard]] Concern concern_of(const WarningReceived& warning) const {
        if (config_.geocodes.empty() || !names_others_only(warning)) return Concern::ours;
        if (warning.msg_type == "Alert") return Concern::others;
        const bool ended_before = !warning.references.empty() &&
                                  std::all_of(warning.references.begin(), warning.references.end(),
                                              [&](const auto& reference) { return is_of_others(reference); });
        if (ended_before) return Concern::others;
        if (warning.areas.empty()) return Concern::ours;
        return warning.msg_type == "Update" && !names_own(warning) ? Concern::others : Concern::ends_ours;
    }

    [[nodiscard]] bool names_others_only(const WarningReceived& warning) const {
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
        return warning.areas.empty() ? warning.msg_type != "Alert" : coded;
    }

    /// After a restart the journal tells what was ours; what stands not there was not.
    [[nodiscard]] bool is_of_others(const std::string& reference) const {
        const auto end = reference.rfind(','), middle = reference.find(',');
        if (left_out_.find(reference.substr(0, end)) != nullptr) return true;
        if (!recalled_ || middle == end || end == std::string::npos) return false;
        const auto sent = read_instant(std::string_view(reference).substr(end + 1));
        return sent &&
               said_.find(id_of({"cap", reference.substr(0, middle),
                                 reference.substr(middle + 1, end - middle - 1), to_text(*sent)})) == nullptr;
    }

    CapConfig config_;
    Mode mode_;
    bool recalled_ = false;
    Instant arrival_;
    Memory said_{remembered}, otherwise_{remembered}, left_out_{remembered};
};

} // namespace

Reader cap_reader(CapConfig config, Mode mode) {
    const auto reading = std::make_shared<CapReading>(std::move(config), mode);
    return guarded(
        {[reading](std::string_view piece, Instant arrival) { return reading->take(piece, arrival); },
         [reading](const Message& said) { reading->recall(said); }});
}

} // namespace regiekamer::feeds
