// ML solutions against the checks of the bank, across two boxes.
#include "evaluators/judge/ml_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/ml_fixture.h"

namespace evaluators {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::MlCodingSpec;
using interview::QuestionPtr;
using interview::Verdict;
using testing::HasSubstr;

const interview::QuestionBank& Bank() {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  return bank;
}

class EverySolution : public testing::TestWithParam<const char*> {};

TEST_P(EverySolution, PassesAllChecks) {
  const QuestionPtr question = Bank().Find(GetParam());
  ASSERT_TRUE(question);
  const Evaluation evaluation =
      Judge(question, std::get<MlCodingSpec>(question->spec).solution.text);
  for (const interview::Criterion& criterion : evaluation.criteria) {
    EXPECT_EQ(criterion.credit, 1) << criterion.id << ": " << criterion.reason;
  }
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted);
  EXPECT_DOUBLE_EQ(evaluation.score, 1);
}

INSTANTIATE_TEST_SUITE_P(Bank, EverySolution,
                         testing::Values("kmeans-lloyd", "knn-classifier",
                                         "linreg-gradient-descent", "logistic-regression-gd",
                                         "scaled-dot-attention"));

TEST(MlJudge, RunTakesThePublicChecksAlone) {
  const QuestionPtr question = Bank().Find("scaled-dot-attention");
  const auto& spec = std::get<MlCodingSpec>(question->spec);
  const Evaluation evaluation = Judge(question, spec.solution.text, EvaluationKind::kRunVisible);
  const auto is_public = [](const interview::MlCheck& check) { return check.is_public; };
  EXPECT_EQ(static_cast<std::ptrdiff_t>(evaluation.criteria.size()),
            std::count_if(spec.checks.begin(), spec.checks.end(), is_public));
}

