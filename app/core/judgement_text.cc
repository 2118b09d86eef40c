// Judgements as lines of text.
#include "app/core/judgement_text.h"

#include <charconv>
#include <cstdio>
#include <variant>

#include "interview/model/value_diff.h"
#include "interview/model/value_text.h"

namespace app {

using interview::Failure;
using interview::GrowthFit;
using interview::Judgement;
using interview::Question;
using interview::Timing;
using interview::Verdict;

namespace {

std::string Print(const char* format, double value) {
  char text[48];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string Ms(double ms) { return Print(ms < 10 ? "%.2f ms" : "%.1f ms", ms); }

const interview::CodingSpec* CodingOf(const Question* question) {
  return question == nullptr ? nullptr : std::get_if<interview::CodingSpec>(&question->spec);
}

std::string Indented(const std::string& text, const std::string& indent) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += indent;
  }
  while (out.ends_with(' ') || out.ends_with('\n')) out.pop_back();
  return out;
}

void AddField(const char* label, const interview::Json& value, std::string* out) {
  if (value.is_null()) return;
  char padded[16];
  std::snprintf(padded, sizeof padded, "  %-9s", label);
  *out += padded + interview::DumpJson(value) + "\n";
}

void AddFailure(const Judgement& judgement, const Question* question, std::string* out) {
  const Failure& f = *judgement.first_failure;
  *out += "  test     " + std::to_string(f.index) + " (" + f.tag + ")\n";
  AddField("input", f.input, out);
  AddField("expected", WithNames(f.expected, question), out);
  AddField("got", WithNames(f.got, question), out);
  for (const std::string& line : DifferenceLines(judgement, question)) *out += "    " + line + "\n";
  if (!f.shrunk_input.is_null()) {
    *out += "  the smallest input that fails in this way:\n";
    AddField("input", f.shrunk_input, out);
    AddField("expected", WithNames(f.shrunk_expected, question), out);
    AddField("got", WithNames(f.shrunk_got, question), out);
  }
  if (!f.out.empty()) *out += "  stdout   " + Indented(f.out, "           ") + "\n";
  if (!f.err.empty()) *out += "  stderr   " + Indented(f.err, "           ") + "\n";
}

}  // namespace

std::string TimingText(const Timing& t) {
  if (t.runs <= 0) return {};
  std::string text = "best " + Ms(t.best_ms) + ", median " + Ms(t.median_ms) + " of " +
                     std::to_string(t.runs) + " runs (spread " + Print("%.0f %%", 100 * t.spread) +
                     ")";
  if (t.reference_ms > 0) {
    text += ", " + Print("%.2f", t.ratio) + " times the reference (" + Ms(t.reference_ms) + ")";
  }
  return text;
}

std::string RemarkOf(const Judgement& judgement) {
  const std::string count = std::to_string(judgement.passed) + " of " +
                            std::to_string(judgement.total) + " tests passed.";
  std::string_view text = judgement.message;
  if (judgement.verdict == Verdict::kAccepted) return {};
  if (text.starts_with(count)) text.remove_prefix(count.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  return std::string(text);
}

std::string DeclaredTime(const Question* question) {
  const auto* spec = CodingOf(question);
  return spec == nullptr ? std::string() : spec->growth.time;
}

std::string GrowthText(const GrowthFit& growth, const Question* question) {
  if (growth.growth_class.empty()) return {};
  std::string text = growth.growth_class + (growth.confident ? "" : " (unsure)");
  if (!growth.signal.empty()) text += " by " + growth.signal;
  const std::string declared = DeclaredTime(question);
  if (!declared.empty()) {
    text += growth.confident && declared == growth.growth_class ? ", as asked for"
                                                                : ", asked for " + declared;
  }
  if (!growth.memory_class.empty()) {
    text += "; memory " + growth.memory_class + (growth.memory_confident ? "" : " (unsure)");
  }
  return text;
}

interview::Json WithNames(const interview::Json& value, const Question* question) {
  const auto* spec = CodingOf(question);
  if (spec == nullptr || !value.is_object()) return value;
  const std::vector<interview::Parameter> passed =
      interview::PassedParameters(spec->signature.params);
  interview::Json named = interview::Json::object();
  for (const auto& [key, argument] : value.items()) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
    if (error != std::errc() || end != key.data() + key.size() || index >= passed.size()) {
      return value;
    }
    named[passed[index].name] = argument;
  }
  return named;
}

std::vector<std::string> DifferenceLines(const Judgement& judgement, const Question* question) {
  std::vector<std::string> lines;
  if (judgement.verdict != Verdict::kWrongAnswer || !judgement.first_failure) return lines;
  const Failure& f = *judgement.first_failure;
  const auto* spec = CodingOf(question);
  // One of many answers may be right: what differs from the reference's is not what is wrong.
  if (spec != nullptr && spec->compare.mode == interview::CompareRule::Mode::kChecker) return lines;
  const interview::Json expected =
      WithNames(f.whole != nullptr ? f.whole->expected : f.expected, question);
  const interview::Json got = WithNames(f.whole != nullptr ? f.whole->got : f.got, question);
  if (expected.is_null()) return lines;
  const interview::ValueDiff diff = interview::DiffValues(
      expected, got, spec == nullptr ? interview::CompareRule{} : spec->compare,
      spec == nullptr ? interview::Type{} : spec->signature.returns);
  for (const interview::Difference& one : diff.differences) {
    lines.push_back(interview::DescribeDifference(one));
  }
  if (diff.more > 0) {
    lines.push_back("… " + interview::WithThousands(diff.more) + " more differences");
  }
  return lines;
}

std::string JudgementText(const Judgement& j, const Question* question) {
  std::string out = std::string(DisplayName(j.verdict)) + ": " + std::to_string(j.passed) + " of " +
                    std::to_string(j.total) + " tests passed.";
  if (const std::string remark = RemarkOf(j); !remark.empty()) out += " " + remark;
  out += "\n";
  if (!j.caution.empty()) out += "  caution: " + j.caution + "\n";
  if (!j.explanation.empty()) out += "  why: " + j.explanation + "\n";
  for (const interview::Diagnostic& d : j.diagnostics) {
    out += "  " + (d.line > 0 ? "line " + std::to_string(d.line) + ": " : std::string()) +
           d.severity + ": " + d.message + "\n";
  }
  if (j.first_failure) AddFailure(j, question, &out);
  AddField("got", j.custom_got, &out);
  AddField("expected", j.custom_expected, &out);
  out += "  CPU " + Ms(j.cpu_ms) + ", wall " + Ms(j.wall_ms) + ", peak " +
         Print("%.1f MB", j.peak_mb) + "\n";
  if (const std::string text = TimingText(j.timing); !text.empty()) out += "  time: " + text + "\n";
  if (const std::string text = GrowthText(j.growth, question); !text.empty()) {
    out += "  growth: " + text + "\n";
  }
  return out;
}

}  // namespace app
