// A table of fields, and around it what is more than a field.
#include "app/ui/screens/llm_settings.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

std::string Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

// Calls `take` with each part of `text` between `separator`s that holds something.
template <class Take>
void ForEachPart(const std::string& text, char separator, Take take) {
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, separator);) {
    if (std::string trimmed = Trim(part); !trimmed.empty()) take(std::move(trimmed));
  }
}

template <class T>
bool ReadNumber(const std::string& text, T least, T most, T* value) {
  const std::string number = Trim(text);
  T read{};
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), read);
  const bool whole = error == std::errc() && end == number.data() + number.size();
  if (!number.empty() && (!whole || !(read >= least && read <= most))) return false;
  *value = number.empty() ? least : read;
  return true;
}

std::string Amount(double value) {
  if (value == 0) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

bool TakeAmount(const std::string& text, double* value) {
  return ReadNumber<double>(text, 0, 1e9, value);
}

bool TakeHeaders(const std::string& text, LlmSettings* settings) {
  std::map<std::string, std::string> headers;
  bool good = true;
  ForEachPart(text, ';', [&](const std::string& line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos || colon == 0) {
      good = false;
    } else {
      headers[Trim(line.substr(0, colon))] = Trim(line.substr(colon + 1));
    }
  });
  if (good) settings->headers = std::move(headers);
  return good;
}

std::string ShowHeaders(const LlmSettings& settings) {
  std::string text;
  for (const auto& [name, value] : settings.headers) {
    text += (text.empty() ? "" : "; ") + name + ": " + value;
  }
  return text;
}

std::string ShowNames(const LlmSettings& settings) {
  std::string text;
  for (const std::string& name : settings.names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool TakeNames(const std::string& text, LlmSettings* settings) {
  settings->names.clear();
  ForEachPart(text, ',', [&](std::string name) { settings->names.push_back(std::move(name)); });
  return true;
}

template <std::string LlmSettings::*kText>
std::string Show(const LlmSettings& settings) {
  return settings.*kText;
}
template <std::string LlmSettings::*kText>
bool Take(const std::string& text, LlmSettings* settings) {
  settings->*kText = Trim(text);
  return true;
}
template <double LlmSettings::*kAmount>
std::string Show(const LlmSettings& settings) {
  return Amount(settings.*kAmount);
}
template <double LlmSettings::*kAmount>
bool Take(const std::string& text, LlmSettings* settings) {
  return TakeAmount(text, &(settings->*kAmount));
}

struct Field {
  const char* label;
  const char* placeholder;
  std::string (*show)(const LlmSettings&);
  bool (*take)(const std::string&, LlmSettings*);  // false: it cannot be read
  const char* complaint;
};

enum FieldIndex : std::size_t {
  kUrl,
  kModel,
  kKeyVariable,
  kKeyFile,
  kOrganisation,
  kHeaders,
  kNames,
  kTimeout,
  kMostTokens,
  kMostMoney,
  kPromptPrice,
  kCompletionPrice
};

constexpr char kNoAmount[] = "Write a number such as 2.50.";
constexpr std::array<Field, kLlmFields> kFields = {{
    {"Address", "http://localhost:11434/v1", Show<&LlmSettings::url>, Take<&LlmSettings::url>, ""},
    {"Model", "name of the model", Show<&LlmSettings::model>, Take<&LlmSettings::model>, ""},
    {"Key from the variable", "ONSITE_LLM_API_KEY", Show<&LlmSettings::key_variable>,
     Take<&LlmSettings::key_variable>, ""},
    {"Or from the file", "~/.config/onsite/llm-key", Show<&LlmSettings::key_file>,
     Take<&LlmSettings::key_file>, ""},
    {"Organisation", "none", Show<&LlmSettings::organisation>, Take<&LlmSettings::organisation>,
     ""},
    {"Further headers", "X-Title: Onsite; X-Other: value", ShowHeaders, TakeHeaders,
     "Write each as Name: value, with ; between them."},
    {"Names never sent", "Jane Doe, Acme", ShowNames, TakeNames, ""},
    {"Time-out in seconds", "60", [](const LlmSettings& s) { return std::to_string(s.timeout_s); },
     [](const std::string& text, LlmSettings* s) {
       return !Trim(text).empty() && ReadNumber<int>(text, 1, 600, &s->timeout_s);
     },
     "Write a whole number from 1 to 600."},
    {"Tokens per session", "no limit",
     [](const LlmSettings& s) {
       return s.most_tokens == 0 ? std::string() : std::to_string(s.most_tokens);
     },
     [](const std::string& text, LlmSettings* s) {
       return ReadNumber<int>(text, 0, 1'000'000'000, &s->most_tokens);
     },
     "Write a whole number, or nothing for no limit."},
    {"Money per session", "no limit", Show<&LlmSettings::most_money>,
     Take<&LlmSettings::most_money>, kNoAmount},
    {"Price sent (1 M tokens)", "0", Show<&LlmSettings::prompt_price>,
     Take<&LlmSettings::prompt_price>, kNoAmount},
    {"Price back (1 M tokens)", "0", Show<&LlmSettings::completion_price>,
     Take<&LlmSettings::completion_price>, kNoAmount},
}};

void DrawField(FrameContext& context, Rows* rows, std::size_t index, LlmSettingsState* state,
               LlmSettings* settings, float room_beside = 0) {
  const Field& field = kFields[index];
  if (!rows->Wants(field.label)) return;
  const Metrics& m = context.theme.size;
  FormLabel(context, field.label);
  const float x = ImGui::GetCursorPosX();
  const float width = ImGui::GetContentRegionAvail().x - room_beside;
  TextBoxState& box = state->boxes[index];
  const TextBoxResult typed =
      DrawTextBox(context, field.label, ImVec2(width, m.control_height), &box,
                  {.mode = TextBoxOptions::Mode::kLine, .placeholder = field.placeholder});
  if (typed.changed) {
    const bool taken = field.take(box.text.Text(), settings);
    state->problems[index] = taken ? "" : field.complaint;
  }
  if (state->problems[index].empty() || room_beside > 0) return;
  ImGui::SetCursorPosX(x);
  Paragraph(context, context.theme.font.small, context.theme.color.bad, state->problems[index]);
}

// Text in the right column of the form.
void DrawState(FrameContext& context, std::string_view text, Color ink) {
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.theme.size.form_label_width);
  Paragraph(context, context.theme.font.ui, ink, text);
  Gap(context.theme.size.small);
}

void DrawKeyState(FrameContext& context, const LlmKeyState& key) {
  const auto& color = context.theme.color;
  const Color ink = key.kind == LlmKeyState::Kind::kSet      ? color.good
                    : key.kind == LlmKeyState::Kind::kNotSet ? color.muted
                                                             : color.bad;
  DrawState(context, key.text, ink);
}

// The models that the endpoint offers, to pick from.
void DrawModels(FrameContext& context, const AppState& app, LlmSettingsState* state,
                LlmSettings* settings) {
  using State = Pending<std::vector<std::string>>::State;
  const Metrics& m = context.theme.size;
  if (app.llm_models.state == State::kNotAsked) return;
  if (app.llm_models.state != State::kReady) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.form_label_width);
    ImGui::BeginGroup();
    DrawPending(context, app.llm_models, {"", "Asking for the models"},
                [](const std::vector<std::string>&) {});
    ImGui::EndGroup();
    return;
  }
  const std::vector<std::string>& names = *app.llm_models.value;
  std::vector<std::string> choices = names;
  const auto here = std::find(names.begin(), names.end(), settings->model);
  int chosen = static_cast<int>(here - names.begin());
  if (here == names.end()) choices.push_back("Choose one of " + std::to_string(names.size()));
  FormLabel(context, "Offered models");
  if (!DrawCombo(context, "Offered models", choices, ImGui::GetContentRegionAvail().x, &chosen) ||
      chosen >= static_cast<int>(names.size())) {
    return;
  }
  settings->model = names[static_cast<std::size_t>(chosen)];
  state->boxes[kModel].text.SetText(settings->model);
}

