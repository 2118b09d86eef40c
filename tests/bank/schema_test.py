"""The JSON Schemas of rubrics/schema and the content of the bank, kept in step.

Every JSON file of the bank has a schema and fits it; every sample of broken_samples.json is rejected. The same
samples go through the program's own parsers in broken_samples_test.cc, so that neither side forgets a rule.

    schema_test.py RUBRICS
"""
import copy
import json
import sys
import unittest
from pathlib import Path

from jsonschema import Draft202012Validator, RefResolver

RUBRICS = Path(sys.argv.pop(1)).resolve()
SAMPLES = Path(__file__).with_name("broken_samples.json")

# The first pattern that fits a file's path names its schema.
SCHEMA_OF = [
    ("bank.json", "bank"),
    ("palette.json", "palette"),
    ("lexicon/*.json", "lexicon"),
    ("lexicon/asking/*.json", "lexicon"),
    ("loops/phases.json", "phases"),
    ("loops/*.json", "loop"),
    ("panel_rules/decisions.json", "decisions"),
    ("panel_rules/*.json", "panel_rules"),
    ("personas/*.json", "persona"),
    ("coding/*/question.json", "coding"),
    ("coding/*/tests/handmade.json", "coding_cases"),
    ("coding/*/mutants/mutants.json", "coding_mutants"),
    ("ml_coding/*/question.json", "ml_coding"),
    ("ml_coding/*/mutants/mutants.json", "ml_coding_mutants"),
    ("concepts/*/*.json", "concept"),
    ("system_design/*/case.json", "system_design"),
    ("system_design/*/answers/*.json", "answer"),
]


def schema_name(path):
    """None for a file that no schema describes."""
    return next((name for pattern, name in SCHEMA_OF if path.match(pattern)), None)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Schemas:
    def __init__(self):
        self._by_name = {}
        store = {}
        for path in sorted((RUBRICS / "schema").glob("*.schema.json")):
            schema = load(path)
            Draft202012Validator.check_schema(schema)
            self._by_name[path.name.removesuffix(".schema.json")] = schema
            store[schema["$id"]] = schema
        self._store = store

    def names(self):
        return set(self._by_name)

    def errors(self, name, content):
        """What is wrong, one sentence each."""
        schema = self._by_name[name]
        resolver = RefResolver(schema["$id"], schema, store=self._store)
        found = Draft202012Validator(schema, resolver=resolver).iter_errors(content)
        return ["%s: %s" % (error.json_path, error.message[:200]) for error in found]


def content_files():
    return [p for p in sorted(RUBRICS.rglob("*.json")) if p.parent.name != "schema"]


def apply_patch(document, patch):
    """The operations add, replace and remove of RFC 6902, on a copy."""
    document = copy.deepcopy(document)
    for operation in patch:
        *way, last = [part.replace("~1", "/").replace("~0", "~") for part in operation["path"].split("/")[1:]]
        place = document
        for part in way:
            place = place[int(part) if isinstance(place, list) else part]
        if isinstance(place, list):
            last = len(place) if last == "-" else int(last)
        if operation["op"] == "remove":
            del place[last]
        elif operation["op"] == "add" and isinstance(place, list):
            place.insert(last, operation["value"])
        else:
            place[last] = operation["value"]
    return document


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schemas = Schemas()
        cls.files = content_files()

    def test_every_file_has_a_schema_and_fits_it(self):
        self.assertGreater(len(self.files), 30)
        for path in self.files:
            with self.subTest(file=str(path.relative_to(RUBRICS))):
                name = schema_name(path.relative_to(RUBRICS))
                self.assertIsNotNone(name, "no schema describes this file; name one in schema_test.py")
                self.assertEqual(self.schemas.errors(name, load(path)), [])

    def test_every_schema_is_used(self):
        used = {schema_name(path.relative_to(RUBRICS)) for path in self.files} | {"common"}
        self.assertEqual(self.schemas.names(), used)

    def test_an_unknown_key_is_rejected_in_every_kind_of_file(self):
        for path in self.files:
            content = load(path)
            if not isinstance(content, dict) or path.name in ("mutants.json", "handmade.json"):
                continue  # lists, or lists in an object
            content["unheard_of"] = 1
            name = schema_name(path.relative_to(RUBRICS))
            with self.subTest(file=str(path.relative_to(RUBRICS))):
                self.assertTrue(self.schemas.errors(name, content))

    def test_every_broken_sample_is_rejected(self):
        for sample in load(SAMPLES):
            path = RUBRICS / sample["file"]
            with self.subTest(sample=sample["why"], file=sample["file"]):
                content = load(path)
                broken = apply_patch(content, sample["patch"])
                self.assertNotEqual(broken, content, "the patch changes nothing")
                self.assertTrue(self.schemas.errors(schema_name(path.relative_to(RUBRICS)), broken))


if __name__ == "__main__":
    unittest.main()
