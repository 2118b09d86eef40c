// The tables of mathematical names.
#include "app/ui/widgets/math_symbols.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {
namespace {

using enum MathAtom;

constexpr MathSymbol kSymbols[] = {
    // Greek
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"varepsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"vartheta", "ϑ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"omicron", "ο"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"varrho", "ϱ"},
    {"sigma", "σ"},
    {"varsigma", "ς"},
    {"tau", "τ"},
    {"upsilon", "υ"},
    {"phi", "φ"},
    {"varphi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Xi", "Ξ"},
    {"Pi", "Π"},
    {"Sigma", "Σ"},
    {"Upsilon", "Υ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    // ordinary
    {"infty", "∞"},
    {"partial", "∂"},
    {"nabla", "∇"},
    {"ell", "ℓ"},
    {"hbar", "ℏ"},
    {"Re", "ℜ"},
    {"Im", "ℑ"},
    {"aleph", "ℵ"},
    {"forall", "∀"},
    {"exists", "∃"},
    {"nexists", "∄"},
    {"emptyset", "∅"},
    {"varnothing", "∅"},
    {"neg", "¬"},
    {"lnot", "¬"},
    {"top", "⊤"},
    {"bot", "⊥"},
    {"angle", "∠"},
    {"degree", "°"},
    {"prime", "′"},
    {"dots", "…"},
    {"ldots", "…"},
    {"cdots", "⋯"},
    {"vdots", "⋮"},
    {"ddots", "⋱"},
    {"square", "□"},
    {"blacksquare", "■"},
    {"star", "⋆", kBinary},
    {"checkmark", "✓"},
    {"vert", "|"},
    {"Vert", "‖"},
    // large operators
    {"sum", "∑", kOperator},
    {"prod", "∏", kOperator},
    {"coprod", "∐", kOperator},
    {"int", "∫", kOperator},
    {"iint", "∬", kOperator},
    {"oint", "∮", kOperator},
    {"bigcup", "⋃", kOperator},
    {"bigcap", "⋂", kOperator},
    {"bigvee", "⋁", kOperator},
    {"bigwedge", "⋀", kOperator},
    // binary
    {"pm", "±", kBinary},
    {"mp", "∓", kBinary},
    {"times", "×", kBinary},
    {"div", "÷", kBinary},
    {"cdot", "·", kBinary},
    {"ast", "∗", kBinary},
    {"circ", "∘", kBinary},
    {"bullet", "∙", kBinary},
    {"odot", "⊙", kBinary},
    {"oplus", "⊕", kBinary},
    {"otimes", "⊗", kBinary},
    {"ominus", "⊖", kBinary},
    {"cup", "∪", kBinary},
    {"cap", "∩", kBinary},
    {"setminus", "∖", kBinary},
    {"wedge", "∧", kBinary},
    {"land", "∧", kBinary},
    {"vee", "∨", kBinary},
    {"lor", "∨", kBinary},
    // relations
    {"le", "≤", kRelation},
    {"leq", "≤", kRelation},
    {"ge", "≥", kRelation},
    {"geq", "≥", kRelation},
    {"ne", "≠", kRelation},
    {"neq", "≠", kRelation},
    {"ll", "≪", kRelation},
    {"gg", "≫", kRelation},
    {"approx", "≈", kRelation},
    {"sim", "∼", kRelation},
    {"simeq", "≃", kRelation},
    {"cong", "≅", kRelation},
    {"equiv", "≡", kRelation},
    {"propto", "∝", kRelation},
    {"coloneqq", "≔", kRelation},
    {"triangleq", "≜", kRelation},
    {"doteq", "≐", kRelation},
    {"prec", "≺", kRelation},
    {"succ", "≻", kRelation},
    {"preceq", "≼", kRelation},
    {"succeq", "≽", kRelation},
    {"in", "∈", kRelation},
    {"notin", "∉", kRelation},
    {"ni", "∋", kRelation},
    {"subset", "⊂", kRelation},
    {"subseteq", "⊆", kRelation},
    {"supset", "⊃", kRelation},
    {"supseteq", "⊇", kRelation},
    {"mid", "∣", kRelation},
    {"parallel", "∥", kRelation},
    {"perp", "⊥", kRelation},
    {"models", "⊨", kRelation},
    {"vdash", "⊢", kRelation},
    {"to", "→", kRelation},
    {"rightarrow", "→", kRelation},
    {"longrightarrow", "→", kRelation},
    {"leftarrow", "←", kRelation},
    {"gets", "←", kRelation},
    {"leftrightarrow", "↔", kRelation},
    {"Rightarrow", "⇒", kRelation},
    {"implies", "⇒", kRelation},
    {"Leftarrow", "⇐", kRelation},
    {"Leftrightarrow", "⇔", kRelation},
    {"iff", "⇔", kRelation},
    {"mapsto", "↦", kRelation},
    {"uparrow", "↑", kRelation},
    {"downarrow", "↓", kRelation},
    {"therefore", "∴", kRelation},
    {"because", "∵", kRelation},
    // fences and punctuation
    {"lbrace", "{", kOpen},
    {"rbrace", "}", kClose},
    {"{", "{", kOpen},
    {"}", "}", kClose},
    {"lbrack", "[", kOpen},
    {"rbrack", "]", kClose},
    {"langle", "⟨", kOpen},
    {"rangle", "⟩", kClose},
    {"lfloor", "⌊", kOpen},
    {"rfloor", "⌋", kClose},
    {"lceil", "⌈", kOpen},
    {"rceil", "⌉", kClose},
    {"lvert", "|", kOpen},
    {"rvert", "|", kClose},
    {"lVert", "‖", kOpen},
    {"rVert", "‖", kClose},
    {"|", "‖"},
    {"colon", ":", kPunctuation},
    {"%", "%"},
    {"$", "$"},
    {"&", "&"},
    {"#", "#"},
    {"_", "_"},
};

// What is typed as it is.
constexpr MathSymbol kCharacters[] = {
    {"+", "+", kBinary},   {"-", "−", kBinary},      {"*", "∗", kBinary},
    {"=", "=", kRelation}, {"<", "<", kRelation},    {">", ">", kRelation},
    {":", ":", kRelation}, {",", ",", kPunctuation}, {";", ";", kPunctuation},
    {"(", "(", kOpen},     {"[", "[", kOpen},        {")", ")", kClose},
    {"]", "]", kClose},    {"!", "!", kClose},       {"?", "?", kClose},
    {"−", "−", kBinary},
};

constexpr MathFunction kFunctions[] = {
    {"log", "log"},
    {"ln", "ln"},
    {"lg", "lg"},
    {"exp", "exp"},
    {"sin", "sin"},
    {"cos", "cos"},
    {"tan", "tan"},
    {"cot", "cot"},
    {"arcsin", "arcsin"},
    {"arccos", "arccos"},
    {"arctan", "arctan"},
    {"sinh", "sinh"},
    {"cosh", "cosh"},
    {"tanh", "tanh"},
    {"max", "max", true},
    {"min", "min", true},
    {"sup", "sup", true},
    {"inf", "inf", true},
    {"lim", "lim", true},
    {"limsup", "lim sup", true},
    {"liminf", "lim inf", true},
    {"argmax", "arg max", true},
    {"argmin", "arg min", true},
    {"arg", "arg"},
    {"det", "det", true},
    {"dim", "dim"},
    {"ker", "ker"},
    {"deg", "deg"},
    {"gcd", "gcd", true},
    {"Pr", "Pr", true},
    {"tr", "tr"},
    {"rank", "rank"},
    {"diag", "diag"},
    {"sign", "sign"},
    {"softmax", "softmax"},
    {"Var", "Var"},
    {"Cov", "Cov"},
    {"KL", "KL"},
    {"hom", "hom"},
};

struct Raised {
  std::string_view plain, super, sub;
};
constexpr Raised kRaised[] = {
    {"0", "⁰", "₀"}, {"1", "¹", "₁"}, {"2", "²", "₂"}, {"3", "³", "₃"}, {"4", "⁴", "₄"},
    {"5", "⁵", "₅"}, {"6", "⁶", "₆"}, {"7", "⁷", "₇"}, {"8", "⁸", "₈"}, {"9", "⁹", "₉"},
    {"+", "⁺", "₊"}, {"−", "⁻", "₋"}, {"=", "⁼", "₌"}, {"(", "⁽", "₍"}, {")", "⁾", "₎"},
    {"a", "ᵃ", "ₐ"}, {"b", "ᵇ", ""},  {"c", "ᶜ", ""},  {"d", "ᵈ", ""},  {"e", "ᵉ", "ₑ"},
    {"h", "ʰ", "ₕ"}, {"i", "ⁱ", "ᵢ"}, {"j", "ʲ", "ⱼ"}, {"k", "ᵏ", "ₖ"}, {"l", "ˡ", "ₗ"},
    {"m", "ᵐ", "ₘ"}, {"n", "ⁿ", "ₙ"}, {"o", "ᵒ", "ₒ"}, {"p", "ᵖ", "ₚ"}, {"r", "ʳ", "ᵣ"},
    {"s", "ˢ", "ₛ"}, {"t", "ᵗ", "ₜ"}, {"u", "ᵘ", "ᵤ"}, {"v", "ᵛ", "ᵥ"}, {"w", "ʷ", ""},
    {"x", "ˣ", "ₓ"}, {"y", "ʸ", ""},  {"z", "ᶻ", ""},  {"T", "ᵀ", ""},  {"⊤", "ᵀ", ""},
    {"′", "′", ""},
};

constexpr std::pair<char, std::string_view> kScript[] = {
    {'B', "ℬ"}, {'E', "ℰ"}, {'F', "ℱ"}, {'H', "ℋ"}, {'I', "ℐ"}, {'L', "ℒ"}, {'M', "ℳ"}, {'R', "ℛ"}};
constexpr std::pair<char, std::string_view> kDoubleStruck[] = {
    {'C', "ℂ"}, {'H', "ℍ"}, {'N', "ℕ"}, {'P', "ℙ"}, {'Q', "ℚ"}, {'R', "ℝ"}, {'Z', "ℤ"}};

template <typename Table, typename Match>
auto Find(const Table& table, const Match& match) {
  const auto found = std::find_if(std::begin(table), std::end(table), match);
  return found == std::end(table) ? nullptr : &*found;
}

}  // namespace

