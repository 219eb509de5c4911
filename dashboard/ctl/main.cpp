// regiekamerctl: everything that can be done without a window, for scripts and for who repairs at night.
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/misuse.hpp"

#include <iostream>

using namespace regiekamer;

int main(int count, char** arguments) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    ctl::outlive_readers();
    CLI::App app("Examples:\n"
                 "  regiekamerctl hub --mode exercise --journal oefening.journal\n"
                 "  regiekamerctl publish --connect tcp://127.0.0.1:11210 events.jsonl\n"
                 "  regiekamerctl journal verify oefening.journal\n"
                 "  regiekamerctl picture --journal oefening.journal --at T+16:00\n",
                 "regiekamerctl");
    app.set_version_flag("--version", std::string("regiekamerctl ") + REGIEKAMER_VERSION);
    app.require_subcommand(1);
    int exit_code = ctl::Exit::done;
    ctl::add_hub(app, exit_code);
    ctl::add_publish(app, exit_code);
    ctl::add_tail(app, exit_code);
    ctl::add_picture(app, exit_code);
    ctl::add_sitrep(app, exit_code);
    ctl::add_journal(app, exit_code);
    ctl::add_import(app, exit_code);
    ctl::add_roster(app, exit_code);
    ctl::add_export(app, exit_code);
    ctl::add_report(app, exit_code);
    ctl::add_compare(app, exit_code);
    ctl::add_schema(app, exit_code);
    ctl::add_scenario(app, exit_code);
    ctl::add_feed(app, exit_code);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        // CLI11 has exit codes and words of its own; of its codes only that of help and version is ours
        if (error.get_exit_code() == 0) {
            app.exit(error);
        } else {
            ctl::complain(typed::misuse(app, {arguments + 1, arguments + count}, error));
            exit_code = ctl::Exit::wrong_use;
        }
    } catch (const std::exception& error) {
        std::cerr << "regiekamerctl: " << error.what() << '\n';
        return ctl::Exit::failed;
    }
    if (std::cout.flush() || ctl::reader_gone()) return exit_code;
    std::cerr
        << "regiekamerctl: standard output could not be written (a full disk?): the answer is not whole\n";
    return exit_code == ctl::Exit::done ? ctl::Exit::failed : exit_code;
}
