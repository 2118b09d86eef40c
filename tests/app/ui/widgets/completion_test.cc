// What the word at the caret could become.
#include "app/ui/widgets/completion.h"

#include <gtest/gtest.h>

#include "interview/model/signature.h"

namespace app {
namespace {

using Words = std::vector<std::string>;

// The caret stands at the end of the first line.
TextBuffer Typed(std::string_view content) {
  TextBuffer text(content);
  text.MoveTo({0, static_cast<int>(text.Line(0).size())}, TextBuffer::Selection::kDrop);
  return text;
}

Words Offered(std::string_view content, const CompletionWords& words = {}, std::size_t limit = 40) {
  Words out;
  for (const CompletionItem& item : Complete(Typed(content), words, limit).items) {
    out.push_back(item.word);
  }
  return out;
}

TEST(Completion, OffersTheWordsOfTheText) {
  EXPECT_EQ(Offered("ret\nresult retry reticent"), (Words{"retry", "reticent", "result"}));
}

TEST(Completion, BeginsWhereTheWordBegins) {
  const Completions c = Complete(Typed("x = foo.ba\nbarrel"), {});
  EXPECT_EQ(c.begin, (TextPosition{0, 8}));
  ASSERT_EQ(c.items.size(), 1u);
  EXPECT_EQ(c.items[0], (CompletionItem{"barrel", CompletionSource::kText}));
}

TEST(Completion, BeginningsComeBeforeLettersInOrder) {
  EXPECT_EQ(Offered("mi\nmax_index MIN mid"), (Words{"mid", "MIN", "max_index"}));
}

TEST(Completion, NearerWordsComeFirst) {
  EXPECT_EQ(Offered("lo\nlocal\n\n\nlog"), (Words{"local", "log"}));
  EXPECT_EQ(Offered("lo\nlonger\n\n\nlog"), (Words{"longer", "log"}));
}

TEST(Completion, NamesOfTheSignatureComeFirstAndKeywordsLast) {
  const Words names = {"intervals"};
  const std::vector<std::string_view> keywords = {"in", "int"};
  EXPECT_EQ(Offered("i\nindex", {names, keywords}), (Words{"intervals", "index", "in", "int"}));
}

TEST(Completion, AWordIsOfferedOnce) {
  const Words names = {"target"};
  EXPECT_EQ(Offered("tar\ntarget target", {names, {}}), (Words{"target"}));
}

TEST(Completion, NeitherTheWordItselfNorNumbersNorSingleLetters) {
  EXPECT_EQ(Offered("abc\nabc"), Words{});
  EXPECT_EQ(Offered("x1\n1x1 x"), Words{});
  EXPECT_EQ(Offered("12\n123"), Words{});
}

TEST(Completion, BeyondAscii) { EXPECT_EQ(Offered("é\nécart"), Words{"écart"}); }

TEST(Completion, StopsAtTheLimit) {
  EXPECT_EQ(Offered("a\naa ab ac ad", {}, 3), (Words{"aa", "ab", "ac"}));
}

TEST(Completion, KnowsTheNamesOfASignatureOnceEach) {
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kClass;
  signature.name = "Cache";
  const auto parameter = [](std::string name) {
    interview::Parameter p;
    p.name = std::move(name);
    return p;
  };
  signature.params = {parameter("capacity")};
  signature.methods.resize(2);
  signature.methods[0].name = "get";
  signature.methods[0].params = {parameter("key")};
  signature.methods[1].name = "put";
  signature.methods[1].params = {parameter("key"), parameter("value")};
  EXPECT_EQ(NamesOf(signature), (Words{"Cache", "capacity", "get", "key", "put", "value"}));
}

}  // namespace
}  // namespace app
