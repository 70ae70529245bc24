"""How Sphinx builds the site: `make docs`."""

import shutil
import sys
import tempfile
from pathlib import Path

import hiplog

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "tests")]

project = "hiplog"
author = "The hiplog developers"
project_copyright = f"2026, {author}"
version = release = hiplog.__version__
language = "en"
html_title = f"hiplog {release}"
html_theme = "furo"
html_static_path = ["site.css", "site.js"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
exclude_patterns = ["_build"]

extensions = [
    "myst_parser",
    "numpydoc",
    "sphinx.ext.autodoc",
    "matplotlib.sphinxext.plot_directive",
    "sphinx_click",
    "site_parts",
]
default_role = "py:obj"  # a name in a docstring leads to what it is the name of
myst_heading_anchors = 3
autodoc_typehints = "none"  # the docstrings say the types, in words
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
numpydoc_xref_param_type = False

plot_working_directory = tempfile.mkdtemp()  # for what an example writes
shutil.copytree(Path(__file__).parents[1] / "data", f"{plot_working_directory}/data")  # as in a reader's folder
plot_include_source = True
plot_html_show_source_link = False
plot_html_show_formats = False
plot_formats = [("png", 160)]
plot_rcparams = {"figure.figsize": (9, 4.6)}
plot_apply_rcparams = True
plot_pre_code = "import hiplog\nimport matplotlib.pyplot as plt\n"
