// What crosses between the checks and the candidate, as what; and what must not cross.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/evaluators/judge/ml_fixture.h"

namespace evaluators {
namespace {

using interview::Evaluation;
using interview::Judgement;
using interview::Verdict;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kIdentity = "def f(x):\n    return x\n";

void ExpectPasses(const std::string& check, const std::string& source,
                  std::vector<std::string> symbols = {"f"}, const std::string& before = {}) {
  const Evaluation evaluation = Judge(Handmade(check, std::move(symbols), before), source);
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted)
      << evaluation.judgement->message << "\n"
      << (evaluation.judgement->first_failure ? evaluation.judgement->first_failure->err : "");
}

Judgement Failing(const std::string& check, const std::string& source,
                  std::vector<std::string> symbols = {"f"}, const std::string& before = {}) {
  return *Judge(Handmade(check, std::move(symbols), before), source).judgement;
}

TEST(MlWire, ArraysKeepTypeShapeOrderAndBytes) {
  ExpectPasses(
      "    for a in (np.arange(6.).reshape(2, 3), np.asfortranarray(np.arange(6.).reshape(2, 3)),\n"
      "              np.arange(10)[::2], np.array(5), np.zeros((0, 3)), np.zeros((3, 0, 2)),\n"
      "              np.array([1, 2], '>i4'), np.array([1.5], '>f2'), np.array([1 + 2j], 'c8'),\n"
      "              np.array([True, False]), np.array(['ab', '']), np.array([b'x', b'yz']),\n"
      "              np.array([(1, 2.)], [('a', 'i4'), ('b', 'f8', (2,))]),\n"
      "              np.array(['2020-01-01'], 'M8[D]'), np.arange(4, dtype=np.uint8)):\n"
      "        got = sol.f(a)\n"
      "        assert type(got) is np.ndarray and got.dtype == a.dtype, (a.dtype, got.dtype)\n"
      "        assert got.shape == a.shape and got.tobytes() == a.tobytes(), a\n"
      "        assert got.flags.writeable\n"
      "    a = np.asfortranarray(np.ones((3, 4)))\n"
      "    assert sol.f(a).flags.f_contiguous\n"
      "    assert np.isnan(sol.f(np.array([np.nan, np.inf]))[0])\n",
      kIdentity);
}

TEST(MlWire, NumbersAndContainersKeepTheirType) {
  ExpectPasses(
      "    import collections\n"
      "    P = collections.namedtuple('P', 'loss steps')\n"
      "    for v in (np.float16(1.5), np.float64(2), np.complex64(1j), np.bool_(True), "
      "np.str_('a'),\n"
      "              np.str_(''), np.datetime64('2020-01-01'), 10**5000, -2**70, frozenset([1]),\n"
      "              range(1, 9, 2), slice(1, None, 2), ..., b'raw', (1, [2, {3: {4}}]),\n"
      "              collections.deque([1, 2], 3), True, None, -0.0, 'h\\u00e9', [], {}, ()):\n"
      "        got = sol.f(v)\n"
      "        assert type(got) is type(v) and got == v, (v, got)\n"
      "    got = sol.f(P(1.5, [2]))\n"
      "    assert got.loss == 1.5 and got.steps == [2] and got == (1.5, [2])\n"
      "    assert sol.f(float('-inf')) == -np.inf and np.isnan(sol.f(float('nan')))\n",
      kIdentity);
}

TEST(MlWire, TypesAndFunctionsOfNumpyAreTheSameThere) {
  ExpectPasses(
      "    assert sol.f(3, np.float32).dtype == np.float32\n"
      "    assert sol.f(3, np.dtype('>i2')).dtype == np.dtype('>i2')\n"
      "    assert sol.f(3, int).dtype == np.dtype(int)\n"
      "    assert sol.g(np.tanh)\n",
      "import numpy as np\ndef f(n, kind):\n    return np.zeros(n, dtype=kind)\n"
      "def g(u):\n    return u is np.tanh\n",
      {"f", "g"});
}

TEST(MlWire, SeedsGiveTheSameNumbers) {
  ExpectPasses(
      "    import random\n"
      "    bits = (np.random.PCG64, np.random.MT19937, np.random.Philox, np.random.SFC64)\n"
      "    for make in [lambda b=b: np.random.Generator(b(7)) for b in bits]:\n"
      "        assert (sol.draw(make()) == make().normal(size=5)).all()\n"
      "        assert (sol.f(make()).normal(size=5) == make().normal(size=5)).all()\n"
      "    old = np.random.RandomState(7)\n"
      "    assert (sol.draw(old) == np.random.RandomState(7).normal(size=5)).all()\n"
      "    assert sol.f(random.Random(4)).random() == random.Random(4).random()\n",
      "def f(x):\n    return x\ndef draw(rng):\n    return rng.normal(size=5)\n", {"f", "draw"});
}

TEST(MlWire, WhatCannotCrossSaysSo) {
  for (const auto& [value, says] :
       {std::pair{"np.array([object()])", "array of Python objects cannot be passed"},
        std::pair{"np.ma.masked_array([1], [True])", "MaskedArray cannot be passed"},
        std::pair{"np", "module cannot be passed"},
        std::pair{"functools.reduce(lambda v, _: [v], range(90), 0)", "nested more than 60"},
        std::pair{"'\\ud800'", "surrogates not allowed"}}) {
    const Judgement judgement =
        Failing("    sol.f(1)\n", std::string("import functools\nimport numpy as np\ndef f(x):\n"
                                              "    return ") +
                                      value + "\n");
    EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError) << value;
    EXPECT_THAT(judgement.message, HasSubstr(says));
  }
}

