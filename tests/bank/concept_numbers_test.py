"""The figures of the compute questions, worked out again from the derivations in their key points.

A key point states its step as an equation, such as "decrease = 0.48 - 0.3167 = 0.1633". Every side that is plain
arithmetic is evaluated, units aside; neighbouring sides must agree to the digits shown. The answer must be one of the
results, in the unit of its question.

    concept_numbers_test.py RUBRICS
"""
import ast
import json
import math
import re
import sys
import unittest
from pathlib import Path

RUBRICS = Path(sys.argv.pop(1)).resolve()

FUNCTIONS = {
    "sqrt": math.sqrt, "exp": math.exp, "ln": math.log, "log": math.log, "log2": math.log2, "floor": math.floor,
    "ceil": math.ceil,
}
OPERATORS = {
    ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b, ast.Pow: lambda a, b: a**b,
}
SIGNS = {"·": "*", "×": "*", "−": "-", "–": "-", "²": "^2", "³": "^3", "√": "sqrt", "≈": "="}
UNITS = [base**power for base in (1000, 1024) for power in range(4)]  # of neighbouring sides: bytes and GB, say
NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?%?"
FUNCTION = r"(?:sqrt|exp|ln|log2|log|floor|ceil)"
ARITHMETIC = rf"(?:{NUMBER}|\be\b|{FUNCTION}(?=[\s(\d])|[-+*/^()\s])+"


def plain(text):
    """The text with one spelling for every sign, no commas between thousands, and no units behind numbers."""
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return re.sub(r"(?<=\d)(?: [A-Za-z][A-Za-z-]*){1,2}(?=\s*(?:[-+*/=,;:)]|$))", "", text)


def value(expression):
    """The value of plain arithmetic; None for anything else."""
    text = re.sub(rf"(\d+(?:\.\d+)?)%", r"(\1/100)", expression.strip())
    text = re.sub(rf"({FUNCTION})\s+({NUMBER})", r"\1(\2)", text).replace("^", "**")
    try:
        return evaluate(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, TypeError):
        return None


def evaluate(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.Name) and node.id == "e":
        return math.e
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -evaluate(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return OPERATORS[type(node.op)](evaluate(node.left), evaluate(node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1:
        return FUNCTIONS[node.func.id](evaluate(node.args[0]))
    raise ValueError("no plain arithmetic")


def side(text, ending):
    """The longest run of arithmetic at the end (or the start) of `text`, with its value; None without one."""
    for run in sorted(re.finditer(ARITHMETIC, text), key=lambda run: run.start(), reverse=ending):
        words = run.group().strip()
        edge = text[run.end():] if ending else text[:run.start()]
        if edge.strip() not in ("", "about") or re.search(r"\w\($", text[: run.start() + 1]):
            return None  # no arithmetic beside the sign, or the argument of an unknown function
        while words:
            if (result := value(words)) is not None:
                return words, result
            words = words.partition(" ")[2].strip() if ending else words.rpartition(" ")[0].strip()
    return None


def shown_precision(words):
    """Half a unit of the last digit of a bare number; None for an expression."""
    match = re.fullmatch(r"-?(\d+)(?:\.(\d+))?(e[+-]?\d+)?(%?)", words)
    if not match:
        return None
    scale = float("1" + (match[3] or "")) * (0.01 if match[4] else 1)
    return 0.5 * scale * 10.0 ** -len(match[2] or "")


def agree(left, right):
    precisions = [p for p in (shown_precision(left[0]), shown_precision(right[0])) if p is not None]
    rounding = max(precisions, default=0)
    return any(abs(a / unit - b) <= 1.02 * rounding + 1e-3 * abs(b) for unit in UNITS
               for a, b in ((left[1], right[1]), (right[1], left[1])))


def equations(text):
    """Pairs of neighbouring sides of the equations of a text."""
    parts = plain(text).split("=")
    for left, right in zip(parts, parts[1:]):
        ends = side(left, ending=True), side(right, ending=False)
        if all(ends):
            yield ends


def compute_questions():
    for path in sorted(RUBRICS.glob("concepts/*/*.json")):
        question = json.loads(path.read_text(encoding="utf-8"))
        if question["kind"] == "compute":
            yield question


class ConceptNumbersTest(unittest.TestCase):
    def test_equations_of_key_points_hold(self):
        for question in compute_questions():
            points = question["key_points"] + [p for f in question["follow_ups"] for p in f["key_points"]]
            for text in [p["text"] for p in points] + [question["model_answer"]] + [
                    f.get("gist", "") for f in question["follow_ups"]]:
                for left, right in equations(text):
                    with self.subTest(question=question["id"], left=left[0], right=right[0]):
                        self.assertTrue(agree(left, right), f"{left[0]} is {left[1]}, not {right[0]}")

    def test_answers_follow_from_derivations(self):
        for question in compute_questions():
            with self.subTest(question=question["id"]):
                results = [pair[0][1] for text in [p["text"] for p in question["key_points"]] + [
                    question["model_answer"]] for pair in equations(text)]
                self.assertTrue(results, "no key point states its step as an equation")
                answer = question["answer"]
                tolerance = max(answer.get("tolerance", 0), 1e-9)
                self.assertTrue(any(abs(r / unit - answer["value"]) <= tolerance for r in results for unit in UNITS),
                                f"the answer {answer['value']} is no result of {sorted(results)}")

    def test_a_wrong_figure_is_found(self):
        self.assertTrue(all(agree(*pair) for pair in equations("weighted: 0.4·0.375 + 0.6·0.2778 = 0.3167")))
        self.assertFalse(all(agree(*pair) for pair in equations("weighted: 0.4·0.375 + 0.6·0.2778 = 0.3267")))
        self.assertEqual([], list(equations("the same figure = nothing to work out")))


if __name__ == "__main__":
    unittest.main()
