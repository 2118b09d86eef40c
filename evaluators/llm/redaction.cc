// One scan from left to right; at each place the first rule that fits takes what it fits.
#include "evaluators/llm/redaction.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace evaluators {
namespace {

using Size = std::size_t;

bool IsAlpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWord(char c) { return IsAlpha(c) || IsDigit(c) || c == '_' || (c & 0x80) != 0; }
bool IsToken(char c) { return IsAlpha(c) || IsDigit(c) || c == '_' || c == '-'; }
bool IsLocal(char c) { return IsToken(c) || c == '.' || c == '+' || c == '%'; }
bool IsPath(char c) {
  return IsWord(c) || std::string_view("/\\.-+@~").find(c) != std::string::npos;
}

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

template <class Is>
Size Run(std::string_view text, Size at, Is is) {
  Size end = at;
  while (end < text.size() && is(text[end])) ++end;
  return end - at;
}

// Length of the e-mail address at the start of `text`, or 0. A matrix product such as q@k.T or
// q@k.transpose() is none: the last label has two letters at least, of one case, and no call.
Size EmailAt(std::string_view text) {
  const Size local = Run(text, 0, IsLocal);
  if (local == 0 || local >= text.size() || text[local] != '@') return 0;
  const auto is_domain = [](char c) { return IsAlpha(c) || IsDigit(c) || c == '-' || c == '.'; };
  Size end = local + 1 + Run(text, local + 1, is_domain);
  while (end > local + 1 && !IsAlpha(text[end - 1])) --end;
  const std::string_view domain = text.substr(local + 1, end - local - 1);
  const Size dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return 0;
  const std::string_view last = domain.substr(dot + 1);
  const auto lower = std::count_if(last.begin(), last.end(), [](char c) { return Lower(c) == c; });
  if (last.size() < 2 || !std::all_of(last.begin(), last.end(), IsAlpha)) return 0;
  if (lower != 0 && lower != static_cast<std::ptrdiff_t>(last.size())) return 0;
  if (end < text.size() && (text[end] == '(' || text[end] == '[' || text[end] == '_')) return 0;
  return end;
}

Size PathAt(std::string_view text) {
  constexpr std::array<std::string_view, 16> kRoots = {
      "/home/", "/Users/", "/root/", "/mnt/", "/media/", "/Volumes/", "/tmp/", "/var/",
      "/etc/",  "/opt/",   "/srv/",  "/usr/", "/proc/",  "/private/", "~/",    "\\\\"};
  const bool rooted = std::any_of(kRoots.begin(), kRoots.end(), [&](std::string_view root) {
    return text.starts_with(root) && text.size() > root.size() && IsWord(text[root.size()]);
  });
  const bool drive =
      text.size() > 3 && IsAlpha(text[0]) && text[1] == ':' && text[2] == '\\' && IsWord(text[3]);
  if (!rooted && !drive) return 0;
  const Size skip = drive ? 2 : 0;
  Size end = skip + Run(text, skip, IsPath);
  while (text[end - 1] == '.') --end;  // the end of a sentence
  return end;
}

// "-----BEGIN … KEY-----" up to its end line, or to the end of the text.
Size KeyBlockAt(std::string_view text) {
  if (!text.starts_with("-----BEGIN ")) return 0;
  const Size end = text.find("-----END ");
  if (end == std::string_view::npos) return text.size();
  const Size close = text.find("-----", end + 9);
  return close == std::string_view::npos ? text.size() : close + 5;
}

// Tokens with a known beginning, and long ones in which letters of both cases mix with digits.
Size KeyAt(std::string_view text) {
  constexpr std::array<std::string_view, 15> kBeginnings = {
      "sk-",    "pk-",   "rk_",   "sk_",  "ghp_", "gho_", "ghs_", "github_pat_",
      "glpat-", "xoxb-", "xoxp-", "AKIA", "AIza", "hf_",  "gsk_"};
  constexpr Size kLeastKnown = 12;
  constexpr Size kLeastUnknown = 32;
  if (const Size block = KeyBlockAt(text); block > 0) return block;
  const Size length = Run(text, 0, IsToken);
  const std::string_view token = text.substr(0, length);
  const auto has = [&](auto is) { return std::any_of(token.begin(), token.end(), is); };
  const bool known = std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                 [&](std::string_view b) { return token.starts_with(b); });
  if (known && length >= kLeastKnown && has(IsDigit)) return length;
  const bool mixed = has(IsDigit) && has([](char c) { return c >= 'a' && c <= 'z'; }) &&
                     has([](char c) { return c >= 'A' && c <= 'Z'; });
  const bool hexadecimal =
      has(IsDigit) && has(IsAlpha) && std::all_of(token.begin(), token.end(), [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c)) != 0;
      });
  return length >= kLeastUnknown && (mixed || hexadecimal) ? length : 0;
}

Size NameAt(std::string_view text, const std::vector<std::string>& names) {
  Size longest = 0;
  for (const std::string& name : names) {
    if (name.size() <= longest || name.size() > text.size()) continue;
    const bool same = std::equal(name.begin(), name.end(), text.begin(),
                                 [](char a, char b) { return Lower(a) == Lower(b); });
    if (same && (name.size() == text.size() || !IsWord(text[name.size()]))) longest = name.size();
  }
  return longest;
}

}  // namespace

std::string Redact(std::string_view text, const std::vector<std::string>& names,
                   RedactionScope scope) {
  std::string result;
  const auto take = [&](Size length, std::string_view mark) {
    if (length == 0) return false;
    result += mark;
    text.remove_prefix(length);
    return true;
  };
  char before = ' ';
  while (!text.empty()) {
    // Nothing begins in the middle of a word; in the middle of an address nothing is looked for.
    const bool at_start = !IsWord(before);
    const bool taken =
        at_start &&
        ((scope.names && !IsLocal(before) && take(EmailAt(text), "[email]")) ||
         (scope.names && take(NameAt(text, names), "[name]")) ||
         (scope.paths && before != '/' && before != '.' && take(PathAt(text), "[path]")) ||
         (before != '-' && take(KeyAt(text), "[key]")));
    before = taken ? ' ' : text.front();
    if (taken) continue;
    result += text.front();
    text.remove_prefix(1);
  }
  return result;
}

std::string WithoutSecret(std::string text, std::string_view secret) {
  constexpr std::string_view kMark = "[key]";
  if (secret.empty()) return text;
  for (Size at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    text.replace(at, secret.size(), kMark);
    at += kMark.size();
  }
  return text;
}

}  // namespace evaluators
