// The fingerprint of texts.
#include "interview/base/hash.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace interview {
namespace {

std::string Of(std::initializer_list<std::string_view> texts) {
  Fingerprint fingerprint;
  for (const std::string_view text : texts) fingerprint.Add(text);
  return fingerprint.Hex();
}

TEST(FingerprintTest, StartsAtThePublishedOffsetBasis) { EXPECT_EQ(Of({}), "cbf29ce484222325"); }

// Computed by hand-written FNV-1a in Python over the bytes and the eight bytes of their length.
TEST(FingerprintTest, IsTheSameOnEveryMachine) {
  EXPECT_EQ(Of({"a"}), "dedf9f982e43402d");
  EXPECT_EQ(Of({"foobar", ""}), "20fd8f7957d7b36e");
}

TEST(FingerprintTest, WhereATextEndsCounts) {
  EXPECT_NE(Of({"ab", "c"}), Of({"a", "bc"}));
  EXPECT_NE(Of({"abc"}), Of({"abc", ""}));
  EXPECT_NE(Of({"a", "b"}), Of({"b", "a"}));
}

}  // namespace
}  // namespace interview
