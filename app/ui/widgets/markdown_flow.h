// Runs of text into lines: shared by paragraphs, headings and the cells of tables.
// UI thread only; lives while one text is laid out.
#pragma once

#include "app/ui/widgets/markdown_layout.h"

namespace app {

class MarkdownFlow {
 public:
  struct Frame {
    float left = 0;
    float right = 0;
    Font font{};  // of plain words
    Color color = 0;
    MarkdownBlock::Align align = MarkdownBlock::Align::kLeft;
  };
  struct Widths {
    float narrowest = 0;  // of the longest word
    float natural = 0;    // of the longest line where nothing wraps
  };

  MarkdownFlow(const Theme& theme, const MarkdownPictures& pictures, MarkdownLayout* layout)
      : theme_(theme), m_(theme.size), pictures_(pictures), layout_(*layout) {}

  // Places the runs from `y` downwards; returns the y beneath the last line.
  float Place(const std::vector<MarkdownRun>& runs, const Frame& frame, float y);
  Widths Measure(const std::vector<MarkdownRun>& runs, const Frame& frame);

 private:
  // What cannot be broken: a word, a formula, a picture.
  struct Segment {
    const MarkdownRun* run = nullptr;
    std::size_t begin = 0;  // within the run's text
    std::size_t end = 0;
    float width = 0;
    float space = 0;         // of the blanks before it
    bool may_break = false;  // a line may start here
    bool own_line = false;
    int index = -1;  // of a formula or picture
  };

  std::vector<Segment> Split(const std::vector<MarkdownRun>& runs, const Frame& frame);
  void SplitWords(const MarkdownRun& run, const Frame& frame, float room, bool* blank,
                  std::vector<Segment>* segments);
  Segment FormulaSegment(const MarkdownRun& run);
  Segment PictureSegment(const MarkdownRun& run, float room);
  float PlaceLine(const Segment* first, const Segment* last, const Frame& frame, float y);
  float PlaceOwnLine(const Segment& segment, const Frame& frame, float y);
  void AddPiece(const Segment& segment, const Frame& frame, float x, float baseline);
  Font FontOf(const MarkdownRun& run, const Frame& frame) const;
  Color InkOf(const MarkdownRun& run, const Frame& frame) const;
  int LinkOf(const MarkdownRun& run);

  const Theme& theme_;
  const Metrics& m_;
  const MarkdownPictures& pictures_;
  MarkdownLayout& layout_;
  bool measuring_ = false;
};

}  // namespace app
