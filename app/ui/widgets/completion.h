// What the word at the caret could become: names of the signature, words of the text, keywords of
// the language. Any thread; no shared state. It knows no types and no scopes: it saves typing, as
// an interview's pad would, and does not think.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/text_buffer.h"

namespace interview {
struct Signature;
}

namespace app {

enum class CompletionSource { kSignature, kText, kKeyword };

struct CompletionItem {
  std::string word;
  CompletionSource source = CompletionSource::kText;
  bool operator==(const CompletionItem&) const = default;
};

struct Completions {
  TextPosition begin;  // of the word that is being typed; it ends at the caret
  std::vector<CompletionItem> items;
};

struct CompletionWords {
  std::span<const std::string> names;          // of the signature
  std::span<const std::string_view> keywords;  // of the language
};

// The best ones first, at most `limit`: words that begin as typed (in the same case before the
// other one), then words that hold its letters in order; among equals the signature's names, then
// the words nearest to the caret, then keywords. Looks at a few thousand lines around the caret.
// The word itself is none.
Completions Complete(const TextBuffer& text, const CompletionWords& words, std::size_t limit = 40);

// Function, parameters, methods: each once.
std::vector<std::string> NamesOf(const interview::Signature& signature);

}  // namespace app
