// The techniques of the rubric grader, each of which can be left out: how the measurements learn
// what each one adds. Graders use the defaults.
// Any thread; plain values.
#pragma once

namespace evaluators {

struct GraderOptions {
  bool stems = true;           // "layers" for "layer"
  bool synonyms = true;        // the lexicon
  bool spelling = true;        // small mistakes in long words
  bool windows = true;         // the words of an alternative apart and in any order
  bool neighbours = true;      // … across two neighbouring sentences, for less
  bool incomplete = true;      // … with one of several words missing, for less
  bool negation = true;        // what is denied earns nothing
  bool contrasts = true;       // what is said of "L2" is not said of "L1"
  bool guards = true;          // lists, copies, speeches, other languages
  bool misconceptions = true;  // their penalties
  bool point_weights = true;   // points count by their weight, not alike
  bool model_answer = true;    // the overlap with the model answer
  bool word_weights = true;    // … in which telling words count more
  bool question_words = true;  // … and words of the question less
  bool completeness = true;    // … and the length of the answer beside that of the model's
};

}  // namespace evaluators
