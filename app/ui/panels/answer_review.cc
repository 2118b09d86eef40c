// The answer and the points side by side; the whiteboard above its points.
#include "app/ui/panels/answer_review.h"

#include <algorithm>

#include "app/ui/panels/whiteboard_palette.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::QuestionWork;

constexpr float kTextShare = 0.55f;   // of the width, for the answer beside its points
constexpr float kBoardShare = 0.56f;  // of the height, for the whiteboard above its points
constexpr int kClarityRows = 8;       // the height of what is told about it, at most
constexpr std::string_view kHedge = "Hedge: where you are sure, leave it out.";

// The graver lies above; what is only partly there reaches far, and lies beneath.
int LayerOf(ReviewState state) {
  switch (state) {
    case ReviewState::kMisconception:
      return 3;
    case ReviewState::kContradicted:
      return 2;
    case ReviewState::kEarned:
      return 1;
    default:
      return 0;
  }
}

// The marks in the order of reading.
void MarkTexts(const QuestionWork& work, AnswerReviewState* state) {
  struct Marked {
    MarkdownMark mark;
    std::optional<std::size_t> point;
  };
  std::vector<Marked> all;
  const auto add = [&](const interview::Span& span, MarkdownMark mark,
                       std::optional<std::size_t> point) {
    const auto range = FindOnPage(state->page, span);
    if (!range) return;
    mark.source = {range->begin, range->end};
    all.push_back({std::move(mark), point});
  };
  for (std::size_t i = 0; i < state->texts.points.size(); ++i) {
    const ReviewPoint& point = state->texts.points[i];
    if (!point.span) continue;
    const ReviewLook look = LookOf(point.state);
    add(*point.span,
        {.tint = look.tint,
         .line = look.line,
         .layer = LayerOf(point.state),
         .words = InWords(point)},
        i);
  }
  const interview::Evaluation* rubric = work.Find(interview::EvaluationKind::kRubric);
  if (rubric != nullptr && rubric->clarity) {
    for (const interview::Span& hedge : rubric->clarity->hedges) {
      add(hedge,
          {.tint = BoardTint::kGrey,
           .line = MarkLine::kDots,
           .has_ground = false,
           .words = std::string(kHedge)},
          std::nullopt);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Marked& a, const Marked& b) {
    return a.mark.source.begin < b.mark.source.begin;
  });
  for (Marked& one : all) {
    state->marks.push_back(std::move(one.mark));
    state->point_of_mark.push_back(one.point);
  }
}

// What is said about each part, the gravest first.
void MarkBoard(AnswerReviewState* state) {
  for (const ReviewState one : kReviewStates) {
    // What is missing has no place: the parts it should join are shown when it is chosen.
    if (one == ReviewState::kMissing) continue;
    const ReviewLook look = LookOf(one);
    for (const ReviewPoint& point : state->board.points) {
      if (point.state != one) continue;
      const auto mark = [&](const std::string& name) {
        BoardMark& shown = state->board_marks[name];
        const bool has_sign = !shown.signs.empty() && shown.signs.back().icon == look.sign;
        if (!has_sign) shown.signs.push_back({look.tint, look.sign});
        shown.words += (shown.words.empty() ? "" : "\n") + InWords(point);
      };
      for (const std::string& edge : point.board.edges) mark(edge);
      // An arrow that is right says nothing about its ends: they have points of their own.
      if (one == ReviewState::kEarned && !point.board.edges.empty()) continue;
      for (const std::string& node : point.board.nodes) mark(node);
    }
  }
}

void Make(const AppState& app, std::size_t round, std::size_t question, AnswerReviewState* state) {
  const interview::Session& session = *app.viewed->session;
  const QuestionWork& work = session.rounds()[round].work[question];
  *state = AnswerReviewState{};
  state->made = true;
  state->page = PageOf(work, session.plan().rounds[round].phases);
  state->texts = ReviewTexts(work);
  state->clarity = ClarityFacts(work, TimeOn(session, round, question));
  MarkTexts(work, state);
  state->board = ReviewBoard(work);
  state->canvas.document = BoardDocument(work.answer.board);
  state->looks = LooksOf(app.bank.catalogue());
  MarkBoard(state);
}

// The room for a question's work in a window of this height.
float BenchHeight(const FrameContext& context) {
  const Metrics& m = context.theme.size;
  return ImGui::GetIO().DisplaySize.y - m.top_bar - 4 * m.huge;
}

void DrawScores(FrameContext& context, std::string_view title, const Review& review) {
  const Theme& theme = context.theme;
  std::string scores;
  for (const std::string& score : review.scores) scores += (scores.empty() ? "" : "  ·  ") + score;
  Text(context, theme.font.subheading, theme.color.text, title);
  if (!scores.empty()) {
    ImGui::SameLine(0, theme.size.medium);
    Text(context, theme.font.ui, theme.color.muted, scores);
  }
  Gap(theme.size.small);
}