void DrawModelField(FrameContext& context, const AppState& app, Rows* rows, LlmSettingsState* state,
                    LlmSettings* settings) {
  if (!rows->Wants("Model list")) return;
  const char* list = "List the models";
  const float beside = ButtonSize(context, list).x + context.theme.size.small;
  DrawField(context, rows, kModel, state, settings, beside);
  ImGui::SameLine();
  const bool waits = app.llm_models.state == Pending<std::vector<std::string>>::State::kPending;
  if (DrawButton(context, list, {.enabled = !waits && !settings->url.empty()})) {
    context.Emit(command::ListLlmModels{});
  }
  DrawModels(context, app, state, settings);
}

void DrawReport(FrameContext& context, const LlmTestReport& report) {
  const auto& color = context.theme.color;
  const auto fact = [&](const char* label, const std::string& value, Color ink) {
    FormLabel(context, label);
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(at.x, at.y + context.theme.size.small));
    Paragraph(context, context.theme.font.ui, ink, value);
  };
  fact("Answered", report.address, color.text);
  fact("Encryption", report.encryption.empty() ? "none" : report.encryption, color.text);
  if (!report.certificate.empty()) fact("Certificate", report.certificate, color.text);
  fact("Model", report.model, color.text);
  fact("First token",
       "after " + std::to_string(report.first_token_ms) + " ms; all of it after " +
           std::to_string(report.latency_ms) + " ms, try " + std::to_string(report.tries),
       color.text);
  fact("Tokens",
       std::to_string(report.prompt_tokens) + " sent, " + std::to_string(report.completion_tokens) +
           " received" + (report.tokens_are_estimated ? " (estimated)" : ""),
       color.text);
  fact("It said", report.said, color.text);
}

