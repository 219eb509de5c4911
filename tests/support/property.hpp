// Laws that must hold for whatever is drawn: RapidCheck, which only property.cpp reads. Its templates were
// two fifths of the code in the tests that used it, and most of the time it took to compile them.
#pragma once

#include "tests/support/catch.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Runs a property a hundred times, as one assertion of the surrounding test case; a failure prints the law,
/// the drawn values of the smallest counterexample, and the seed.
void holds(const std::string& law, const std::function<void()>& property);

/// In a property: ends this case as a counterexample unless `so`; `what` tells what was expected.
void must(bool so, std::string_view what, std::source_location where = std::source_location::current());
#define MUST(...) must(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__)

// What follows draws a value, in a property only. Small values and short lists come first and are what a
// counterexample shrinks to.

bool any_bool();
/// Of all 32 bits; half of the cases have few of them.
std::uint32_t any_natural();
/// For a random generator of one's own.
std::uint64_t any_seed();
char any_byte();
/// From `low` until below `high`.
std::int64_t any_between_64(std::int64_t low, std::int64_t high);
template <class Number>
Number any_between(Number low, Number high) {
    return static_cast<Number>(
        any_between_64(static_cast<std::int64_t>(low), static_cast<std::int64_t>(high)));
}

/// Letters and other characters, no U+0000.
std::string any_text();
std::string any_bytes();
std::string any_bytes_of(const std::string& alphabet);
std::vector<int> any_numbers();
/// Each from `low` until below `high`.
std::vector<int> any_numbers(int low, int high);
/// Naturals of 16 bits, of which the small come often and so twice, each with any number.
std::vector<std::pair<std::uint16_t, int>> any_pairs();
/// Each from 0 until below these.
std::vector<std::pair<int, int>> any_pairs(int first_below, int second_below);

/// One of these; a counterexample shows its index.
template <class T>
T any_of(const std::vector<T>& these) {
    return these[any_between<std::size_t>(0, these.size())];
}
template <class T>
T any_of(std::initializer_list<T> these) {
    return these.begin()[any_between<std::size_t>(0, these.size())];
}
