// Reads flowchart text line by line; a line is a row of nodes and links.
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/ui/board/mermaid.h"
#include "app/ui/board/mermaid_text.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;
using interview::Result;

constexpr std::size_t kMostText = 1'000'000;  // bytes
constexpr std::size_t kMostItems = 20'000;    // nodes and edges

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

// The letters of an id; bytes of other alphabets are letters too.
bool IsIdCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool StartsWithWord(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() || !IsIdCharacter(line[word.size()]));
}

struct Brackets {
  std::string_view open, close;
  BoardShape shape;
};
// Longer ones first.
constexpr std::array<Brackets, 13> kBrackets = {{{"(((", ")))", BoardShape::kEllipse},
                                                 {"([", "])", BoardShape::kEllipse},
                                                 {"[(", ")]", BoardShape::kCylinder},
                                                 {"[[", "]]", BoardShape::kRectangle},
                                                 {"[/", "/]", BoardShape::kRectangle},
                                                 {"[\\", "\\]", BoardShape::kRectangle},
                                                 {"((", "))", BoardShape::kEllipse},
                                                 {"{{", "}}", BoardShape::kDiamond},
                                                 {"[", "]", BoardShape::kComponent},
                                                 {"(", ")", BoardShape::kRectangle},
                                                 {"{", "}", BoardShape::kDiamond},
                                                 {">", "]", BoardShape::kNote},
                                                 {"|", "|", BoardShape::kText}}};
constexpr std::size_t kNodeBrackets = 12;  // the last one is a link's label

struct Link {
  ArrowHeads heads = ArrowHeads::kEnd;
  LineStyle line = LineStyle::kSolid;
  std::string label;
};