// Scrolls the page so that all from `top` down to the cursor shows.
void BringIntoView(float top) {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const float bottom = ImGui::GetCursorScreenPos().y;
  if (top >= clip.Min.y && bottom <= clip.Max.y) return;
  ImGui::SetScrollFromPosY((top + bottom) / 2 - ImGui::GetWindowPos().y, 0.5f);
}

// A bordered place for a list or an answer.
void Frame(const FrameContext& context, ImVec2 size) {
  const Theme& theme = context.theme;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  DrawBox(theme, ImGui::GetWindowDrawList(), min, ImVec2(min.x + size.x, min.y + size.y),
          theme.color.editor, theme.color.border, theme.size.radius_control);
}

void ShowPoint(AnswerReviewState* state) {
  state->reveal.reset();
  for (std::size_t i = 0; i < state->point_of_mark.size() && !state->reveal; ++i) {
    if (state->point_of_mark[i] == static_cast<std::size_t>(state->text_list.chosen)) {
      state->reveal = i;
    }
  }
}

// True when a point was chosen by its quote.
bool DrawAnswerText(FrameContext& context, ImVec2 size, AnswerReviewState* state) {
  const Metrics& m = context.theme.size;
  Frame(context, size);
  BeginScroll(context, "answer", size, ImVec2(m.large, m.medium));
  MarkdownMarksOptions options;
  for (std::size_t i = 0; i < state->marks.size(); ++i) {
    const bool chosen =
        state->text_list.chosen >= 0 &&
        state->point_of_mark[i] == static_cast<std::size_t>(state->text_list.chosen);
    if (chosen) options.emphasised.push_back(i);
  }
  options.reveal = std::exchange(state->reveal, std::nullopt);
  const float width = size.x - 2 * m.large - m.scrollbar;
  const MarkdownMarksAnswer answer =
      DrawMarkedMarkdown(context, state->page.text, width, &state->markdown, "article",
                         "Your answer", state->marks, options, &state->marked);
  const bool chosen = answer.pressed && state->point_of_mark[*answer.pressed];
  if (chosen) {
    const auto point = static_cast<int>(*state->point_of_mark[*answer.pressed]);
    state->text_list.chosen = point;
    state->text_list.shown.reset();
    state->text_list.width = -1;
    state->text_list.reveal = true;
  }
  EndScroll();
  return chosen;
}

void DrawNoAnswer(FrameContext& context, ImVec2 size, const AnswerReviewState& state) {
  const Metrics& m = context.theme.size;
  Frame(context, size);
  BeginScroll(context, "answer", size, ImVec2(m.large, m.medium));
  DrawEmptyState(context, "Nothing was written for this question",
                 state.texts.points.empty()
                     ? "So there is nothing to grade, and it counts neither for nor against you."
                     : "So no point could be earned; each says what would have earned it.");
  EndScroll();
}

void DrawManner(FrameContext& context, float width, const AnswerReviewState& state) {
  if (state.clarity.empty()) return;
  Gap(context.theme.size.large);
  const float right = SetContentRight(ImGui::GetCursorScreenPos().x + width);
  DrawClarity(context, state.clarity);
  SetContentRight(right);
}

void DrawTexts(FrameContext& context, AnswerReviewState* state) {
  const Metrics& m = context.theme.size;
  DrawScores(context, "What you wrote", state->texts);
  const float room = ImGui::GetContentRegionAvail().x;
  const bool is_beside = room >= m.beside_width && !state->texts.points.empty();
  const float text = is_beside ? std::round(room * kTextShare) : room;
  const float list = is_beside ? room - text - m.medium : room;
  const float most = BenchHeight(context);
  const float chips = m.chip_height + m.small;
  const float written = MeasureMarkdown(context, state->page.text, text - 2 * m.large - m.scrollbar,
                                        &state->markdown) +
                        2 * m.medium;
  const float listed =
      ReviewListHeight(context, state->texts, list - m.scrollbar - m.tiny, &state->text_list) +
      chips;
  const float least = m.card_height;
  const float both = std::clamp(std::max(written, listed), least, most);
  const ImVec2 text_size(text, std::clamp(written, least, is_beside ? both : most / 2));
  const bool clarity_fits =
      is_beside && text_size.y + static_cast<float>(kClarityRows) * m.row_height <= both;
  const float bench_top = ImGui::GetCursorScreenPos().y;
  ImGui::BeginGroup();
  bool chosen = false;
  if (state->page.text.empty()) {
    DrawNoAnswer(context, text_size, *state);
  } else {
    chosen = DrawAnswerText(context, text_size, state);
  }
  if (clarity_fits) DrawManner(context, text, *state);
  ImGui::EndGroup();
  if (state->texts.points.empty()) {
    Gap(m.small);
    return DrawNote(context, "Nothing of it was graded.");
  }
  if (is_beside) ImGui::SameLine(0, m.medium);
  ImGui::BeginGroup();
  const float top = ImGui::GetCursorPosY();
  DrawReviewFilter(context, state->texts, &state->text_list);
  Gap(m.small);
  const float used = ImGui::GetCursorPosY() - top;
  const float height = is_beside ? both - used : std::clamp(listed - chips, least, most / 2);
  if (DrawReviewList(context, "Points", state->texts, ImVec2(list, height), &state->text_list)) {
    ShowPoint(state);
    chosen = true;
  }
  ImGui::EndGroup();
  if (chosen) BringIntoView(bench_top);
  if (!clarity_fits) DrawManner(context, room, *state);
}

