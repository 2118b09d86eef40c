#!/usr/bin/env python3
"""How far the rubric grader agrees with people on graded short answers.

usage: asag_agreement.py [--build BUILD] [--data FOLDER] [--ablation]

--build     folder with the built programs (default: build beside tests/)
--data      folder with dev.jsonl, dev_rubrics.json, adversarial_dev.jsonl, adversarial_rubrics.json
            and score.py (default: ../shared/asag beside the project)
--ablation  also what each technique of the grader adds: the correlation with all of them less that
            without it (needs the program asag_scores: ninja asag_scores)

Runs `onsite grade --batch` over the data and prints the table of score.py: with the rubrics, with
the reference answers alone, and the adversarial answers. Without the data it says so and ends well.
Exit status: 0; 1 when a figure falls below the limits of LIMITS.
"""
import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TECHNIQUES = ["stems", "synonyms", "spelling", "windows", "neighbours", "incomplete", "negation", "contrasts",
              "guards",
              "misconceptions", "point_weights", "model_answer", "word_weights", "question_words", "completeness"]
# (what, set): (figure, limit, sense)
LIMITS = {
    ("rubrics", "mohler"): [("pearson", 0.67, 1), ("single human", 0.57, 1), ("calibrated rmse", 0.167, -1)],
    ("rubrics", "digiklausur"): [("pearson", 0.60, 1), ("calibrated rmse", 0.285, -1)],
    ("reference", "mohler"): [("pearson", 0.52, 1)],
}
MOST_OUT_OF_BAND = 2


def load_scoring(folder):
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(command, output):
    with open(output, "w", encoding="utf-8") as handle:
        status = subprocess.run(command, stdout=handle, check=False).returncode
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {status}")


def calibrated_rmse(scoring, xs, ys):
    """RMSE of the best linear map of xs to ys."""
    r = scoring.pearson(xs, ys)
    mean = scoring.mean(ys)
    return (max(0.0, 1 - r * r) * scoring.mean([(y - mean) ** 2 for y in ys])) ** 0.5


def figures(scoring, rows):
    score, grade = [r["score"] for r in rows], [r["grade"] for r in rows]
    found = {"pearson": scoring.pearson(score, grade), "calibrated rmse": calibrated_rmse(scoring, score, grade)}
    if all("grade_a" in r for r in rows):
        found["single human"] = scoring.mean([scoring.pearson(score, [r[k] for r in rows])
                                              for k in ("grade_a", "grade_b")])
    return found


def attached(scoring, data, predictions, rubrics):
    gold = scoring.read_jsonl(data / "dev.jsonl")
    for number, row in enumerate(gold):
        row["_row"] = number
    if rubrics:
        wanted = {r["question_id"] for r in json.loads((data / "dev_rubrics.json").read_text())}
        gold = [row for row in gold if row["question_id"] in wanted]
    return scoring.attach(gold, scoring.read_jsonl(predictions), False, rubrics)


def agreement(scoring, onsite, data, folder):
    """Prints the tables; True when every limit holds."""
    holds = True
    for what in ("rubrics", "reference"):
        output = folder / what
        given = ["--rubrics", data / "dev_rubrics.json"] if what == "rubrics" else []
        run([onsite, "grade", *given, "--batch", data / "dev.jsonl"], output)
        rows = attached(scoring, data, output, what == "rubrics")
        print(f"\n{what}:")
        scoring.score_grades(rows, 6, False)
        for name in ("mohler", "digiklausur"):
            found = figures(scoring, [r for r in rows if r["set"] == name])
            print(f"  {name}: " + ", ".join(f"{k} {v:.3f}" for k, v in found.items()))
            for figure, limit, sense in LIMITS.get((what, name), []):
                if sense * found[figure] < sense * limit:
                    print(f"  MISSED: {figure} must be {'at least' if sense > 0 else 'at most'} {limit}")
                    holds = False
    print("\nadversarial:")
    output = folder / "adversarial"
    run([onsite, "grade", "--rubrics", data / "adversarial_rubrics.json", "--batch", data / "adversarial_dev.jsonl"],
        output)
    gold = scoring.read_jsonl(data / "adversarial_dev.jsonl")
    for number, row in enumerate(gold):
        row["_row"] = number
    rows = scoring.attach(gold, scoring.read_jsonl(output), False, False)
    scoring.score_bands(rows)
    out = sum(not r["min"] - 1e-9 <= r["score"] <= r["max"] + 1e-9 for r in rows)
    if out > MOST_OUT_OF_BAND:
        print(f"  MISSED: {out} out of band")
    return holds and out <= MOST_OUT_OF_BAND


def ablation(scoring, program, data, folder):
    def correlations(technique):
        found = []
        for rubrics in (data / "dev_rubrics.json", "none"):
            output = folder / "ablation"
            left_out = ["--without", technique] if technique else []
            run([program, data / "dev.jsonl", rubrics, ROOT / "rubrics" / "lexicon", *left_out], output)
            rows = attached(scoring, data, output, rubrics != "none")
            found += [figures(scoring, [r for r in rows if r["set"] == s])["pearson"] for s in ("mohler", "digiklausur")]
        return found

    everything = correlations(None)
    print("\nwhat each technique adds to the Pearson correlation:")
    print(f"{'':16s}{'with rubrics':>24s}{'reference only':>26s}")
    print(f"{'':16s}{'mohler':>12s}{'digiklausur':>13s}{'mohler':>12s}{'digiklausur':>13s}")
    print(f"{'all techniques':16s}{everything[0]:12.3f}{everything[1]:13.3f}{everything[2]:12.3f}{everything[3]:13.3f}")
    for technique in TECHNIQUES:
        gains = [a - b for a, b in zip(everything, correlations(technique))]
        print(f"{technique:16s}{gains[0]:+12.3f}{gains[1]:+13.3f}{gains[2]:+12.3f}{gains[3]:+13.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "asag")
    parser.add_argument("--ablation", action="store_true")
    args = parser.parse_args()
    if not (args.data / "dev.jsonl").exists():
        print(f"SKIPPED: no graded answers in {args.data}; name their folder with --data")
        return 0
    scoring = load_scoring(args.data)
    with tempfile.TemporaryDirectory() as folder:
        holds = agreement(scoring, args.build / "onsite", args.data, pathlib.Path(folder))
        if args.ablation:
            ablation(scoring, args.build / "asag_scores", args.data, pathlib.Path(folder))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
