// The clipboard holds the board of an answer file, marked with its kind.
#include "app/ui/board/board_clip.h"

#include "app/ui/board/board_layout.h"
#include "app/ui/board/mermaid.h"
#include "interview/base/json.h"

namespace app {

using interview::Board;
using interview::ErrorCode;
using interview::Json;
using interview::Result;

namespace {

constexpr std::string_view kKey = "onsite_board";

}  // namespace

std::string BoardClip(const Board& part) {
  Json json = Json::object();
  json[std::string(kKey)] = ToJson(part);
  return interview::DumpJson(json);
}

Result<Board> ReadBoardClip(std::string_view text) {
  if (LooksLikeMermaid(text)) {
    Result<Board> board = ParseMermaid(text);
    if (board) TidyUp(&*board, MermaidDirection(text));
    return board;
  }
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text[start] != '{') {
    return interview::Fail(ErrorCode::kInvalid,
                           "The clipboard holds no whiteboard: neither a copied part of one nor a "
                           "Mermaid flowchart.");
  }
  Result<Json> json = interview::ParseJson(text, "clipboard");
  if (!json) return interview::Forward(json);
  for (const std::string& key : {std::string(kKey), std::string("board")}) {
    if (json->contains(key)) return interview::ParseBoard((*json)[key], "clipboard: " + key);
  }
  return interview::ParseBoard(*json, "clipboard");
}

}  // namespace app
