// Times, names and outputs as texts for people.
#include "app/ui/format.h"

#include <cctype>
#include <cstdio>
#include <ctime>

#include "app/ui/hidden_characters.h"

namespace app {
namespace {

using std::chrono::duration_cast;

std::string Print(const char* format, long a, long b, long c = 0) {
  char text[48];
  std::snprintf(text, sizeof text, format, a, b, c);
  return text;
}

// Cuts between UTF-8 characters.
std::string Cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  text.resize(limit);
  return text + "…";
}

}  // namespace

std::string FormatClock(interview::Duration duration) {
  const long seconds = duration_cast<std::chrono::seconds>(duration).count();
  const long hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  return hours > 0 ? Print("%ld:%02ld:%02ld", hours, minutes, rest)
                   : Print("%02ld:%02ld", minutes, rest);
}

std::string FormatLength(interview::Duration duration) {
  const long minutes = duration_cast<std::chrono::minutes>(duration).count();
  if (minutes < 60) return std::to_string(minutes) + " min";
  return minutes % 60 == 0 ? std::to_string(minutes / 60) + " h"
                           : Print("%ld h %ld min", minutes / 60, minutes % 60);
}

std::string FormatMoment(interview::WallTime moment) {
  const std::time_t seconds =
      duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
  std::tm local{};
  localtime_r(&seconds, &local);
  char month_and_rest[48];
  std::strftime(month_and_rest, sizeof month_and_rest, " %b %Y, %H:%M", &local);
  return std::to_string(local.tm_mday) + month_and_rest;
}

std::string FormatScore(double score) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", score);
  std::string shown = text;
  while (shown.ends_with('0')) shown.pop_back();
  if (shown.ends_with('.')) shown.pop_back();
  return shown;
}

Outcome OutcomeOf(const interview::ScoreCard& card) {
  const bool drill = card.decision.empty() && !card.rounds.empty();
  return drill ? Outcome{card.rounds.front().band, card.rounds.front().score}
               : Outcome{card.decision, card.score};
}

std::string FormatOutcome(const Outcome& outcome) {
  const std::string title =
      outcome.verdict.empty() ? "Not enough to grade" : interview::DecisionTitle(outcome.verdict);
  return outcome.score ? title + "  ·  " + FormatScore(*outcome.score) : title;
}

std::string FormatName(std::string_view identifier) {
  std::string name(identifier);
  for (char& c : name) {
    if (c == '_' || c == '-') c = ' ';
  }
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

std::string FormatValue(const interview::Json& value, std::size_t limit) {
  return FormatOutput(interview::DumpJson(value), limit);
}

std::string FormatOutput(std::string_view output, std::size_t limit) {
  std::string shown;
  output = output.substr(0, limit + 4);
  while (!output.empty()) {
    const Utf8Character next = FirstCharacter(output);
    const std::string_view bytes = output.substr(0, next.bytes);
    if (next.code == '\n' || (next.valid && !IsHidden(next.code))) {
      shown += bytes;
    } else {
      shown += SpelledOut(next);
    }
    output.remove_prefix(next.bytes);
  }
  return Cut(std::move(shown), limit);
}

}  // namespace app
