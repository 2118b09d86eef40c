// Writes a board as a flowchart: frames as subgraphs, one node or link a line.
#include <cctype>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/ui/board/mermaid.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;

// Within quotation marks. A '#' could begin an escape of its own.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "#quot;";
        break;
      case '#':
        out += "#35;";
        break;
      case '<':
        out += "#lt;";
        break;
      case '>':
        out += "#gt;";
        break;
      case '&':
        out += "#amp;";
        break;
      case '\n':
        out += "<br/>";
        break;
      case '\r':
        out += "#13;";
        break;
      default:
        out += c;
    }
  }
  return out + "\"";
}

bool IsPlainId(std::string_view id) {
  static const std::unordered_set<std::string_view> kWords = {
      "end",   "subgraph", "graph",     "flowchart", "style",    "class",
      "click", "classDef", "linkStyle", "direction", "accTitle", "accDescr"};
  if (id.empty() || kWords.contains(id)) return false;
  for (const char c : id) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_') return false;
  }
  return true;
}

class Writer {
 public:
  explicit Writer(const Board& board) : board_(board) {}

  std::string Run(FlowDirection direction) {
    NameNodes();
    text_ = direction == FlowDirection::kRight ? "flowchart LR\n" : "flowchart TD\n";
    std::unordered_set<std::string> frames;
    for (const BoardNode& node : board_.nodes) {
      if (node.shape == BoardShape::kFrame) frames.insert(node.id);
    }
    for (const BoardNode& node : board_.nodes) {
      const bool inside = frames.contains(node.frame) && node.frame != node.id;
      inner_[inside ? node.frame : ""].push_back(&node);
    }
    WriteNodes("", 1);
    // Frames within each other in a circle hang on nothing; they are written side by side.
    for (const BoardNode& node : board_.nodes) {
      if (!written_.contains(&node)) WriteNode(node, 1);
    }
    for (const BoardEdge& edge : board_.edges) WriteEdge(edge);
    return std::move(text_);
  }

 private:
  void NameNodes() {
    std::unordered_set<std::string> taken;
    for (const BoardNode& node : board_.nodes) {
      if (IsPlainId(node.id)) taken.insert(node.id);
    }
    int next = 1;
    for (const BoardNode& node : board_.nodes) {
      std::string name = node.id;
      while (!IsPlainId(name) || (name != node.id && taken.contains(name))) {
        name = "node" + std::to_string(next++);
      }
      taken.insert(name);
      names_.emplace(node.id, name);
    }
  }

  void WriteNodes(const std::string& frame, int depth) {
    const auto found = inner_.find(frame);
    if (found == inner_.end()) return;
    for (const BoardNode* node : found->second) WriteNode(*node, depth);
  }

  void WriteNode(const BoardNode& node, int depth) {
    if (!written_.insert(&node).second) return;
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    const std::string& name = names_.at(node.id);
    const std::string label = Quoted(node.label.empty() ? node.type : node.label);
    if (node.shape == BoardShape::kFrame) {
      text_ += indent + "subgraph " + name + "[" + label + "]\n";
      WriteNodes(node.id, depth + 1);
      text_ += indent + "end\n";
      return;
    }
    const bool part = !node.type.empty() && node.is_part();
    text_ +=
        indent + name + Shaped(node.shape, label) + (part ? ":::part_" + node.type : "") + "\n";
  }

  static std::string Shaped(BoardShape shape, const std::string& label) {
    switch (shape) {
      case BoardShape::kRectangle:
        return "(" + label + ")";
      case BoardShape::kEllipse:
        return "((" + label + "))";
      case BoardShape::kDiamond:
        return "{" + label + "}";
      case BoardShape::kCylinder:
        return "[(" + label + ")]";
      case BoardShape::kNote:
        return ">" + label + "]:::note";
      case BoardShape::kText:
        return "[" + label + "]:::text";
      case BoardShape::kComponent:
      case BoardShape::kFrame:
        break;
    }
    return "[" + label + "]";
  }

  void WriteEdge(const BoardEdge& edge) {
    auto from = names_.find(edge.from);
    auto to = names_.find(edge.to);
    if (from == names_.end() || to == names_.end()) return;
    if (edge.heads == ArrowHeads::kStart) std::swap(from, to);
    const bool start = edge.heads == ArrowHeads::kBoth;
    const bool end = edge.heads != ArrowHeads::kNone;
    const char* body = edge.line == LineStyle::kThick    ? "=="
                       : edge.line == LineStyle::kDashed ? "-.-"
                                                         : "--";
    const char* last = edge.line == LineStyle::kThick    ? "="
                       : edge.line == LineStyle::kDashed ? ""
                                                         : "-";
    text_ += "  " + from->second + " " + (start ? "<" : "") + body + (end ? ">" : last);
    if (!edge.label.empty()) text_ += "|" + Quoted(edge.label) + "|";
    text_ += " " + to->second + "\n";
  }

  const Board& board_;
  std::unordered_map<std::string, std::string> names_;
  std::unordered_map<std::string, std::vector<const BoardNode*>> inner_;  // by frame
  std::unordered_set<const BoardNode*> written_;
  std::string text_;
};

}  // namespace

std::string ToMermaid(const Board& board, FlowDirection direction) {
  return Writer(board).Run(direction);
}

}  // namespace app
