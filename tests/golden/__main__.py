"""Rewrites the golden outputs. Read the difference before you commit it."""

from tests.cli.mistakes import KEPT, every_mistake, kept
from tests.command import kemitraan
from tests.golden.commands import COMMANDS, FOLDER

FOLDER.mkdir(exist_ok=True)
for name, args in COMMANDS.items():
    done = kemitraan(*args)
    assert done.code == 0, done.err
    (FOLDER / name).write_text(done.out, "utf-8", newline="\n")
    print(name)
KEPT.write_text(kept(list(every_mistake())), "utf-8", newline="\n")
print(KEPT.name)
