// What is taken out of a text, and what stays.
#include "evaluators/llm/redaction.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

TEST(RedactionTest, AddressesPathsKeysAndNamesGo) {
  const std::pair<const char*, const char*> cases[] = {
      {"Write to jane.doe+work@mail.example.org.", "Write to [email]."},
      {"<jane@example.co.uk>", "<[email]>"},
      {"MAIL: A@B.COM!", "MAIL: [email]!"},
      {"open('/home/jane/notes/a.txt')", "open('[path]')"},
      {"see /Users/jane/code.", "see [path]."},
      {"~/secret.txt and C:\\Users\\jane\\x.py", "[path] and [path]"},
      {"\\\\server\\share\\x", "[path]"},
      {"key=sk-abcdefghijklmnop1234", "key=[key]"},
      {"AKIAIOSFODNN7EXAMPLE", "[key]"},
      {"Bearer dGhpcyBpcyBhIHRva2VuIG9mIDMyIGJ5dGVz", "Bearer [key]"},
      {"d41d8cd98f00b204e9800998ecf8427e", "[key]"},
      {"-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nx", "[key]\nx"},
      {"-----BEGIN RSA PRIVATE KEY-----\nMIIE", "[key]"},
      {"I, Jane Doe, and JANE.", "I, [name], and [name]."},
      {"", ""}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(Redact(text, {"jane", "Jane Doe", ""}), expected);
  }
}

TEST(RedactionTest, CodeAndRoutesStay) {
  for (const char* text :
       {"scores = q@k.T", "q @ k.transpose(-2, -1)", "x@w.mean(axis=0)", "h@w.mT + b",
        "GET /api/v1/users/42", "a/b/c and 1/home/2", "@staticmethod", "@torch.no_grad()",
        "sk-learn and sk-short", "test_the_model_learns_from_batches_of_examples", "janet said",
        "https://example.org/home/jane", "12345678901234567890123456789012345678", "user@localhost",
        "C:\\ is a drive", "a // b \\\\ c"}) {
    EXPECT_EQ(Redact(text, {"jane"}), text == std::string("https://example.org/home/jane")
                                          ? "https://example.org/home/[name]"
                                          : text);
  }
}

TEST(RedactionTest, IsDoneAfterOneTime) {
  const std::string once = Redact("jane@example.org /home/jane sk-abcdefghijklmnop1234", {"jane"});
  EXPECT_EQ(Redact(once, {"jane"}), once);
}

TEST(RedactionTest, LongTextsTakeLinearTime) {
  EXPECT_EQ(Redact(std::string(1 << 20, 'a'), {"a"}).size(), std::size_t{1} << 20);
  EXPECT_EQ(Redact(std::string(1 << 20, '-'), {}).size(), std::size_t{1} << 20);
}

TEST(RedactionTest, TheSecretGoesWhereverItStands) {
  EXPECT_EQ(WithoutSecret("a secret, secretsecret", "secret"), "a [key], [key][key]");
  EXPECT_EQ(WithoutSecret("text", ""), "text");
}

}  // namespace
}  // namespace evaluators
