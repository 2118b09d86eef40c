#!/usr/bin/env python3
"""What users install: desktop_test.py BUILD_FOLDER [unittest arguments].

Installs into an empty folder, and unpacks the Debian package into another; from both the program
must run as it does from the build folder, and what the desktop reads must be valid.
"""
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
QUESTION = "pair-with-target"
SOLUTION = """def pair_with_target(nums, target):
    seen = {}
    for i, x in enumerate(nums):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
"""


def run(*command, **options):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=240, **options)


def succeed(*command, **options):
    done = run(*command, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} ended in {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Installed:
    """Tests of an installation; a subclass says where `usr` is."""

    usr: pathlib.Path

    def onsite(self, *arguments):
        with tempfile.TemporaryDirectory() as home:
            return succeed(self.usr / "bin/onsite", *arguments, cwd="/",
                           env=dict(os.environ, HOME=home, ONSITE_DATA_DIR=home + "/data",
                                    XDG_CONFIG_HOME=home + "/config"))

    def test_the_installed_program_lists_its_own_bank(self):
        installed = json.loads(self.onsite("bank", "list", "--json"))
        shipped = json.loads(succeed(BUILD / "onsite", "bank", "list", "--json"))
        self.assertGreater(len(installed["questions"]), 20)
        self.assertEqual(installed, shipped)

    def test_the_installed_program_judges_code_with_its_own_drivers(self):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as source:
            source.write(SOLUTION)
            source.flush()
            judged = json.loads(self.onsite("judge", QUESTION, "--language", "python", "--source",
                                            source.name, "--json"))
        self.assertEqual(judged["verdict"], "accepted", judged)

    def test_the_desktop_entry_is_valid_and_starts_the_program(self):
        [entry] = (self.usr / "share/applications").glob("*.desktop")
        succeed("desktop-file-validate", "--warn-kde", entry)
        lines = dict(line.split("=", 1) for line in entry.read_text().splitlines() if "=" in line)
        self.assertTrue((self.usr / "bin" / lines["Exec"].split()[0]).exists())
        self.assertTrue((self.usr / f"share/icons/hicolor/scalable/apps/{lines['Icon']}.svg").exists())

    def test_the_icons_have_the_sizes_of_their_folders(self):
        icons = sorted((self.usr / "share/icons/hicolor").glob("*x*/apps/onsite.png"))
        self.assertGreaterEqual(len(icons), 2)
        for icon in icons:
            size = struct.unpack(">II", icon.read_bytes()[16:24])
            self.assertEqual(f"{size[0]}x{size[1]}", icon.parent.parent.name)

    def test_the_appstream_metadata_is_valid_and_names_what_is_installed(self):
        [metadata] = (self.usr / "share/metainfo").glob("*.metainfo.xml")
        succeed("appstreamcli", "validate", "--no-net", "--pedantic", metadata)
        text = metadata.read_text()
        [launched] = re.findall(r'<launchable type="desktop-id">(.*)</launchable>', text)
        self.assertTrue((self.usr / "share/applications" / launched).exists())
        self.assertIn(f'release version="{version()}"', text)

    def test_nothing_of_the_source_tree_is_installed_by_accident(self):
        names = {path.relative_to(self.usr).parts[0] for path in self.usr.rglob("*")}
        self.assertEqual(names, {"bin", "libexec", "share"})
        self.assertEqual([p for p in self.usr.rglob("*") if p.name in ("__pycache__", "CMakeLists.txt")], [])


def version():
    cache = (BUILD / "CMakeCache.txt").read_text()
    return re.search(r"CMAKE_PROJECT_VERSION:STATIC=(.*)", cache)[1]


class InstalledByCMake(Installed, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        succeed("cmake", "--install", BUILD, "--prefix", cls.folder + "/usr")
        cls.usr = pathlib.Path(cls.folder, "usr")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)


class InstalledFromThePackage(Installed, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        succeed("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder + "/made")
        [cls.package] = pathlib.Path(cls.folder, "made").glob("*.deb")
        succeed("dpkg-deb", "--extract", cls.package, cls.folder + "/root")
        cls.usr = pathlib.Path(cls.folder, "root/usr")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_the_package_names_what_it_needs(self):
        needs = succeed("dpkg-deb", "--field", self.package, "Depends")
        for library in ("bubblewrap", "python3-numpy", "libglfw3", "libsqlite3-0", "fonts-inter"):
            self.assertIn(library, needs)
        self.assertEqual(succeed("dpkg-deb", "--field", self.package, "Version").strip(), version())


if __name__ == "__main__":
    unittest.main()
