// LaTeX's notation for formulas into a tree.
#include "app/ui/widgets/math_parser.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace app {
namespace {

using Kind = MathNode::Kind;

constexpr int kDeepest = 40;  // nested groups; what is deeper is shown as written

MathNode Symbol(std::string text, MathAtom atom, MathStyle style) {
  MathNode node;
  node.kind = Kind::kSymbol;
  node.text = std::move(text);
  node.atom = atom;
  node.style = style;
  return node;
}

MathNode Words(std::string text, MathStyle style) {
  MathNode node = Symbol(std::move(text), MathAtom::kOrdinary, style);
  node.words = true;
  return node;
}

MathNode Space(float em) {
  MathNode node;
  node.kind = Kind::kSpace;
  node.size = em;
  return node;
}

MathNode Around(Kind kind, std::string text, std::vector<MathNode> children) {
  MathNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.children = std::move(children);
  return node;
}

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

bool IsLowerGreek(std::string_view text) {
  return text.size() == 2 &&
         ((text[0] == '\xCE' && text[1] >= '\xB1') || (text[0] == '\xCF' && text[1] <= '\x96'));
}

struct Environment {
  std::string_view name, open, close;
  MathNode::Align align;
};
constexpr Environment kEnvironments[] = {
    {"matrix", "", "", MathNode::Align::kCenter},
    {"smallmatrix", "", "", MathNode::Align::kCenter},
    {"array", "", "", MathNode::Align::kCenter},
    {"pmatrix", "(", ")", MathNode::Align::kCenter},
    {"bmatrix", "[", "]", MathNode::Align::kCenter},
    {"Bmatrix", "{", "}", MathNode::Align::kCenter},
    {"vmatrix", "|", "|", MathNode::Align::kCenter},
    {"Vmatrix", "‖", "‖", MathNode::Align::kCenter},
    {"cases", "{", "", MathNode::Align::kLeft},
    {"aligned", "", "", MathNode::Align::kPairs},
    {"align", "", "", MathNode::Align::kPairs},
    {"align*", "", "", MathNode::Align::kPairs},
    {"split", "", "", MathNode::Align::kPairs},
    {"gathered", "", "", MathNode::Align::kCenter},
};

constexpr std::pair<std::string_view, float> kSpaces[] = {
    {",", 0.17f}, {":", 0.22f},   {">", 0.22f},    {";", 0.28f},         {"!", -0.17f},
    {" ", 0.25f}, {"quad", 1.0f}, {"qquad", 2.0f}, {"thinspace", 0.17f}, {"enspace", 0.5f}};

constexpr std::pair<std::string_view, std::string_view> kAccents[] = {
    {"hat", "hat"},      {"widehat", "hat"},         {"bar", "bar"},
    {"overline", "bar"}, {"tilde", "tilde"},         {"widetilde", "tilde"},
    {"vec", "vec"},      {"overrightarrow", "vec"},  {"dot", "dot"},
    {"ddot", "ddot"},    {"underline", "underline"}, {"check", "check"}};

constexpr std::pair<std::string_view, float> kSizes[] = {
    {"big", 1.2f},   {"bigl", 1.2f}, {"bigr", 1.2f},  {"bigm", 1.2f},  {"Big", 1.7f},
    {"Bigl", 1.7f},  {"Bigr", 1.7f}, {"Bigm", 1.7f},  {"bigg", 2.2f},  {"biggl", 2.2f},
    {"biggr", 2.2f}, {"Bigg", 2.8f}, {"Biggl", 2.8f}, {"Biggr", 2.8f}, {"middle", 1.2f}};

template <typename Table>
auto Find(const Table& table, std::string_view name) {
  for (const auto& row : table) {
    if (row.first == name) return &row;
  }
  return static_cast<decltype(&table[0])>(nullptr);
}

class Parser {
 public:
  explicit Parser(std::string_view source) : rest_(source) {}

  MathNode All() {
    MathNode row = Row();
    while (!rest_.empty()) {  // a closing word that nothing opened
      row.children.push_back(Words(std::string(Token()), MathStyle::kUpright));
      MathNode more = Row();
      for (MathNode& node : more.children) row.children.push_back(std::move(node));
    }
    return row;
  }

 private:
  // The next character, or command with its backslash; taken off.
  std::string_view Token() {
    const std::string_view token = Peek();
    rest_.remove_prefix(token.size());
    return token;
  }