const MathSymbol* FindMathSymbol(std::string_view name) {
  return Find(kSymbols, [&](const MathSymbol& s) { return s.name == name; });
}

const MathSymbol* FindMathCharacter(std::string_view text) {
  if (const MathSymbol* typed =
          Find(kCharacters, [&](const MathSymbol& s) { return s.name == text; })) {
    return typed;
  }
  const bool fence = text == "{" || text == "}" || text == "|";
  return fence ? nullptr : Find(kSymbols, [&](const MathSymbol& s) { return s.text == text; });
}

bool IsLargeOperator(std::string_view text) {
  static constexpr std::string_view kLarge[] = {"∑", "∏", "∐", "∫", "∬", "∮", "⋃", "⋂", "⋁", "⋀"};
  return Find(kLarge, [&](std::string_view large) { return large == text; }) != nullptr;
}

const MathFunction* FindMathFunction(std::string_view name) {
  return Find(kFunctions, [&](const MathFunction& f) { return f.name == name; });
}

std::string_view Superscript(std::string_view character) {
  const Raised* raised = Find(kRaised, [&](const Raised& r) { return r.plain == character; });
  return raised == nullptr ? std::string_view() : raised->super;
}

std::string_view Subscript(std::string_view character) {
  const Raised* raised = Find(kRaised, [&](const Raised& r) { return r.plain == character; });
  return raised == nullptr ? std::string_view() : raised->sub;
}

std::string_view ScriptLetter(char letter) {
  const auto* found = Find(kScript, [&](const auto& pair) { return pair.first == letter; });
  return found == nullptr ? std::string_view() : found->second;
}

std::string_view DoubleStruckLetter(char letter) {
  const auto* found = Find(kDoubleStruck, [&](const auto& pair) { return pair.first == letter; });
  return found == nullptr ? std::string_view() : found->second;
}

}  // namespace app
