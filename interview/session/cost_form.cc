// A parser of sums of products; a product is the powers of its factors.
#include "interview/session/cost_form.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace interview {
namespace {

// Factor -> power. Factors are sizes ("n"), logarithms ("log(n)"), factorials ("n!") and powers
// with a size in the exponent ("2^n"). Empty: a constant.
using Product = std::map<std::string, double>;
using Sum = std::vector<Product>;

constexpr int kDeepest = 8;  // parentheses within parentheses
constexpr std::size_t kMostTerms = 64;

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::string ReplaceAll(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string WithPower(const std::string& factor, double power) {
  if (power == 1) return factor;
  if (power == 0.5) return "sqrt(" + factor + ")";
  const bool whole = power == static_cast<double>(static_cast<int>(power));
  return factor + "^" + (whole ? std::to_string(static_cast<int>(power)) : std::to_string(power));
}

std::string Print(const Product& product) {
  std::string out;
  for (const auto& [factor, power] : product) {
    out += (out.empty() ? "" : "*") + WithPower(factor, power);
  }
  return out.empty() ? "1" : out;
}

std::string Print(const Sum& sum) {
  std::set<std::string> terms;
  for (const Product& product : sum) terms.insert(Print(product));
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : "+") + term;
  return out;
}

bool IsLogOf(const std::string& factor, const std::string& size) {
  return factor == "log(" + size + ")";
}

// `small` grows no faster than `large`: each of its factors is in `large`, at least as often, or is
// the logarithm of a size of which `large` has more.
bool IsDominated(const Product& small, const Product& large) {
  const auto power_of = [](const Product& product, const std::string& factor) {
    const auto found = product.find(factor);
    return found == product.end() ? 0.0 : found->second;
  };
  return std::all_of(small.begin(), small.end(), [&](const auto& entry) {
    const auto& [factor, power] = entry;
    if (power_of(large, factor) >= power) return true;
    return std::any_of(large.begin(), large.end(), [&](const auto& other) {
      return IsLogOf(factor, other.first) && other.second > power_of(small, other.first);
    });
  });
}

Sum WithoutDominated(const Sum& sum) {
  Sum kept;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    bool dominated = false;
    for (std::size_t j = 0; j < sum.size() && !dominated; ++j) {
      const bool equal = sum[i] == sum[j];
      dominated = i != j && IsDominated(sum[i], sum[j]) && (!equal || j < i);
    }
    if (!dominated) kept.push_back(sum[i]);
  }
  return kept;
}

Product Times(Product a, const Product& b) {
  for (const auto& [factor, power] : b) a[factor] += power;
  return a;
}

class Parser {
 public:
  explicit Parser(std::string text) : text_(std::move(text)) {}

  std::optional<Sum> ParseAll() {
    std::optional<Sum> sum = ParseSum();
    Skip();
    if (!sum || at_ != text_.size()) return std::nullopt;
    return sum;
  }

 private:
  void Skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  char Peek() {
    Skip();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }

  std::optional<Sum> ParseSum() {
    if (++depth_ > kDeepest) return std::nullopt;
    Sum sum;
    do {
      const auto products = ParseProduct();
      if (!products) return std::nullopt;
      sum.insert(sum.end(), products->begin(), products->end());
    } while (Take('+') || Take('-'));
    --depth_;
    return WithoutDominated(sum);
  }

  // Factors side by side or with a sign between; sums in parentheses are multiplied out.
  std::optional<Sum> ParseProduct() {
    Sum product = {{}};
    bool any = false;
    while (true) {
      const bool sign = any && Take('*');
      const char next = Peek();
      if (!IsLetter(next) && !IsDigit(next) && next != '(') {
        return any && !sign ? std::optional(product) : std::nullopt;
      }
      const auto factor = ParseFactor();
      if (!factor) return std::nullopt;
      Sum multiplied;
      for (const Product& a : product) {
        for (const Product& b : *factor) multiplied.push_back(Times(a, b));
      }
      if (multiplied.size() > kMostTerms) return std::nullopt;
      product = std::move(multiplied);
      any = true;
    }
  }

  std::optional<Sum> ParseFactor() {
    std::optional<Sum> base = ParseBase();
    if (!base) return std::nullopt;
    if (Take('!')) base = Sum{{{"(" + Print(*base) + ")!", 1}}};
    if (!Take('^')) return base;
    const bool number = last_number_.has_value();
    const double base_number = last_number_.value_or(0);
    const auto exponent = ParseBase();
    if (!exponent) return std::nullopt;
    const bool constant = exponent->size() == 1 && exponent->front().empty();
    if (constant) {
      if (!last_number_ || base->size() != 1) return std::nullopt;
      Product raised = base->front();
      for (auto& [factor, power] : raised) power *= *last_number_;
      return Sum{raised};
    }
    const std::string shown =
        number ? std::to_string(static_cast<int>(base_number)) : "(" + Print(*base) + ")";
    return Sum{{{shown + "^(" + Print(*exponent) + ")", 1}}};
  }

  // A number, a size, sizes side by side, a logarithm, a root, or something in parentheses.
  std::optional<Sum> ParseBase() {
    last_number_.reset();
    if (Take('(')) {
      const auto inner = ParseSum();
      if (!inner || !Take(')')) return std::nullopt;
      last_number_.reset();
      return inner;
    }
    if (IsDigit(Peek())) return ParseNumber();
    if (!IsLetter(Peek())) return std::nullopt;
    std::string name;
    while (at_ < text_.size() && (IsLetter(text_[at_]) || text_[at_] == '_')) name += text_[at_++];
    if (name == "log" || name == "lg" || name == "ln") return ParseLogarithm();
    if (name == "sqrt") {
      auto inner = ParseBase();
      if (!inner || inner->size() != 1) return std::nullopt;
      for (auto& [factor, power] : inner->front()) power *= 0.5;
      return inner;
    }
    if (name == "min" || name == "max") return ParseChoice(name);
    if (name.size() == 2) return Sum{Times({{name.substr(0, 1), 1}}, {{name.substr(1), 1}})};
    return Sum{{{name, 1}}};
  }

