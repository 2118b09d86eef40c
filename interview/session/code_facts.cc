// Measuring of source code, line by line.
#include "interview/session/code_facts.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "interview/model/language.h"
#include "interview/session/blank.h"

namespace interview {
namespace {

constexpr int kLongFunction = 45;
constexpr int kDeepNesting = 4;
constexpr int kLongLine = 100;
constexpr std::size_t kRun = 3;

struct Line {
  int indent = 0;
  std::string text;  // trimmed, without a trailing comment
  bool comment = false;
};

std::string Trim(const std::string& text) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end && IsSpace(text[begin])) ++begin;
  while (end > begin && IsSpace(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

int IndentOf(const std::string& line) {
  int columns = 0;
  for (const char c : line) {
    if (c == '\t') {
      columns += 4;
    } else if (c == ' ') {
      ++columns;
    } else {
      break;
    }
  }
  return columns;
}

bool Starts(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// Does a comment's text read as a statement of a program?
bool IsDeadCode(const std::string& comment) {
  static const std::regex kStatement(
      R"(^\s*(//|#)+\s*((for|while|if|return|print)\b.*[:;({]\s*.*$|[\w.\[\]]+\s*[-+*/]?=\s*[^=].*[\w\])];?$|.*;\s*$))");
  return std::regex_match(comment, kStatement);
}

// What closes the block comment or the documentation string that the line opens; empty: none.
std::string_view NoteClose(const SyntaxRules& rules, const std::string& text) {
  if (!rules.block_open.empty() && Starts(text, rules.block_open)) return rules.block_close;
  for (const std::string_view quotes : rules.long_strings) {
    if (quotes.size() == 3 && Starts(text, quotes)) return quotes;
  }
  return {};
}

std::vector<Line> ReadLines(const std::string& source, Language language, CodeFacts* facts) {
  std::vector<Line> lines;
  const SyntaxRules& rules = InfoOf(language).syntax;
  const std::string mark(rules.line_comment);
  std::string_view open_note;  // what closes the note that an earlier line opened
  std::size_t begin = 0;
  while (begin < source.size()) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    const std::string raw = source.substr(begin, end - begin);
    begin = end + 1;
    const std::string text = Trim(raw);
    if (text.empty()) continue;
    if (raw.size() > kLongLine) ++facts->long_lines;
    if (const bool is_inside = !open_note.empty(); is_inside || !NoteClose(rules, text).empty()) {
      ++facts->comments;
      if (!is_inside) open_note = NoteClose(rules, text);
      if (text.find(open_note, is_inside ? 0 : open_note.size()) != std::string::npos) {
        open_note = {};
      }
      continue;
    }
    if (Starts(text, mark)) {
      ++(IsDeadCode(text) ? facts->dead_comments : facts->comments);
      continue;
    }
    if (text.find(" " + mark) != std::string::npos) ++facts->comments;
    lines.push_back({IndentOf(raw), text, false});
  }
  facts->lines = static_cast<int>(lines.size());
  return lines;
}

// Functions by indentation: from the line that opens one to the last line indented deeper.
void MeasureFunctions(const std::vector<Line>& lines, Language language, CodeFacts* facts) {
  const std::regex head(std::string(InfoOf(language).function_head));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!std::regex_match(lines[i].text, head)) continue;
    ++facts->functions;
    int length = 1;
    std::vector<int> levels;
    for (std::size_t j = i + 1; j < lines.size() && lines[j].indent > lines[i].indent; ++j) {
      ++length;
      while (!levels.empty() && levels.back() >= lines[j].indent) levels.pop_back();
      levels.push_back(lines[j].indent);
      facts->deepest_nesting =
          std::max(facts->deepest_nesting, static_cast<int>(levels.size()) - 1);
    }
    facts->longest_function = std::max(facts->longest_function, length);
  }
}

void MeasureRepeats(const std::vector<Line>& lines, CodeFacts* facts) {
  std::map<std::string, int> runs;
  for (std::size_t i = 0; i + kRun <= lines.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < i + kRun; ++j) run += lines[j].text + "\n";
    if (run.size() >= 40 && ++runs[run] > 1) facts->repeated_lines += static_cast<int>(kRun);
  }
}

void MeasureNames(const std::vector<Line>& lines, CodeFacts* facts) {
  static const std::regex kAssigned(R"(\b([A-Za-z_]\w*)\s*(?:=(?!=)|:=))");
  static const std::set<std::string> kCustomary = {"i", "j", "k", "n", "m", "d", "x",
                                                   "y", "w", "b", "X", "Y", "_"};
  std::set<std::string> names;
  for (const Line& line : lines) {
    for (std::sregex_iterator it(line.text.begin(), line.text.end(), kAssigned), end; it != end;
         ++it) {
      names.insert((*it)[1]);
    }
  }
  facts->names = static_cast<int>(names.size());
  for (const std::string& name : names) {
    if (name.size() == 1 && kCustomary.count(name) == 0) facts->short_names.push_back(name);
  }
}

}  // namespace

CodeFacts MeasureCode(const std::string& source, Language language) {
  CodeFacts facts;
  const std::vector<Line> lines = ReadLines(source, language, &facts);
  MeasureFunctions(lines, language, &facts);
  MeasureRepeats(lines, &facts);
  MeasureNames(lines, &facts);
  return facts;
}

std::vector<std::string> Complaints(const CodeFacts& facts) {
  std::vector<std::string> out;
  if (facts.longest_function > kLongFunction) {
    out.push_back("A function of " + std::to_string(facts.longest_function) + " lines");
  }
  if (facts.deepest_nesting > kDeepNesting) {
    out.push_back("Blocks nested " + std::to_string(facts.deepest_nesting) + " deep");
  }
  if (facts.repeated_lines > 0) {
    out.push_back(std::to_string(facts.repeated_lines) + " lines repeat earlier ones");
  }
  if (facts.dead_comments > 0) {
    out.push_back(std::to_string(facts.dead_comments) + " lines of commented-out code");
  }
  if (facts.long_lines > 2) {
    out.push_back(std::to_string(facts.long_lines) + " lines of more than 100 columns");
  }
  if (facts.short_names.size() >= 3 &&
      2 * static_cast<int>(facts.short_names.size()) >= facts.names) {
    std::string list;
    for (const std::string& name : facts.short_names) list += (list.empty() ? "" : ", ") + name;
    out.push_back("Half of the names or more are single letters: " + list);
  }
  return out;
}

int CountIndexLoops(const std::string& python) {
  static const std::regex kLoop(R"(\bfor\s+(\w+)\s*(?:,\s*\w+\s*)*in\s+(range|enumerate)\s*\()");
  int loops = 0;
  for (std::sregex_iterator it(python.begin(), python.end(), kLoop), end; it != end; ++it) {
    const std::string index = "[" + (*it)[1].str();
    const auto after = static_cast<std::size_t>(it->position() + it->length());
    const std::string rest = python.substr(after, 600);
    if (rest.find(index + "]") != std::string::npos ||
        rest.find(index + ",") != std::string::npos ||
        rest.find(", " + (*it)[1].str() + "]") != std::string::npos) {
      ++loops;
    }
  }
  return loops;
}

}  // namespace interview
