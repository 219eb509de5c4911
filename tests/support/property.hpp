// RapidCheck inside Catch2. The packaged rapidcheck/catch.h includes the v2 header, so the two lines of glue
// are ours and work with both versions.
#pragma once

#include "tests/support/catch.hpp"

#include <rapidcheck.h>
#include <sstream>
#include <string>

/// Runs a RapidCheck property as one assertion of the surrounding test case; a failure prints the
/// counterexample and the seed. RC_ASSERT evaluates both sides of && and || (it overloads them): what guards
/// its right side needs parentheses of its own, RC_ASSERT((pointer && pointer->good)).
template <class Testable>
void holds(const std::string& law, Testable&& testable) {
    const auto result = rc::detail::checkTestable(std::forward<Testable>(testable));
    std::ostringstream report;
    rc::detail::printResultMessage(result, report);
    INFO(law << "\n" << report.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}