  std::optional<Sum> ParseNumber() {
    std::string digits;
    while (at_ < text_.size() && (IsDigit(text_[at_]) || text_[at_] == '.')) digits += text_[at_++];
    if (digits.size() > 9) return std::nullopt;
    last_number_ = std::stod(digits);
    return Sum{{}};
  }

  // "log n", "log2(n)", "log^2 n".
  std::optional<Sum> ParseLogarithm() {
    double power = 1;
    if (Take('_') || IsDigit(Peek())) ParseNumber();
    if (Take('^')) {
      if (!IsDigit(Peek()) || !ParseNumber()) return std::nullopt;
      power = *last_number_;
    }
    const auto inner = ParseBase();
    if (!inner) return std::nullopt;
    last_number_.reset();
    if (inner->size() == 1 && inner->front().empty()) return Sum{{}};
    // log(n^2) is log(n).
    Product of = inner->front();
    if (inner->size() == 1 && of.size() == 1) of.begin()->second = 1;
    const std::string name = inner->size() == 1 ? Print(of) : Print(*inner);
    return Sum{{{"log(" + name + ")", power}}};
  }

  std::optional<Sum> ParseChoice(const std::string& name) {
    if (!Take('(')) return std::nullopt;
    std::set<std::string> of;
    do {
      const auto inner = ParseSum();
      if (!inner) return std::nullopt;
      of.insert(Print(*inner));
    } while (Take(','));
    if (!Take(')')) return std::nullopt;
    std::string shown = name + "(";
    for (const std::string& one : of) shown += (shown.back() == '(' ? "" : ",") + one;
    return Sum{{{shown + ")", 1}}};
  }

  std::string text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<double> last_number_;  // where the last base was a plain number
};

// What stands in the parentheses of "O(…)", "Θ(…)" or "Ω(…)"; all of it where there are none.
std::optional<std::string_view> Inside(std::string_view cost) {
  std::size_t open = std::string_view::npos;
  for (const std::string_view sign : {"O(", "o(", "Θ(", "θ(", "Ω(", "O (", "Θ ("}) {
    const std::size_t at = cost.find(sign);
    const bool starts_word = at == 0 || (at != std::string_view::npos && !IsLetter(cost[at - 1]));
    if (starts_word && at != std::string_view::npos) open = std::min(open, at + sign.size() - 1);
  }
  if (open == std::string_view::npos) return cost;
  int depth = 0;
  for (std::size_t i = open; i < cost.size(); ++i) {
    if (cost[i] == '(') ++depth;
    if (cost[i] == ')' && --depth == 0) return cost.substr(open + 1, i - open - 1);
  }
  return std::nullopt;
}

// The sizes that a normal form names.
std::vector<std::string> SizesOf(const std::string& cost) {
  std::vector<std::string> sizes;
  for (std::size_t i = 0; i < cost.size();) {
    std::string name;
    while (i < cost.size() && (IsLetter(cost[i]) || cost[i] == '_')) name += cost[i++];
    if (name.empty()) ++i;
    const bool is_size =
        !name.empty() && name != "log" && name != "sqrt" && name != "min" && name != "max";
    if (is_size && std::find(sizes.begin(), sizes.end(), name) == sizes.end()) {
      sizes.push_back(name);
    }
  }
  return sizes;
}

// Every way to give the sizes of `cost` the names of `names`, until one makes it `other`.
bool HasShapeOf(const std::string& cost, const std::string& other) {
  constexpr std::size_t kMostSizes = 4;
  const std::vector<std::string> from = SizesOf(cost);
  std::vector<std::string> to = SizesOf(other);
  if (from.size() != to.size() || from.size() > kMostSizes) return false;
  std::sort(to.begin(), to.end());
  do {
    std::string renamed;
    for (std::size_t i = 0; i < cost.size();) {
      std::string name;
      while (i < cost.size() && (IsLetter(cost[i]) || cost[i] == '_')) name += cost[i++];
      const auto found = std::find(from.begin(), from.end(), name);
      renamed += found == from.end() ? name : to[static_cast<std::size_t>(found - from.begin())];
      if (name.empty()) renamed += cost[i++];
    }
    if (NormalCost(renamed) == other) return true;
  } while (std::next_permutation(to.begin(), to.end()));
  return false;
}

}  // namespace

std::string NormalCost(std::string_view cost) {
  const auto inside = Inside(cost);
  if (!inside) return {};
  std::string text(*inside);
  for (const auto& [from, to] : {std::pair{"²", "^2"},
                                 {"³", "^3"},
                                 {"**", "^"},
                                 {"·", "*"},
                                 {"×", "*"},
                                 {"⋅", "*"},
                                 {" x ", "*"},
                                 {"√", "sqrt "}}) {
    text = ReplaceAll(std::move(text), from, to);
  }
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto sum = Parser(ReplaceAll(std::move(text), "log", " log ")).ParseAll();
  return sum ? Print(*sum) : std::string();
}

bool IsSameCost(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  std::vector<std::string> sizes_a = SizesOf(a), sizes_b = SizesOf(b);
  std::sort(sizes_a.begin(), sizes_a.end());
  std::sort(sizes_b.begin(), sizes_b.end());
  return sizes_a != sizes_b && HasShapeOf(a, b);
}

}  // namespace interview
