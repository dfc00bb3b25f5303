"""How Sphinx makes the guide; the language comes from `python -m docs`."""

project = "kemitraan"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
html_theme = "furo"
html_title = "kemitraan"
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
templates_path = ["templates"]
myst_heading_anchors = 3
# The same rules give the same pages: no date of the build is written.
html_last_updated_fmt = None