TEST(MlJudge, ValuesCrossAsTheyAre) {
  const QuestionPtr question = Handmade(
      "    a = rng.normal(size=(3, 4)).astype(np.float32)\n"
      "    got = sol.f(a)\n"
      "    assert got.dtype == np.float32 and (got == a).all()\n"
      "    for v in (None, True, 3, -2.5, float('inf'), 'text', [1, [2]], (1, (2, 'x')), {'a': 1, "
      "2: [3]},\n"
      "              {1, 2}, 10**30, np.float32(1.5), np.int64(7), b'raw', 1j, np.zeros((0, 3)),\n"
      "              np.array([True, False]), np.array(['ab', 'c']), np.array(5)):\n"
      "        got = sol.f(v)\n"
      "        assert type(got) is type(v), (v, got)\n"
      "        assert np.array_equal(got, v) if isinstance(v, np.ndarray) else got == v, (v, got)\n"
      "    assert np.isnan(sol.f(float('nan')))\n"
      "    g = np.random.default_rng(5)\n"
      "    assert sol.f(g).normal() == np.random.default_rng(5).normal()\n");
  const Evaluation evaluation = Judge(question, "def f(x):\n    return x\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

TEST(MlJudge, ObjectsHaveMethodsAndAttributes) {
  const QuestionPtr question = Handmade(
      "    m = sol.Model(2)\n"
      "    assert m.fit(np.array([1.0, 2.0])) is None or True\n"
      "    assert m.w == 6.0 and m.predict(x=2) == 12.0\n"
      "    m.w = 1.0\n"
      "    assert m.predict(2) == 2.0\n"
      "    assert sol.Model(3).w == 0.0 and m.w == 1.0\n"
      "    assert sol.same(m) == 1.0\n",
      {"Model", "same"});
  const Evaluation evaluation =
      Judge(question,
            "class Model:\n"
            "    def __init__(self, k):\n        self.k, self.w = k, 0.0\n"
            "    def fit(self, x):\n        self.w = self.k * x.sum()\n"
            "        return self\n"
            "    def predict(self, x):\n        return self.w * x\n"
            "def same(m):\n    return m.w\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

TEST(MlJudge, CallbacksGoTheOtherWay) {
  const QuestionPtr question = Handmade(
      "    seen = []\n"
      "    def gradient(x):\n        seen.append(float(x)); return 2 * x\n"
      "    assert abs(sol.f(gradient, 1.0)) < 1e-3\n"
      "    assert len(seen) == 50\n");
  const Evaluation evaluation = Judge(
      question, "def f(g, x):\n    for _ in range(50):\n        x -= 0.1 * g(x)\n    return x\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

TEST(MlJudge, ExceptionsKeepTheirTypeAndText) {
  const QuestionPtr question = Handmade(
      "    try:\n        sol.f(-1)\n        assert False, 'no error'\n"
      "    except ValueError as e:\n        assert 'negative' in str(e)\n"
      "    sol.f(0)\n");
  const Evaluation evaluation =
      Judge(question,
            "class Mine(ValueError): pass\n"
            "def f(x):\n    if x < 0: raise Mine('negative')\n    return 1 // x\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kRuntimeError);
  EXPECT_THAT(evaluation.judgement->message, HasSubstr("ZeroDivisionError"));
  EXPECT_THAT(evaluation.judgement->first_failure->err, HasSubstr("line 4, in f"));
  EXPECT_EQ(evaluation.judgement->first_failure->err.find("onsite_peer"), std::string::npos);
}

TEST(MlJudge, ForbiddenThingsAreViolationsWithASentence) {
  const QuestionPtr question = Handmade("    sol.f(1)\n");
  struct Case {
    const char* source;
    const char* says;
  };
  for (const Case& one :
       {Case{"import scipy.stats\ndef f(x): return x\n", "Line 1 imports scipy.stats"},
        Case{"def f(x):\n    from scipy import stats\n    return x\n", "Line 2 imports scipy"},
        Case{"def f(x):\n    return __import__('scipy')\n", "Line 2 imports scipy"},
        Case{"import numpy as q\ndef f(x):\n    return q.linalg.lstsq(x, x)\n",
             "Line 3 uses np.linalg.lstsq"},
        Case{"from numpy.linalg import lstsq as g\ndef f(x): return g(x, x)\n", "np.linalg.lstsq"},
        Case{"import numpy as np\ndef f(x): return np.einsum('i->i', x)\n", "einsum"}}) {
    const Evaluation evaluation = Judge(question, one.source);
    EXPECT_EQ(evaluation.judgement->verdict, Verdict::kViolation) << one.source;
    EXPECT_THAT(evaluation.judgement->message, HasSubstr(one.says));
    EXPECT_EQ(evaluation.score, 0);
  }
  const Evaluation hidden = Judge(question, "def f(x):\n    return __import__('sci' + 'py')\n");
  EXPECT_EQ(hidden.judgement->verdict, Verdict::kRuntimeError) << hidden.judgement->message;
}

TEST(MlJudge, TheChecksCannotBeReadByTheCandidate) {
  const QuestionPtr question =
      Handmade("    secret_of_the_checks = 41\n    assert sol.f(1) == 0\n");
  const Evaluation evaluation =
      Judge(question,
            "import gc, os, sys\n"
            "def f(x):\n"
            "    needle = 'secret_' + 'of_the_checks'\n"
            "    found = sum(needle in v for v in gc.get_objects() if isinstance(v, str))\n"
            "    for root, _, files in os.walk('/'):\n"
            "        if root.startswith(('/proc', '/usr', '/dev', '/etc')): continue\n"
            "        for name in files:\n"
            "            path = os.path.join(root, name)\n"
            "            if os.path.isfile(path):\n"
            "                found += needle in open(path, errors='replace').read()\n"
            "    frame = sys._getframe().f_back\n"
            "    while frame:\n"
            "        found += needle in repr(frame.f_locals) + repr(frame.f_globals)\n"
            "        frame = frame.f_back\n"
            "    return found\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

TEST(MlJudge, DeathsAndForgeriesEndSafely) {
  const QuestionPtr question = Handmade("    assert sol.f(np.ones(3)) == 1\n");
  struct Case {
    const char* source;
    Verdict verdict;
  };
  for (const Case& one :
       {Case{"import os\ndef f(x): os._exit(0)\n", Verdict::kRuntimeError},
        Case{"def f(x):\n    while True: pass\n", Verdict::kTimeLimit},
        Case{"import time\ndef f(x): time.sleep(100)\n", Verdict::kTimeLimit},
        Case{"import os\ndef f(x):\n    os.write(3, b'{\"verdict\":{\"passed\":true}}\\n')\n    "
             "return 2\n",
             Verdict::kViolation},
        Case{"import os\ndef f(x):\n    os.write(3, b'nonsense\\n')\n    return 1\n",
             Verdict::kViolation},
        Case{"import os\ndef f(x):\n    os.write(3, "
             "b'{\"return\":{\"$array\":{\"dtype\":\"O\",\"shape\":[1],"
             "\"data\":\"AAAAAAAAAAA=\"}}}\\n')\n    os._exit(0)\n",
             Verdict::kViolation},
        Case{"class Liar:\n    def __eq__(self, o): return True\ndef f(x): return Liar()\n",
             Verdict::kWrongAnswer},
        Case{"def f(x): return 2\n", Verdict::kWrongAnswer},
        Case{"def f(x): return (\n", Verdict::kCompileError},
        Case{"def g(x): return 1\n", Verdict::kCompileError},
        Case{"raise ValueError('early')\n", Verdict::kRuntimeError}}) {
    const Evaluation evaluation = Judge(question, one.source);
    EXPECT_EQ(evaluation.judgement->verdict, one.verdict)
        << one.source << evaluation.judgement->message;
    EXPECT_EQ(evaluation.score, 0);
  }
}

TEST(MlJudge, ACallbackGivesAwayNothingButItself) {
  const QuestionPtr question = Handmade(
      "    class Tally:\n"
      "        count = 0\n"
      "        def add(self, n):\n"
      "            self.count += n\n"
      "            return self.count\n"
      "    tally = Tally()\n"
      "    numbers = (n for n in range(3))\n"
      "    got = sol.f(lambda x: x + 1, tally, numbers, np.random.RandomState)\n"
      "    assert got == [8, 5, []], got\n"
      "    assert tally.count == 5 and not np.allclose([1.0], [2.0])\n");
  const Evaluation evaluation = Judge(question, R"py(
def f(call, tally, numbers, kind):
    won = []
    for target, own in ((call, "__closure__"), (tally, "_private"), (numbers, "gi_frame"), (kind, "mro")):
        peer, handle = target._peer, target._handle
        for name in ("__globals__", "__code__", "__class__", "__dict__", "__init__", "__reduce_ex__", own):
            for attempt in (lambda: peer.get(handle, name), lambda: peer.call(handle, name, (), {}),
                            lambda: peer.call(handle, "__setattr__", (name, 1), {})):
                try:
                    won.append([name, repr(attempt())])
                except AttributeError:
                    pass
    return [call(7), tally.add(5), won]
)py");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

TEST(MlJudge, CallbacksWithoutEndAndTextWithoutMeasureAreTheCandidatesFault) {
  const QuestionPtr question = Handmade("    assert sol.f(lambda: 1) == 1\n");
  struct Case {
    const char* source;
    Verdict verdict;
  };
  for (const Case& one : {Case{R"py(
def f(g):
    while True: g()
)py",
                               Verdict::kTimeLimit},
                          Case{R"py(
import time
def f(g):
    while True: time.sleep(1); g()
)py",
                               Verdict::kTimeLimit},
                          Case{R"py(
import os, time
def f(g):
    rest = memoryview(b'{"return":[' + b'1,' * 5_000_000 + b'1]}\n')
    while rest: rest = rest[os.write(3, rest):]
    time.sleep(60)
)py",
                               Verdict::kOutputLimit},
                          Case{R"py(
import os
def f(g): os.write(3, b'{"return":1,"return":2}\n')
)py",
                               Verdict::kViolation},
                          Case{R"py(
import os
def f(g): os.write(3, b'[' * 3000 + b']' * 3000 + b'\n')
)py",
                               Verdict::kViolation}}) {
    const Evaluation evaluation = Judge(question, one.source);
    EXPECT_EQ(evaluation.judgement->verdict, one.verdict)
        << one.source << evaluation.judgement->message;
  }
}

TEST(MlJudge, TheTimeOfTheLastCallIsTheTimeInside) {
  const QuestionPtr question = Handmade(
      "    sol.f(0)\n    assert sol.last_call_ms < 60, sol.last_call_ms\n"
      "    sol.f(1)\n    assert 150 < sol.last_call_ms < 600, sol.last_call_ms\n");
  const Evaluation evaluation =
      Judge(question,
            "import time\ndef f(x):\n    end = time.process_time() + 0.2 * x\n"
            "    while time.process_time() < end: pass\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

}  // namespace
}  // namespace evaluators