class Parser {
 public:
  Result<Board> Run(std::string_view text) {
    if (text.size() > kMostText) {
      return interview::Fail(
          interview::ErrorCode::kInvalid,
          "The Mermaid text is longer than a million bytes; paste a part of it.");
    }
    while (!text.empty() && problem_.empty()) {
      ++line_number_;
      const std::size_t end = std::min(text.find('\n'), text.size());
      ReadLine(Trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (problem_.empty() && !header_) Complain("the text has no line \"flowchart LR\"");
    if (problem_.empty() && !frames_.empty()) {
      Complain("the subgraph \"" + frames_.back() + "\" has no \"end\"");
    }
    if (!problem_.empty()) return interview::Fail(interview::ErrorCode::kInvalid, problem_);
    return std::move(board_);
  }

 private:
  void Complain(const std::string& what) {
    if (problem_.empty()) {
      problem_ = "Mermaid, line " + std::to_string(line_number_) + ": " + what + ".";
    }
  }

  // Statements of one line, apart at semicolons outside of quotes and brackets.
  void ReadLine(std::string_view line) {
    if (line.starts_with("%%") || line.empty() || ReadFrontMatter(line)) return;
    std::size_t from = 0;
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
      if (i < line.size() && line[i] == '"') quoted = !quoted;
      if (i < line.size() && !quoted) {
        if (std::string_view("[({").find(line[i]) != std::string_view::npos) ++depth;
        if (std::string_view("])}").find(line[i]) != std::string_view::npos)
          depth = std::max(0, depth - 1);
      }
      if (i < line.size() && (line[i] != ';' || quoted || depth > 0)) continue;
      const std::string_view statement = Trimmed(line.substr(from, i - from));
      if (!statement.empty() && problem_.empty()) ReadStatement(statement);
      from = i + 1;
    }
  }

  // The "---" … "---" block that may stand before the flowchart.
  bool ReadFrontMatter(std::string_view line) {
    if (header_) return false;
    if (line == "---") {
      front_matter_ = !front_matter_;
      return true;
    }
    return front_matter_;
  }

  void ReadStatement(std::string_view statement) {
    if (!header_) {
      if (!StartsWithWord(statement, "flowchart") && !StartsWithWord(statement, "graph")) {
        return Complain("the first line must be \"flowchart LR\" or \"graph TD\"");
      }
      const std::string_view direction = Trimmed(statement.substr(statement[0] == 'f' ? 9 : 5));
      static constexpr std::array<std::string_view, 6> kDirections = {"",   "LR", "RL",
                                                                      "TD", "TB", "BT"};
      if (std::find(kDirections.begin(), kDirections.end(), direction) == kDirections.end()) {
        return Complain("\"" + std::string(direction) + "\" is no direction; use LR or TD");
      }
      header_ = true;
      return;
    }
    if (StartsWithWord(statement, "subgraph")) return OpenFrame(Trimmed(statement.substr(8)));
    if (statement == "end") {
      if (frames_.empty()) return Complain("\"end\" without a \"subgraph\" before it");
      frames_.pop_back();
      return;
    }
    for (const std::string_view skipped : {"style", "classDef", "class", "click", "linkStyle",
                                           "direction", "accTitle", "accDescr"}) {
      if (StartsWithWord(statement, skipped) && !IsConnection(statement, skipped)) return;
    }
    ReadChain(statement);
  }

  // A node may be called "style" or "class": what follows is then a link.
  static bool IsConnection(std::string_view statement, std::string_view word) {
    const std::string_view rest = Trimmed(statement.substr(word.size()));
    return rest.starts_with("--") || rest.starts_with("==") || rest.starts_with("-.") ||
           rest.starts_with("<-");
  }

  void OpenFrame(std::string_view title) {
    rest_ = title;
    std::string id = ReadQuoted().value_or(std::string());
    std::string label = id;
    if (id.empty()) {
      const std::size_t bracket = title.find('[');
      id = std::string(Trimmed(title.substr(0, bracket)));
      label = id;
      if (bracket != std::string_view::npos) {
        rest_ = title.substr(bracket + 1);
        label = ReadLabel("]", "[");
        if (!problem_.empty()) return;
      } else {
        rest_ = {};
      }
    }
    if (id.empty()) id = "subgraph" + std::to_string(++unnamed_);
    if (!Trimmed(rest_).empty()) {
      return Complain("\"" + std::string(Trimmed(rest_)) + "\" after the subgraph's title");
    }
    const std::size_t index = NodeIndex(id);
    board_.nodes[index].shape = BoardShape::kFrame;
    board_.nodes[index].label = label;
    frames_.push_back(id);
  }

  // a & b --> c -- label --> d
  void ReadChain(std::string_view statement) {
    rest_ = statement;
    std::vector<std::string> before = ReadGroup();
    while (problem_.empty() && !SkipSpace().empty() && !rest_.starts_with("%%")) {
      const std::optional<Link> link = ReadLink();
      if (!link) return;
      const std::vector<std::string> after = ReadGroup();
      if (!problem_.empty()) return;
      for (const std::string& from : before) {
        for (const std::string& to : after) AddEdge(from, to, *link);
      }
      before = after;
    }
  }

  void AddEdge(const std::string& from, const std::string& to, const Link& link) {
    BoardEdge edge{from, to, link.label};
    edge.id = "e" + std::to_string(board_.edges.size() + 1);
    edge.heads = link.heads;
    edge.line = link.line;
    board_.edges.push_back(std::move(edge));
    CountItems();
  }

  void CountItems() {
    if (board_.edges.size() + board_.nodes.size() > kMostItems) {
      Complain("more than 20000 nodes and links; paste a part of the flowchart");
    }
  }

  std::vector<std::string> ReadGroup() {
    std::vector<std::string> ids;
    while (problem_.empty()) {
      ids.push_back(ReadNode());
      if (SkipSpace().empty() || rest_.front() != '&') break;
      rest_.remove_prefix(1);
    }
    return ids;
  }

  std::string_view SkipSpace() { return rest_ = Trimmed(rest_); }

  std::string ReadId() {
    std::size_t end = 0;
    // A hyphen or a dot belongs to an id only between two of its letters: a-b, but a-->b.
    while (end < rest_.size() &&
           (IsIdCharacter(rest_[end]) ||
            (end > 0 && (rest_[end] == '-' || rest_[end] == '.') && end + 1 < rest_.size() &&
             IsIdCharacter(rest_[end + 1]) && !(rest_[end] == '-' && EndsLink(end))))) {
      ++end;
    }
    std::string id(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return id;
  }

  // "a-x" with a lone x or o after the hyphen is an id all the same.
  bool EndsLink(std::size_t at) const { return at + 1 < rest_.size() && rest_[at + 1] == '-'; }

  std::string ReadNode() {
    SkipSpace();
    const std::string id = ReadId();
    if (id.empty()) {
      Complain(rest_.empty() ? "a node is missing after the link"
                             : "a node is expected at \"" + Shown(rest_) + "\"");
      return {};
    }
    if (id == "end") {
      Complain("\"end\" is a word of Mermaid; call the node End");
      return {};
    }
    const std::size_t index = NodeIndex(id);
    for (std::size_t i = 0; i < kNodeBrackets; ++i) {
      const Brackets& brackets = kBrackets[i];
      if (!rest_.starts_with(brackets.open)) continue;
      rest_.remove_prefix(brackets.open.size());
      const std::string label = ReadLabel(brackets.close, brackets.open);
      board_.nodes[index].label = label;
      board_.nodes[index].shape = brackets.shape;
      break;
    }
    if (rest_.starts_with(":::")) {
      rest_.remove_prefix(3);
      const std::string name = ReadId();
      if (name.starts_with("part_")) TakeType(name.substr(5), &board_.nodes[index]);
      if (name == "note") board_.nodes[index].shape = BoardShape::kNote;
      if (name == "text") board_.nodes[index].shape = BoardShape::kText;
    }
    return id;
  }

  static void TakeType(std::string type, BoardNode* node) {
    if (node->label == type) node->label.clear();
    node->type = std::move(type);
  }

  static std::string Shown(std::string_view text) {
    return std::string(text.substr(0, std::min<std::size_t>(text.size(), 24)));
  }

  // A quoted text at the start of the rest, taken off.
  std::optional<std::string> ReadQuoted() {
    if (SkipSpace().empty() || rest_.front() != '"') return std::nullopt;
    const std::size_t end = rest_.find('"', 1);
    if (end == std::string_view::npos) {
      Complain("a quotation mark is not closed");
      return std::string();
    }
    std::string text = Unescaped(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    SkipSpace();
    return text;
  }

  std::string ReadLabel(std::string_view close, std::string_view open) {
    const std::string_view whole = rest_;
    if (std::optional<std::string> quoted = ReadQuoted()) {
      if (rest_.starts_with(close)) {
        rest_.remove_prefix(close.size());
        return *quoted;
      }
      rest_ = whole;  // a quotation within a plain label
    }
    const std::size_t end = rest_.find(close);
    if (end == std::string_view::npos) {
      Complain("\"" + std::string(open) + "\" is not closed by \"" + std::string(close) + "\"");
      return {};
    }
    const std::string label = Unescaped(Trimmed(rest_.substr(0, end)));
    rest_.remove_prefix(end + close.size());
    return label;
  }

  // --> --- -.-> ==> <--> --x --o, longer ones, |label| after it or "label" within it.
  std::optional<Link> ReadLink() {
    const std::string_view start = rest_;
    Link link;
    bool at_start = false;
    if (rest_.front() == '<' || ((rest_.front() == 'o' || rest_.front() == 'x') &&
                                 (rest_.substr(1, 2) == "--" || rest_.substr(1, 2) == "=="))) {
      at_start = true;
      rest_.remove_prefix(1);
    }
    const auto run = [this](std::string_view letters) {
      std::size_t n = 0;
      while (n < rest_.size() && letters.find(rest_[n]) != std::string_view::npos) ++n;
      const std::string_view taken = rest_.substr(0, n);
      rest_.remove_prefix(n);
      return taken;
    };
    std::string_view body = run("-=.");
    const auto style = [&](std::string_view b) {
      return b.find('=') != std::string_view::npos   ? LineStyle::kThick
             : b.find('.') != std::string_view::npos ? LineStyle::kDashed
                                                     : LineStyle::kSolid;
    };
    link.line = style(body);
    if (body.size() < 2) {
      rest_ = start;
      Complain("a link such as --> is expected at \"" + Shown(rest_) + "\"");
      return std::nullopt;
    }
    bool at_end = TakeHead();
    const bool whole = at_end || body.size() > 2;
    if (!whole && !ReadInnerLabel(&link, &at_end)) return std::nullopt;
    if (SkipSpace().starts_with("|")) {
      rest_.remove_prefix(1);
      link.label = ReadLabel("|", "|");
    }
    link.heads = at_end && at_start ? ArrowHeads::kBoth
                 : at_end           ? ArrowHeads::kEnd
                 : at_start         ? ArrowHeads::kStart
                                    : ArrowHeads::kNone;
    return link;
  }

  bool TakeHead() {
    if (rest_.empty()) return false;
    const bool cross = (rest_[0] == 'x' || rest_[0] == 'o') &&
                       (rest_.size() == 1 || IsSpace(rest_[1]) || rest_[1] == '|');
    if (rest_[0] != '>' && !cross) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // The text and the end of a link that began with -- or == or -. alone.
  bool ReadInnerLabel(Link* link, bool* at_end) {
    if (std::optional<std::string> quoted = ReadQuoted()) {
      link->label = *quoted;
    } else {
      const std::size_t end = std::min({rest_.find("--"), rest_.find("=="), rest_.find(".-")});
      if (end == std::string_view::npos) {
        Complain("the link has no end; write --> or -- label -->");
        return false;
      }
      link->label = Unescaped(Trimmed(rest_.substr(0, end)));
      rest_.remove_prefix(end);
    }
    std::size_t n = 0;
    while (n < rest_.size() && std::string_view("-=.").find(rest_[n]) != std::string_view::npos)
      ++n;
    if (n < 2) {
      Complain("the link has no end after its label; write -- label -->");
      return false;
    }
    rest_.remove_prefix(n);
    *at_end = TakeHead();
    return true;
  }

  std::size_t NodeIndex(const std::string& id) {
    const auto [found, first] = index_.emplace(id, board_.nodes.size());
    if (first) {
      BoardNode node{id, "", id, ""};
      if (!frames_.empty()) node.frame = frames_.back();
      board_.nodes.push_back(std::move(node));
      CountItems();
    } else if (!frames_.empty() && board_.nodes[found->second].frame.empty() && !IsOpen(id)) {
      board_.nodes[found->second].frame = frames_.back();
    }
    return found->second;
  }

  bool IsOpen(const std::string& id) const {
    return std::find(frames_.begin(), frames_.end(), id) != frames_.end();
  }

  Board board_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::string> frames_;  // open subgraphs, the outermost first
  std::string_view rest_;
  std::string problem_;
  int line_number_ = 0;
  int unnamed_ = 0;
  bool header_ = false;
  bool front_matter_ = false;
};

// The first statement that is no comment and no front matter.
std::string_view FirstStatement(std::string_view text) {
  bool front_matter = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = Trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line == "---") front_matter = !front_matter;
    if (line.empty() || line == "---" || front_matter || line.starts_with("%%")) continue;
    return line;
  }
  return {};
}

}  // namespace

bool LooksLikeMermaid(std::string_view text) {
  const std::string_view line = FirstStatement(text);
  return StartsWithWord(line, "flowchart") || StartsWithWord(line, "graph");
}

Result<Board> ParseMermaid(std::string_view text) { return Parser().Run(text); }

FlowDirection MermaidDirection(std::string_view text) {
  const std::string_view line = FirstStatement(text);
  const bool level =
      line.find(" LR") != std::string_view::npos || line.find(" RL") != std::string_view::npos;
  return level ? FlowDirection::kRight : FlowDirection::kDown;
}

}  // namespace app