TEST(MlWire, TheSameObjectStaysTheSame) {
  ExpectPasses(
      "    m = sol.Model()\n"
      "    assert m.fit() is m and m.fit().fit() is m\n"
      "    assert sol.Model() is not m\n"
      "    assert sol.is_last(m)\n"
      "    assert {m: 1}[m.fit()] == 1\n",
      "last = None\n"
      "class Model:\n    def fit(self):\n        global last\n        last = self\n"
      "        return self\n"
      "def is_last(m):\n    return m is last\n",
      {"Model", "is_last"});
}

TEST(MlWire, ObjectsHaveOperatorsItemsAndContexts) {
  ExpectPasses(
      "    a, b = sol.Value(2.0), sol.Value(3.0)\n"
      "    assert ((a * b + 1.0) / b - a).data == 7 / 3 - 2 and (2 ** -a).data == 0.25\n"
      "    assert (np.float64(2) * a).data == 4.0\n"
      "    v = sol.Vector([1, 2, 3])\n"
      "    assert len(v) == 3 and v[1] == 2 and v[0:2] == [1, 2] and list(v) == [1, 2, 3]\n"
      "    v[0] = 9\n    del v[1]\n    assert list(v) == [9, 3] and float(v) == 12.0\n"
      "    with v as w:\n        assert w is v and v.is_open\n"
      "    assert not v.is_open\n"
      "    import copy\n    c = copy.deepcopy(v)\n    c[0] = 1\n    assert v[0] == 9\n"
      "    assert sol.Vector.make(2)[0] == 2\n"
      "    assert hasattr(v, 'is_open') and not hasattr(v, 'closed')\n",
      "class Value:\n"
      "    def __init__(self, data):\n        self.data = data\n"
      "    def of(x):\n        return x.data if isinstance(x, Value) else x\n"
      "    def __add__(self, o):\n        return Value(self.data + Value.of(o))\n"
      "    def __sub__(self, o):\n        return Value(self.data - Value.of(o))\n"
      "    def __mul__(self, o):\n        return Value(self.data * Value.of(o))\n"
      "    __rmul__ = __mul__\n"
      "    def __truediv__(self, o):\n        return Value(self.data / Value.of(o))\n"
      "    def __rpow__(self, o):\n        return Value(o ** self.data)\n"
      "    def __neg__(self):\n        return Value(-self.data)\n"
      "class Vector:\n"
      "    def __init__(self, items):\n        self.items, self.is_open = list(items), False\n"
      "    @classmethod\n    def make(cls, x):\n        return cls([x])\n"
      "    def __len__(self):\n        return len(self.items)\n"
      "    def __getitem__(self, i):\n        return self.items[i]\n"
      "    def __setitem__(self, i, v):\n        self.items[i] = v\n"
      "    def __delitem__(self, i):\n        del self.items[i]\n"
      "    def __float__(self):\n        return float(sum(self.items))\n"
      "    def __enter__(self):\n        self.is_open = True\n        return self\n"
      "    def __exit__(self, *_):\n        self.is_open = False\n",
      {"Value", "Vector"});
}

