// The tables behind word_classes.h.
#include "evaluators/text/word_classes.h"

#include <string>
#include <unordered_set>

namespace evaluators {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words& StopWords() {
  static const Words words = {
      "a",    "an",  "the",  "of",   "is",    "are",   "be",   "to",    "in",   "on",    "at",
      "for",  "by",  "with", "and",  "or",    "as",    "it",   "its",   "that", "this",  "these",
      "from", "was", "were", "been", "into",  "than",  "then", "those", "will", "would", "do",
      "does", "did", "has",  "have", "their", "being", "so",   "there", "s"};
  return words;
}

const Words& OtherFunctionWords() {
  static const Words words = {
      "i",       "which",   "you",   "he",    "she",     "we",      "they",   "me",      "us",
      "them",    "his",     "her",   "our",   "my",      "your",    "who",    "whose",   "whom",
      "what",    "when",    "where", "why",   "how",     "if",      "but",    "because", "since",
      "while",   "whereas", "can",   "could", "may",     "might",   "must",   "should",  "shall",
      "had",     "am",      "not",   "no",    "never",   "without", "one",    "other",   "others",
      "each",    "every",   "all",   "any",   "some",    "such",    "only",   "also",    "just",
      "more",    "most",    "less",  "both",  "either",  "neither", "nor",    "until",   "unless",
      "though",  "over",    "under", "after", "before",  "between", "during", "about",   "out",
      "up",      "down",    "off",   "again", "however", "hence",   "thus",   "through", "within",
      "against", "cannot",  "very",  "too",   "like",    "instead", "rather", "get",     "gets",
      "use",     "uses",    "used",  "using", "make",    "makes",   "give",   "gives",   "per",
      "even",    "same",    "here",  "yet",   "still",   "onto",    "via",    "let"};
  return words;
}

const Words& Negations() {
  static const Words words = {"not",   "no",      "never",    "without", "cannot", "neither",
                              "nor",   "none",    "nothing",  "nobody",  "dont",   "doesnt",
                              "didnt", "isnt",    "arent",    "wasnt",   "cant",   "couldnt",
                              "wont",  "wouldnt", "shouldnt", "instead", "unlike"};
  return words;
}

const Words& ClauseStarts() {
  static const Words words = {"but",   "because", "since",   "although",  "though",
                              "while", "whereas", "however", "which",     "if",
                              "when",  "unless",  "until",   "therefore", "hence",
                              "thus",  "so",      "and",     "then"};
  return words;
}

}  // namespace

bool IsStopWord(std::string_view word) { return StopWords().contains(word); }

bool IsFunctionWord(std::string_view word) {
  return IsStopWord(word) || OtherFunctionWords().contains(word) || IsNegation(word);
}

bool IsNegation(std::string_view word) {
  return Negations().contains(word) || word.ends_with("n't");
}

bool StartsClause(std::string_view word) { return ClauseStarts().contains(word); }

bool IsForeignFunctionWord(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "der",   "das",  "und",  "ist", "nicht", "ein",    "eine", "mit",   "werden", "wird", "durch",
      "auf",   "für",  "fuer", "von", "den",   "dem",    "zu",   "im",    "sich",   "bei",  "kein",
      "auch",  "sind", "la",   "los", "las",   "el",     "en",   "por",   "para",   "con",  "una",
      "que",   "y",    "se",   "del", "como",  "cuando", "le",   "les",   "des",    "et",   "est",
      "une",   "pour", "dans", "qui", "sur",   "du",     "gli",  "che",   "di",     "non",  "sono",
      "della", "uma",  "não",  "com", "os",    "mais",   "sin",  "todos", "ce",     "il",   "au"};
  return words.contains(word);
}

}  // namespace evaluators