// A part was chosen: the next of its points, after the chosen one.
void ChoosePart(const std::string& id, AnswerReviewState* state) {
  const std::vector<ReviewPoint>& points = state->board.points;
  const int count = static_cast<int>(points.size());
  for (int step = 1; step <= count; ++step) {
    const int i = (std::max(state->board_list.chosen, -1) + step) % count;
    if (!IsAmong(points[static_cast<std::size_t>(i)].board, state->canvas, id)) continue;
    state->board_list.chosen = i;
    state->board_list.shown.reset();
    state->board_list.width = -1;
    state->board_list.reveal = true;
    break;
  }
}

// A wide board needs less than all there is.
float BoardHeight(const FrameContext& context, const AnswerReviewState& state, float width,
                  float most) {
  const Metrics& m = context.theme.size;
  const auto content = ContentRect(state.canvas.document.board());
  if (!content) return most;
  const double zoom = std::clamp(static_cast<double>(width - 2 * m.huge) / content->w, 0.6, 1.0);
  const float wanted = static_cast<float>(content->h * zoom) + 4 * m.huge;
  return std::min(std::max(std::round(wanted), m.side_min), most);
}

void DrawBoardHead(FrameContext& context, AnswerReviewState* state) {
  const ButtonOptions quiet{.style = ButtonStyle::kQuiet, .icon = Icon::kFit};
  const float top = ImGui::GetCursorPosY();
  DrawScores(context, "What you drew", state->board);
  if (state->canvas.document.board().empty()) return;
  const float bottom = ImGui::GetCursorPosY();
  const ImVec2 size = ButtonSize(context, "Show everything", quiet);
  ImGui::SetCursorPosY(top - (size.y - context.theme.font.subheading.px) / 2);
  AlignRight(size.x);
  if (DrawButton(context, "Show everything", quiet)) {
    ShowWhole(&state->canvas);
    state->board_list.chosen = -1;
  }
  ImGui::SetCursorPosY(bottom);
}

void DrawBoardReview(FrameContext& context, AnswerReviewState* state) {
  const Metrics& m = context.theme.size;
  const float top = ImGui::GetCursorScreenPos().y;
  bool chosen = false;
  DrawBoardHead(context, state);
  const float width = ImGui::GetContentRegionAvail().x;
  const float most = BenchHeight(context);
  if (state->canvas.document.board().empty()) {
    DrawEmptyState(context, "No whiteboard was drawn",
                   state->board.points.empty()
                       ? "So there was no diagram to grade; the model answer tells what belongs "
                         "on one."
                       : "So none of the parts below could be found; draw them, even roughly.");
    if (state->board.points.empty()) return;
  } else {
    const ImVec2 size(width, BoardHeight(context, *state, width, std::round(most * kBoardShare)));
    Frame(context, size);
    const ImVec2 corner = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(corner.x + m.hair, corner.y + m.hair));
    const ImVec2 inside(size.x - 2 * m.hair, size.y - 2 * m.hair);
    const BoardLookAnswer answer =
        DrawBoardLook(context, "Board", inside, state->looks, state->board_marks, &state->canvas);
    ImGui::SetCursorPos(corner);
    ImGui::Dummy(size);
    if (!answer.pressed.empty()) {
      ChoosePart(answer.pressed, state);
      state->canvas.selection = {answer.pressed};
      chosen = true;
    }
  }
  Gap(m.small);
  DrawReviewFilter(context, state->board, &state->board_list);
  Gap(m.small);
  const float listed =
      ReviewListHeight(context, state->board, width - m.scrollbar - m.tiny, &state->board_list);
  const float height = std::min(listed, std::round(most * (1 - kBoardShare)));
  if (DrawReviewList(context, "Points of the whiteboard", state->board, ImVec2(width, height),
                     &state->board_list)) {
    ShowOnBoard(state->board.points[static_cast<std::size_t>(state->board_list.chosen)].board,
                &state->canvas);
    chosen = true;
  }
  if (chosen) BringIntoView(top);
}

}  // namespace

void DrawAnswerReview(FrameContext& context, const AppState& app, std::size_t round,
                      std::size_t question, AnswerReviewState* state) {
  const Metrics& m = context.theme.size;
  if (!state->made) Make(app, round, question, state);
  const bool is_design =
      app.viewed->session->plan().rounds[round].kind == interview::RoundKind::kSystemDesign;
  if (is_design || !state->canvas.document.board().empty()) {
    DrawBoardReview(context, state);
    Gap(m.huge);
  }
  DrawTexts(context, state);
}

}  // namespace app
