// The words are walked again, since CLI11's error does not tell which of them it came from.
#include "dashboard/typed/misuse.hpp"

#include "messaging/tables/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>

namespace regiekamer::typed {
namespace {

std::vector<std::string> verbs_of(CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* verb : app.get_subcommands([](CLI::App*) { return true; }))
        if (!verb->get_name().empty())
            names.push_back(verb->get_name()); // an option group has no name of its own
    return names;
}

/// With the groups of options that are inside it.
void add_options(CLI::App& app, std::vector<std::string>& names) {
    for (const auto* option : app.get_options([](CLI::Option*) { return true; }))
        for (const auto& name : option->get_lnames())
            names.push_back("--" + name);
    for (auto* group : app.get_subcommands([](CLI::App*) { return true; }))
        if (group->get_name().empty()) add_options(*group, names);
}

std::string meant(const std::string& word, const std::vector<std::string>& known) {
    const auto nearest = tables::nearest(word, known);
    return nearest.empty() ? std::string() : fmt::format(": did you mean {}?", nearest);
}

std::string unknown_verb(CLI::App& app, const std::string& word) {
    const auto known = verbs_of(app);
    const auto near = meant(word, known);
    const char* what = word.starts_with('-') ? "option" : "verb";
    return fmt::format("\"{}\" is no {} of {}{}", word, what, app.get_name(),
                       near.empty() || word.starts_with('-')
                           ? fmt::format(": say one of {}", fmt::join(known, ", "))
                           : near);
}

/// The first word that begins as an option and is none.
std::optional<std::string> unknown_option(CLI::App& verb, std::span<char* const> words) {
    std::vector<std::string> known;
    add_options(verb, known);
    for (const std::string word : words) {
        if (word == "--") break;
        const auto name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::find(known.begin(), known.end(), name) != known.end()) continue;
        return fmt::format("{} is no option of {}{}", name, verb.get_name(), meant(name, known));
    }
    return std::nullopt;
}

/// "…[--connect,--journal]…" -> "--connect or --journal"
std::string alternatives(const std::string& text) {
    const auto open = text.find('['), close = text.find(']');
    if (open == std::string::npos || close == std::string::npos) return text;
    std::string words = text.substr(open + 1, close - open - 1);
    for (auto at = words.find(','); at != std::string::npos; at = words.find(','))
        words.replace(at, 1, " or ");
    return words;
}

std::string missing(CLI::App& verb, const std::string& text) {
    if (text.starts_with("Exactly 1 option"))
        return text.ends_with("given") ? fmt::format("say only one: {}", alternatives(text))
                                       : fmt::format("say {}", alternatives(text));
    const auto name = text.substr(0, text.find(' '));
    const auto* option = verb.get_option_no_throw(name);
    return option == nullptr ? text : fmt::format("{} is missing: {}", name, option->get_description());
}

/// "--incident: 1 required TEXT missing"
std::string without_value(CLI::App& verb, const std::string& text) {
    const auto name = text.substr(0, text.find(':'));
    const auto* option = verb.get_option_no_throw(name);
    if (option == nullptr || text.find("missing") == std::string::npos) return text;
    return fmt::format("{} has nothing behind it: {}", name, option->get_description());
}

std::string in_words(CLI::App& verb, std::span<char* const> words, const CLI::ParseError& error) {
    if (const auto unknown = unknown_option(verb, words)) return *unknown;
    std::string text = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return missing(verb, text);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return without_value(verb, text);
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        const auto between = text.find(" excludes ");
        if (between != std::string::npos)
            return fmt::format("say only one: {} or {}", text.substr(0, between), text.substr(between + 10));
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        const auto colon = text.find(": ");
        return fmt::format("{} takes no more words, and there is \"{}\"", verb.get_name(),
                           colon == std::string::npos ? text : text.substr(colon + 2));
    }
    return text;
}

} // namespace

std::string misuse(CLI::App& app, std::span<char* const> arguments, const CLI::ParseError& error) {
    CLI::App* verb = &app;
    std::string path = app.get_name();
    while (verb->get_require_subcommand_min() > 0) {
        const auto known = verbs_of(*verb);
        const auto help = fmt::format(" ({} --help tells more)", path);
        if (arguments.empty()) return fmt::format("{} needs one of {}{}", path, fmt::join(known, ", "), help);
        const std::string word = arguments.front();
        if (std::find(known.begin(), known.end(), word) == known.end())
            return unknown_verb(*verb, word) + help;
        verb = verb->get_subcommand(word);
        path += ' ' + word;
        arguments = arguments.subspan(1);
    }
    return fmt::format("{} ({} --help tells more)", in_words(*verb, arguments, error), path);
}

} // namespace regiekamer::typed
