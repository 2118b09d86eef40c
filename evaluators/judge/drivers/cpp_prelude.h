// The standard headers that a solution has without asking; compiled once into a precompiled header.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cassert>
#include <cctype>
#include <climits>
#include <cmath>
#include <compare>
#include <concepts>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <forward_list>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <numbers>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "cpp_driver.h"

// g++ keeps every function template that a header uses as pending, and instantiates it again in
// each program; what a constant expression has used is instantiated here, once, and rests in the
// precompiled header. Strings are most of it: their literals and numbers are used by <string>
// itself. (clang++ does so by -fpch-instantiate-templates.)
#ifndef __clang__
namespace onsite::precompiled {

using namespace std::string_literals;
using namespace std::string_view_literals;

template <class Char>
constexpr bool Use(const Char* text, std::size_t size) {
  std::basic_string<Char> a(text, size);
  std::basic_string<Char> b(text, text + size);
  std::basic_string<Char> c(size, Char(65));
  const std::basic_string<Char> d(a);
  a.append(text);
  a.insert(0, text);
  a.erase(1, 2);
  a.resize(size);
  a.reserve(2 * size);
  a.push_back(Char(66));
  b += a;
  b += Char(67);
  c = b;
  b = std::move(a);
  const std::basic_string_view<Char> view = c;
  return b < c && b != d && c[0] != d[1] && view.find(text) < size;
}

#define ONSITE_USE(prefix)                                                          \
  Use(prefix##"longer than the short string within", 35) || prefix##"a"s.empty() || \
      prefix##"a"sv.empty()
static_assert(ONSITE_USE() || ONSITE_USE(L) || ONSITE_USE(u8) || ONSITE_USE(u) || ONSITE_USE(U) ||
              true);
#undef ONSITE_USE

}  // namespace onsite::precompiled
#endif