TEST(MlWire, GeneratorsAreRunItemByItem) {
  ExpectPasses(
      "    seen = []\n"
      "    for i, batch in enumerate(sol.batches(np.arange(10), 3)):\n"
      "        seen.append(batch.tolist())\n        if i == 1: break\n"
      "    assert seen == [[0, 1, 2], [3, 4, 5]], seen\n"
      "    assert [len(b) for b in sol.batches(np.arange(4), 3)] == [3, 1]\n"
      "    assert next(sol.forever()) == 0\n"
      "    assert sol.total(x * x for x in range(4)) == 14\n",
      "import itertools\n"
      "def batches(x, n):\n    for i in range(0, len(x), n):\n        yield x[i:i + n]\n"
      "def forever():\n    yield from itertools.count()\n"
      "def total(items):\n    return sum(items)\n",
      {"batches", "forever", "total"});
}

TEST(MlWire, CallbacksMayBeAnything) {
  ExpectPasses(
      "    assert sol.f(lambda x, k=2: k * x, 3) == 6\n"
      "    assert sol.f(np.sin, 0.0) == 0.0\n"
      "    class Counter:\n"
      "        def __init__(self): self.calls = 0\n"
      "        def __call__(self, x):\n            self.calls += 1\n            return x\n"
      "    c = Counter()\n    assert sol.f(c, 5) == 5 and c.calls == 1\n"
      "    assert sol.f(sol.square, 4) == 16\n"           // the candidate's own, no detour
      "    assert sol.f(sol.Scaler(3).scale, 5) == 15\n"  // a bound method of theirs
      "    assert sol.nested(lambda g: g(2) + 1) == 5\n"  // a callback that calls back
      "    h = Holder()\n    sol.change(h)\n    assert h.grad == [1.0] and h.steps() == 3\n",
      "def f(g, x):\n    return g(x)\ndef square(x):\n    return x * x\n"
      "class Scaler:\n    def __init__(self, k):\n        self.k = k\n"
      "    def scale(self, x):\n        return self.k * x\n"
      "def nested(h):\n    return h(lambda x: x * 2)\n"
      "def change(h):\n    h.grad = [1.0]\n    h.count += 2\n",
      {"f", "square", "Scaler", "nested", "change"},
      "class Holder:\n    def __init__(self):\n        self.grad, self.count = None, 1\n"
      "    def steps(self):\n        return self.count\n");
}

TEST(MlWire, ExceptionsKeepClassNameArgumentsAndKind) {
  ExpectPasses(
      "    for n, kind, name in ((0, ValueError, 'NotFitted'), (1, KeyError, 'KeyError'),\n"
      "                          (2, np.linalg.LinAlgError, 'LinAlgError'), (3, OSError, "
      "'OSError'),\n"
      "                          (4, StopIteration, 'StopIteration'), (5, Exception, 'Odd')):\n"
      "        try:\n            sol.f(n)\n            assert False, n\n"
      "        except kind as e:\n            assert type(e).__name__ == name, e\n"
      "            caught = e\n"
      "        if n == 1: assert caught.args == ('missing',) and str(caught) == \"'missing'\"\n"
      "        if n == 0: assert caught.args == ('call fit', 3), caught.args\n",
      "import numpy as np\nclass NotFitted(ValueError): pass\nclass Odd(Exception): pass\n"
      "def f(n):\n"
      "    raise [NotFitted('call fit', 3), KeyError('missing'), np.linalg.LinAlgError('s'),\n"
      "           OSError('no'), StopIteration(), Odd(object())][n]\n");
}

TEST(MlWire, AnAssertionOfTheChecksInACallbackIsTheChecks) {
  const std::string check =
      "    def g(x):\n        assert x > 0, 'g wants positive numbers'\n        return x\n"
      "    sol.f(g)\n";
  const Judgement judgement = Failing(check, "def f(g):\n    return g(-1)\n");
  EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer);
  EXPECT_THAT(judgement.message, EndsWith(" g wants positive numbers"));
  const Judgement own = Failing(check, "def f(g):\n    assert False, 'mine'\n");
  EXPECT_EQ(own.verdict, Verdict::kRuntimeError);
  EXPECT_THAT(own.message, EndsWith(" AssertionError: mine"));
}

