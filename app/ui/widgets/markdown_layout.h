// Where the words, formulas, tables and pictures of a Markdown text stand at some width.
// UI thread only (it measures with ImGui's fonts); the result is a plain value in logical pixels
// from the upper left corner of the text. Invariant: pieces are in the order of reading, and each
// knows which bytes of MarkdownDocument::text it shows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/ui/picture_store.h"
#include "app/ui/theme.h"
#include "app/ui/widgets/markdown.h"
#include "app/ui/widgets/math_layout.h"

namespace app {

struct MarkdownPiece {
  enum class Kind : std::uint8_t { kText, kMath, kPicture, kOpenTask, kDoneTask };
  Kind kind = Kind::kText;
  bool boxed = false;  // inline code stands on a ground of its own
  bool strike = false;
  int link = -1;   // index into MarkdownLayout::links
  int strip = -1;  // index into MarkdownLayout::strips
  int index = -1;  // into formulas or pictures
  ImVec2 at{};     // upper left corner
  float width = 0;
  float height = 0;
  Font font{};
  Color color = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct MarkdownLayout {
  struct Box {
    ImVec2 min{}, max{};
    Color fill = 0;
    Color border = 0;
    int strip = -1;
  };
  struct Code {  // a block of code
    ImVec2 min{}, max{};
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Strip {  // a table or formula that is wider than the text, and scrolls sideways
    ImVec2 min{}, max{};
    float content = 0;
  };
  struct Formula {
    MathBox box;
    float ascent = 0;  // of the line's top above its baseline
    std::string spoken;
  };
  struct Shown {  // a picture, or what is said in its place
    const Picture* picture = nullptr;
    std::string alternative;
  };
  std::vector<MarkdownPiece> pieces;
  std::vector<Box> boxes;
  std::vector<Code> codes;
  std::vector<Strip> strips;
  std::vector<Formula> formulas;
  std::vector<Shown> pictures;
  std::vector<std::string> links;  // addresses
  float height = 0;
  float used_width = 0;  // of the widest line
};

struct MarkdownPictures {
  PictureStore* store = nullptr;  // null: alternative texts
  std::filesystem::path folder;
};

MarkdownLayout LayoutMarkdown(const MarkdownDocument& document, const Theme& theme, float width,
                              const MarkdownPictures& pictures);

}  // namespace app
