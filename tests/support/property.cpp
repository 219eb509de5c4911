// The packaged rapidcheck/catch.h includes Catch2's v2 header, so the two lines of glue are ours and work
// with both versions.
#include "tests/support/property.hpp"

#include <rapidcheck.h>
#include <sstream>

void holds(const std::string& law, const std::function<void()>& property) {
    const auto result = rc::detail::checkTestable([&] { property(); });
    std::ostringstream report;
    rc::detail::printResultMessage(result, report);
    INFO(law << "\n" << report.str());
    CHECK(result.is<rc::detail::SuccessResult>());
}

void must(bool so, std::string_view what, std::source_location where) {
    if (so) return;
    std::ostringstream told;
    told << where.file_name() << ":" << where.line() << ": not so:\n" << what;
    throw rc::detail::CaseResult(rc::detail::CaseResult::Type::Failure, told.str());
}

bool any_bool() {
    return *rc::gen::arbitrary<bool>();
}
std::uint32_t any_natural() {
    return *rc::gen::arbitrary<std::uint32_t>();
}
std::uint64_t any_seed() {
    return *rc::gen::arbitrary<std::uint64_t>();
}
char any_byte() {
    return *rc::gen::arbitrary<char>();
}
std::int64_t any_between_64(std::int64_t low, std::int64_t high) {
    return *rc::gen::inRange(low, high);
}

std::string any_text() {
    return *rc::gen::arbitrary<std::string>();
}
std::string any_bytes() {
    return *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
}
std::string any_bytes_of(const std::string& alphabet) {
    return *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
}
std::vector<int> any_numbers() {
    return *rc::gen::arbitrary<std::vector<int>>();
}
std::vector<int> any_numbers(int low, int high) {
    return *rc::gen::container<std::vector<int>>(rc::gen::inRange(low, high));
}
std::vector<std::pair<std::uint16_t, int>> any_pairs() {
    return *rc::gen::arbitrary<std::vector<std::pair<std::uint16_t, int>>>();
}
std::vector<std::pair<int, int>> any_pairs(int first_below, int second_below) {
    return *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, first_below), rc::gen::inRange(0, second_below)));
}