void DrawTest(FrameContext& context, const AppState& app, Rows* rows) {
  if (!rows->Wants("Test check endpoint TLS certificate latency")) return;
  using State = Pending<LlmTestReport>::State;
  const bool waits = app.llm_test.state == State::kPending;
  FormLabel(context, "Does it work?");
  if (DrawButton(context, "Test", {.style = ButtonStyle::kPrimary, .enabled = !waits})) {
    context.Emit(command::TestLlm{});
  }
  ImGui::SameLine();
  if (waits && DrawButton(context, "Cancel the test")) context.Emit(command::CancelLlmTest{});
  if (!waits) {
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(at.x, at.y + context.theme.size.small));
    Text(context, context.theme.font.ui, context.theme.color.muted, "One tiny real request.");
  }
  if (app.llm_test.state == State::kNotAsked) return;
  Gap(context.theme.size.small);
  DrawPending(context, app.llm_test, {"", "Asking " + app.settings.llm.model},
              [&](const LlmTestReport& report) { DrawReport(context, report); });
}

void DrawConsentRow(FrameContext& context, Rows* rows, const LlmSettings& settings) {
  if (!rows->Wants("Consent agreed forget")) return;
  FormLabel(context, "Agreed to");
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPos(ImVec2(at.x, at.y + context.theme.size.small));
  if (settings.agreed.empty()) {
    Paragraph(context, context.theme.font.ui, context.theme.color.muted,
              "Nothing yet: before the first request you see what would be sent.");
    return;
  }
  for (const std::string& entry : settings.agreed) {
    ImGui::SetCursorPosX(at.x);
    Paragraph(context, context.theme.font.code_small, context.theme.color.body, entry);
  }
  ImGui::SetCursorPosX(at.x);
  if (DrawButton(context, "Forget consent")) context.Emit(command::ForgetConsent{});
}

void DrawSubheading(FrameContext& context, const Rows& rows, std::string_view text) {
  if (rows.all()) Heading(context, text);
}

void DrawIntroduction(FrameContext& context, Rows* rows) {
  if (!rows->all() || !rows->Wants("")) return;
  const Theme& theme = context.theme;
  Text(context, theme.font.heading, theme.color.text, "A language model, where you want one");
  Gap(theme.size.small);
  Paragraph(context, theme.font.ui, theme.color.muted,
            "Off by default, and nothing needs it. When on, feedback sends the question, your "
            "answer and the rubric to the address below; the interviewer's voice, where it is on, "
            "the conversation and your work. Before the first request you see all of it. Scores "
            "stay as they are.");
  Gap(theme.size.small);
}

void Refill(LlmSettingsState* state, const LlmSettings& settings) {
  for (std::size_t i = 0; i < kLlmFields; ++i) {
    state->boxes[i].text.SetText(kFields[i].show(settings));
    state->problems[i].clear();
  }
}

}  // namespace

void DrawLlmSettings(FrameContext& context, const AppState& app, Rows* rows,
                     LlmSettingsState* state, LlmSettings* settings) {
  if (!state->filled) {
    Refill(state, *settings);
    state->filled = true;
  }
  rows->Begin("A language model");
  DrawIntroduction(context, rows);
  Tick(context, rows, "Network", "Allow asking this endpoint", &settings->enabled);
  constexpr std::array<std::string_view, 2> kApis = {"openai", "anthropic"};
  const std::vector<std::string> formats = {"OpenAI-compatible", "Anthropic Messages"};
  int api = settings->api == kApis[1] ? 1 : 0;
  if (ChooseAmong(context, rows, "Provider", formats, &api)) {
    settings->api = kApis[static_cast<std::size_t>(api)];
  }
  DrawField(context, rows, kUrl, state, settings);
  Tick(context, rows, "Plain http", "Send unencrypted to another machine, too",
       &settings->allow_plain_http);
  DrawModelField(context, app, rows, state, settings);
  DrawField(context, rows, kKeyVariable, state, settings);
  DrawField(context, rows, kKeyFile, state, settings);
  if (rows->Wants("Key variable file")) DrawKeyState(context, app.llm_key);
  DrawField(context, rows, kOrganisation, state, settings);
  DrawField(context, rows, kHeaders, state, settings);
  DrawTest(context, app, rows);
  DrawSubheading(context, *rows, "What it is asked for");
  Tick(context, rows, "Interviewer", "Let the model put the interviewer's lines", &settings->voice);
  Tick(context, rows, "Second score", "Ask for a score beside the local one",
       &settings->second_score);
  DrawSubheading(context, *rows, "Limits");
  for (const std::size_t i : {kTimeout, kMostTokens, kMostMoney, kPromptPrice, kCompletionPrice}) {
    DrawField(context, rows, i, state, settings);
  }
  DrawSubheading(context, *rows, "Privacy");
  DrawField(context, rows, kNames, state, settings);
  DrawConsentRow(context, rows, *settings);
}

}  // namespace app