  std::string_view Peek() const {
    if (rest_.empty()) return {};
    if (rest_[0] == '\\' && rest_.size() > 1) {
      std::size_t end = 1;
      while (end < rest_.size() && IsLetter(rest_[end])) ++end;
      return rest_.substr(0, end == 1 ? 1 + CharacterSize(rest_.substr(1)) : end);
    }
    return rest_.substr(0, CharacterSize(rest_));
  }

  static std::size_t CharacterSize(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    return size;
  }

  void SkipSpaces() {
    while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_[0])) != 0) {
      rest_.remove_prefix(1);
    }
  }

  bool Take(std::string_view word) {
    SkipSpaces();
    if (Peek() != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  static bool EndsRow(std::string_view token) {
    return token.empty() || token == "}" || token == "&" || token == "\\\\" || token == "\\right" ||
           token == "\\end" || token == "\\cr";
  }

  // What stands until the group, cell or fence ends.
  MathNode Row(std::string_view stop = {}) {
    MathNode row;
    ++depth_;
    for (SkipSpaces(); !EndsRow(Peek()) && Peek() != stop; SkipSpaces()) {
      if (depth_ > kDeepest) {
        row.children.push_back(Words(std::string(Token()), MathStyle::kUpright));
      } else if (const std::string_view next = Peek(); next == "_" || next == "^" || next == "'") {
        row.children.push_back(Scripted(MathNode{}));
      } else {
        row.children.push_back(Scripted(Atom()));
      }
    }
    --depth_;
    Settle(&row);
    return row;
  }

  // A plus with nothing before it is a sign, not an operation.
  static void Settle(MathNode* row) {
    MathAtom before = MathAtom::kOpen;
    for (MathNode& node : row->children) {
      if (node.kind == Kind::kSpace) continue;
      const bool sign = before == MathAtom::kOpen || before == MathAtom::kBinary ||
                        before == MathAtom::kRelation || before == MathAtom::kOperator ||
                        before == MathAtom::kPunctuation;
      if (node.atom == MathAtom::kBinary && sign) node.atom = MathAtom::kOrdinary;
      before = node.atom;
    }
    if (!row->children.empty() && row->children.back().atom == MathAtom::kBinary) {
      row->children.back().atom = MathAtom::kOrdinary;
    }
  }

  // An argument of a command or script: a group, or the one thing that comes next.
  MathNode Argument() {
    SkipSpaces();
    if (EndsRow(Peek()) || depth_ > kDeepest) return {};
    if (IsDigit(rest_[0])) {  // \frac12 is a half
      return Symbol(std::string(Token()), MathAtom::kOrdinary, Upright());
    }
    ++depth_;
    MathNode node = Atom();
    --depth_;
    return node;
  }

  MathNode Scripted(MathNode base) {
    MathNode sub, super;
    bool any = false, limits = base.limits;
    for (SkipSpaces();; SkipSpaces()) {
      const std::string_view next = Peek();
      if (next == "_") {
        Token();
        Append(&sub, Argument());
      } else if (next == "^") {
        Token();
        Append(&super, Argument());
      } else if (next == "'") {
        Token();
        Append(&super, Symbol("′", MathAtom::kOrdinary, MathStyle::kUpright));
      } else if (next == "\\limits" || next == "\\nolimits") {
        limits = Token() == "\\limits";
        continue;
      } else {
        break;
      }
      any = true;
    }
    if (!any) return base;
    MathNode node;
    node.kind = Kind::kScripts;
    node.atom = base.atom;
    node.limits = limits;
    node.children = {std::move(base), std::move(sub), std::move(super)};
    return node;
  }

  static void Append(MathNode* row, MathNode node) {
    if (node.kind == Kind::kRow) {
      for (MathNode& child : node.children) row->children.push_back(std::move(child));
    } else {
      row->children.push_back(std::move(node));
    }
  }

  MathNode Atom() {
    const std::string_view token = Token();
    if (token == "{") {
      MathNode row = Row();
      if (!rest_.empty() && rest_[0] == '}') rest_.remove_prefix(1);
      return row;
    }
    if (token[0] == '\\' && token.size() > 1) return Command(token.substr(1));
    if (IsDigit(token[0])) return Number(token);
    if (token == "~") return Space(0.25f);
    if (token == "|") return Symbol("|", MathAtom::kOrdinary, MathStyle::kUpright);
    if (const MathSymbol* known = FindMathCharacter(token)) return Known(*known);
    return Symbol(std::string(token), MathAtom::kOrdinary,
                  IsLetter(token[0]) || IsLowerGreek(token) ? style_ : Upright());
  }

  MathStyle Upright() const { return style_ == MathStyle::kItalic ? MathStyle::kUpright : style_; }

  MathNode Number(std::string_view first) {
    std::string digits(first);
    while (!rest_.empty() &&
           (IsDigit(rest_[0]) || (rest_[0] == '.' && rest_.size() > 1 && IsDigit(rest_[1])))) {
      digits += rest_[0];
      rest_.remove_prefix(1);
    }
    return Symbol(std::move(digits), MathAtom::kOrdinary, Upright());
  }

  MathNode Known(const MathSymbol& known) const {
    MathNode node =
        Symbol(std::string(known.text), known.atom, IsLowerGreek(known.text) ? style_ : Upright());
    node.limits =
        IsLargeOperator(known.text) && known.text != "∫" && known.text != "∬" && known.text != "∮";
    return node;
  }

  MathNode Command(std::string_view name) {
    if (const auto* space = Find(kSpaces, name)) return Space(space->second);
    if (const auto* accent = Find(kAccents, name)) {
      return Around(Kind::kAccent, std::string(accent->second), {Argument()});
    }
    if (const auto* size = Find(kSizes, name)) return Sized(name, size->second);
    if (const MathFunction* function = FindMathFunction(name)) {
      MathNode node = Words(std::string(function->text), MathStyle::kUpright);
      node.atom = MathAtom::kOperator;
      node.limits = function->limits;
      return node;
    }
    if (const MathSymbol* known = FindMathSymbol(name)) return Known(*known);
    return Construct(name);
  }

  // Commands that take arguments.
  MathNode Construct(std::string_view name) {
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac") {
      MathNode above = Argument();
      return Around(Kind::kFraction, "-", {std::move(above), Argument()});
    }
    if (name == "binom") {
      MathNode above = Argument();
      MathNode pair = Around(Kind::kFraction, "", {std::move(above), Argument()});
      return Fence("(", ")", std::move(pair));
    }
    if (name == "sqrt") return Root();
    if (name == "left") return Fenced();
    if (name == "begin") return Grid();
    if (name == "operatorname") return OperatorName();
    if (name == "text" || name == "textrm" || name == "mbox" || name == "textnormal") {
      return Words(Verbatim(), MathStyle::kUpright);
    }
    if (name == "textbf") return Words(Verbatim(), MathStyle::kBold);
    if (name == "textit") return Words(Verbatim(), MathStyle::kItalic);
    if (name == "mathrm" || name == "rm") return Styled(MathStyle::kUpright);
    if (name == "mathbf" || name == "boldsymbol" || name == "bm") return Styled(MathStyle::kBold);
    if (name == "mathit") return Styled(MathStyle::kItalic);
    if (name == "mathsf" || name == "mathtt") return Styled(MathStyle::kUpright);
    if (name == "mathbb") return Alphabet(DoubleStruckLetter, MathStyle::kDoubleStruck);
    if (name == "mathcal" || name == "mathscr") return Alphabet(ScriptLetter, MathStyle::kItalic);
    if (name == "overset" || name == "stackrel" || name == "underset") return Stacked(name);
    if (name == "displaystyle" || name == "textstyle" || name == "scriptstyle" ||
        name == "nonumber") {
      return {};
    }
    return Words("\\" + std::string(name), MathStyle::kUpright);
  }

  MathNode Sized(std::string_view name, float size) {
    const std::string text = Delimiter();
    MathNode node = Around(Kind::kDelimiter, text, {});
    node.size = size;
    if (name.back() == 'l') node.atom = MathAtom::kOpen;
    if (name.back() == 'r') node.atom = MathAtom::kClose;
    if (name == "middle" || name.back() == 'm') node.atom = MathAtom::kRelation;
    return node;
  }

  // The delimiter after \left and its kin; empty for ".".
  std::string Delimiter() {
    SkipSpaces();
    const std::string_view token = Token();
    if (token == "." || token.empty()) return {};
    if (token == "<") return "⟨";
    if (token == ">") return "⟩";
    if (token[0] != '\\') return std::string(token);
    const MathSymbol* known = FindMathSymbol(token.substr(1));
    return std::string(known == nullptr ? token : known->text);
  }

  static MathNode Fence(std::string open, std::string close, MathNode body) {
    MathNode node = Around(Kind::kFenced, std::move(open), {std::move(body)});
    node.close = std::move(close);
    return node;
  }

  MathNode Fenced() {
    std::string open = Delimiter();
    MathNode body = Row();
    std::string close = Take("\\right") ? Delimiter() : std::string();
    return Fence(std::move(open), std::move(close), std::move(body));
  }

  MathNode Root() {
    SkipSpaces();
    MathNode index;
    bool indexed = false;
    if (Peek() == "[") {
      Token();
      index = Row("]");
      indexed = Take("]");
    }
    MathNode node = Around(Kind::kRoot, "", {Argument()});
    if (indexed) node.children.push_back(std::move(index));
    return node;
  }

  // What stands in braces, letter by letter, with its spaces.
  std::string Verbatim() {
    SkipSpaces();
    if (Peek() != "{") return rest_.empty() ? std::string() : std::string(Token());
    Token();
    std::string text;
    int open = 1;
    while (!rest_.empty()) {
      const std::string_view token = Token();
      if (token == "{") ++open;
      if (token == "}" && --open == 0) break;
      const bool escaped = token.size() == 2 && token[0] == '\\' && !IsLetter(token[1]);
      text += escaped ? token.substr(1) : token;
    }
    return text;
  }

  MathNode OperatorName() {
    bool limits = false;
    if (Peek() == "*") {
      Token();
      limits = true;
    }
    std::string text;
    const std::string written = Verbatim();
    for (std::size_t i = 0; i < written.size(); ++i) {  // "arg\,max"
      if (written[i] == '\\' && i + 1 < written.size() && !IsLetter(written[i + 1])) continue;
      text += written[i] == ',' ? ' ' : written[i];
    }
    MathNode node = Words(std::move(text), MathStyle::kUpright);
    node.atom = MathAtom::kOperator;
    node.limits = limits || node.text.starts_with("arg");
    return node;
  }

  MathNode Styled(MathStyle style) {
    const MathStyle outer = std::exchange(style_, style);
    MathNode node = Argument();
    style_ = outer;
    return node;
  }

  template <typename Letter>
  MathNode Alphabet(Letter letter_of, MathStyle otherwise) {
    MathNode row;
    for (const char c : Verbatim()) {
      const std::string_view own = letter_of(c);
      row.children.push_back(
          own.empty() ? Symbol(std::string(1, c), MathAtom::kOrdinary, otherwise)
                      : Symbol(std::string(own), MathAtom::kOrdinary, MathStyle::kUpright));
    }
    return row.children.size() == 1 ? std::move(row.children[0]) : row;
  }

  MathNode Stacked(std::string_view name) {
    MathNode mark = Argument();
    MathNode base = Argument();
    if (base.kind == Kind::kRow && base.children.size() == 1) {  // {\min} is still an operator
      MathNode only = std::move(base.children[0]);
      base = std::move(only);
    }
    MathNode node;
    node.kind = Kind::kScripts;
    node.atom = base.atom;
    node.limits = true;
    node.size = 1;  // in running text too
    node.children.push_back(std::move(base));
    node.children.push_back(name == "underset" ? std::move(mark) : MathNode{});
    node.children.push_back(name == "underset" ? MathNode{} : std::move(mark));
    return node;
  }

  MathNode Grid() {
    const std::string name = Verbatim();
    const Environment* known = nullptr;
    for (const Environment& e : kEnvironments) {
      if (e.name == name) known = &e;
    }
    if (name == "array") Verbatim();  // its column letters
    std::vector<std::vector<MathNode>> rows(1);
    for (bool more = true; more;) {
      rows.back().push_back(Row());
      if (Take("\\\\") || Take("\\cr")) {
        rows.emplace_back();
      } else if (!Take("&")) {
        more = false;
      }
    }
    if (Take("\\end")) Verbatim();
    if (rows.size() > 1 && rows.back().size() == 1 && rows.back()[0].children.empty()) {
      rows.pop_back();  // a line break after the last row
    }
    return Assembled(known, std::move(rows));
  }

  static MathNode Assembled(const Environment* known, std::vector<std::vector<MathNode>> rows) {
    MathNode grid;
    grid.kind = Kind::kGrid;
    if (known != nullptr) grid.align = known->align;
    for (const auto& row : rows) {
      grid.columns = std::max(grid.columns, static_cast<int>(row.size()));
    }
    for (auto& row : rows) {
      row.resize(static_cast<std::size_t>(grid.columns));
      for (MathNode& cell : row) grid.children.push_back(std::move(cell));
    }
    if (known == nullptr || (known->open.empty() && known->close.empty())) return grid;
    return Fence(std::string(known->open), std::string(known->close), std::move(grid));
  }

  std::string_view rest_;
  MathStyle style_ = MathStyle::kItalic;
  int depth_ = 0;
};

}  // namespace

MathNode ParseMath(std::string_view source) { return Parser(source).All(); }

}  // namespace app
