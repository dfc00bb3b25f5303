"""The process: `python -m kemitraan` and the `kemitraan` script. Streams, signals, exit codes.

Whatever was given wrongly, or could not be read or written, ends with a line that says so and
code 2; Ctrl-C with one line and code 130; a reader that goes away (`| head`) quietly with code 1.
"""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line, and end the process."""
    code = _INTERRUPTED
    try:
        # Nothing is imported before this: Ctrl-C may come at any time.
        from kemitraan.cli.run import run

        code = run()
    except KeyboardInterrupt:
        pass
    if code == _INTERRUPTED:
        from kemitraan.command.output import tell
        from kemitraan.text import Text, asked_lang

        stopped = Text("Dihentikan; tidak ada hasil.", "Interrupted; there is no result.")
        tell([stopped[asked_lang(sys.argv[1:])]])
    sys.exit(code)


if __name__ == "__main__":
    main()