TEST(MlWire, TracebacksAreTheCandidatesOwn) {
  const Judgement judgement =
      Failing("    sol.Model().fit(lambda: 1)\n",
              "class Model:\n    def fit(self, g):\n        try:\n            return [][g()]\n"
              "        except IndexError as e:\n            raise ValueError('empty') from e\n",
              {"Model"});
  const std::string& err = judgement.first_failure->err;
  EXPECT_THAT(err, HasSubstr("line 4, in fit\n    return [][g()]"));
  EXPECT_THAT(err, HasSubstr("direct cause"));
  EXPECT_THAT(err, HasSubstr("ValueError: empty"));
  EXPECT_THAT(err, Not(HasSubstr("onsite_")));
}

TEST(MlWire, EstimatorsOfScikitLearnWorkOnBothSides) {
  if (!std::filesystem::exists("/usr/lib/python3/dist-packages/sklearn")) {
    GTEST_SKIP() << "scikit-learn is not installed";
  }
  auto question = std::make_shared<interview::Question>(
      *Handmade("    X = rng.normal(size=(50, 3))\n    y = X @ [1., 2., 3.] + 4\n"
                "    model = sol.make()\n    assert model.fit(X, y) is model\n"
                "    np.testing.assert_allclose(model.coef_, [1, 2, 3])\n"
                "    np.testing.assert_allclose(model.predict(X), y)\n"
                "    assert model.get_params()['fit_intercept'] is True\n"
                "    mine = LinearRegression().fit(X, y)\n"
                "    np.testing.assert_allclose(sol.apply(mine, X), y)\n",
                {"make", "apply"}, "from sklearn.linear_model import LinearRegression\n"));
  std::get<interview::MlCodingSpec>(question->spec).forbidden_imports.clear();
  const Evaluation evaluation =
      Judge(question,
            "from sklearn.linear_model import LinearRegression\n"
            "def make():\n    return LinearRegression()\n"
            "def apply(model, X):\n    assert model.intercept_ > 3\n    return model.predict(X)\n");
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kAccepted) << evaluation.judgement->message;
}

// --- what a candidate may try

TEST(MlWire, AnObjectCannotLieAboutBeingRight) {
  for (const char* check :
       {"    assert sol.f() == 4\n", "    assert not (sol.f() != 4)\n", "    assert 4 in sol.f()\n",
        "    assert abs(sol.f() - 4) < 1e-9\n", "    assert abs(4 - sol.f()) < 1e-9\n",
        "    assert 4 <= sol.f() <= 4\n", "    assert np.allclose(sol.f(), 4)\n",
        "    assert np.array_equal(sol.f(), np.array([4]))\n",
        "    np.testing.assert_allclose(sol.f(), 4)\n", "    assert [sol.f()] == [4]\n"}) {
    const Judgement judgement =
        Failing(check,
                "class Liar(object):\n"
                "    def yes(self, *a): return True\n    def zero(self, *a): return 0.0\n"
                "    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = yes\n"
                "    __sub__ = __rsub__ = __abs__ = zero\n    __hash__ = None\n"
                "    def __ne__(self, o): return False\n"
                "    def __array_ufunc__(self, *a, **k): return 0.0\n"
                "def f():\n    return Liar()\n");
    EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << check << judgement.message;
  }
}

// The driver of the candidate is in the candidate's hands: every message may be forged.
std::string Forging(const std::string& body) {
  return "import gc, sys\n"
         "def find():\n"
         "    frame = sys._getframe()\n"
         "    while 'peer' not in frame.f_locals: frame = frame.f_back\n"
         "    return frame.f_locals['peer']\n"
         "def f(g=None):\n    peer = find()\n" +
         body;
}

TEST(MlWire, AFunctionOfTheChecksCanBeCalledAndNothingElse) {
  const std::string check =
      "    secret = 41\n    def g(x, k=[secret]):\n        return x\n"
      "    got = sol.f(g)\n    assert got == 'nothing', got\n    assert g.__defaults__ == "
      "([41],)\n";
  for (const char* reach :
       {"peer.get(g._handle, '__globals__')", "peer.get(g._handle, '__code__')",
        "peer.get(g._handle, '__defaults__')", "peer.get(g._handle, 'func_globals')",
        "peer.call(g._handle, '__getattribute__', ('__globals__',), {})",
        "peer.call(g._handle, '__setattr__', ('__defaults__', ([1],)), {})",
        "peer.call(g._handle, '__setattr__', ('k', 1), {})",
        "peer.call(g._handle, '__class__', (), {})", "peer.call(g._handle, '__deepcopy__', (), {})",
        "peer.call(g._handle, '__getitem__', (0,), {})"}) {
    const Judgement judgement = Failing(
        check, Forging(std::string("    try:\n        return ") + reach +
                       "\n    except (AttributeError, TypeError):\n        return 'nothing'\n"));
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << reach << "\n" << judgement.message;
  }
}

TEST(MlWire, AGeneratorOfTheChecksHidesItsFrame) {
  const Judgement judgement = Failing(
      "    secret = 41\n    got = sol.f(x for x in [secret])\n    assert got == 'nothing', got\n",
      Forging("    try:\n        return peer.get(g._handle, 'gi_frame')\n"
              "    except AttributeError:\n        return 'nothing'\n"));
  EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
}

TEST(MlWire, ForgedMessagesAreViolations) {
  for (const char* message :
       {"{'return': {'$npy': 'AAAA'}}", "{'return': {'$pickle': 'gASVAAAA'}}",
        "{'return': {'$scalar': ['O', 'AAAAAAAAAAA=']}}", "{'return': {'$float': '__import__'}}",
        "{'return': {'$named': ['P', ['a b'], [1]]}}", "{'return': {'$ufunc': 'load'}}",
        "{'return': {'$type': ['builtins', 'eval']}}", "{'return': {'$yours': 12345}}",
        "{'return': {'$generator': {'$dict': [['bit_generator', 'MT19937'], ['state', {'$dict': "
        "[['pos', 100000]]}]]}}}",
        "{'return': {'$range': ['a']}}", "{'return': {'$dict': [[[], 1]]}}",
        "{'return': 1, 'ms': 'x'}", "{'raise': 5}", "{'raise': {'yours': []}}", "{'return': {}}",
        "{'return': {'$symbol': 'f'}}", "{'nothing': 1}", "[]", "5"}) {
    const Judgement judgement = Failing(
        "    assert sol.f() is not None\n",
        Forging(std::string("    peer._wire.send(") + message + ")\n    peer._wire.receive()\n"));
    EXPECT_EQ(judgement.verdict, Verdict::kViolation) << message << "\n" << judgement.message;
    EXPECT_THAT(judgement.message, HasSubstr("judge's channel")) << message;
  }
}

TEST(MlWire, LinesThatAreNotStrictAreViolations) {
  for (const char* line :
       {"b'{\"return\":1,\"return\":2}\\n'", "b'{\"return\":NaN}\\n'", "b'{\"return\":1e999}\\n'",
        "b'{\"return\":\"\\xff\"}\\n'", "b'{\"return\":' + b'[' * 5000 + b']' * 5000 + b'}\\n'",
        "b'[' * 10_000_000 + b'\\n'", "b'{\"return\":' + b'9' * 5000 + b'}\\n'", "b'\\n'"}) {
    const Judgement judgement =
        Failing("    sol.f()\n", std::string("import os\ndef f():\n    data = ") + line +
                                     "\n    while data: data = data[os.write(3, data):]\n"
                                     "    os.read(0, 1)\n    os._exit(0)\n");
    EXPECT_EQ(judgement.verdict, Verdict::kViolation) << line << "\n" << judgement.message;
  }
}

TEST(MlWire, EndlessAnswersEndAtTheTimeLimit) {
  const Judgement judgement = Failing("    for _ in sol.f(): pass\n",
                                      "import itertools\ndef f():\n    return itertools.count()\n");
  EXPECT_EQ(judgement.verdict, Verdict::kTimeLimit) << judgement.message;
}

TEST(MlWire, AViolationDoesNotReachTheNextCheck) {
  auto question = std::make_shared<interview::Question>(*Handmade("    sol.f(0)\n"));
  auto& spec = std::get<interview::MlCodingSpec>(question->spec);
  spec.checks.push_back({"second", "property", 1, true, "it still works"});
  spec.check_source.text += "def check_second(sol, np, rng):\n    assert sol.f(1) == 1\n";
  const Evaluation evaluation =
      Judge(question, Forging("    if g == 0: peer._wire.send({'nothing': 1})\n    return g\n"));
  ASSERT_EQ(evaluation.judgement->tests.size(), 2u);
  EXPECT_EQ(evaluation.judgement->tests[0].verdict, Verdict::kViolation);
  EXPECT_EQ(evaluation.judgement->tests[1].verdict, Verdict::kAccepted)
      << evaluation.judgement->tests[1].message;
}

}  // namespace
}  // namespace evaluators
