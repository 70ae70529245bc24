"""How Voila shows the timer alone. Voila finds this file by Jupyter's search path, and reads it as settings."""

c = get_config()  # noqa: F821
c.VoilaConfiguration.template = "hiplog"
c.VoilaConfiguration.show_tracebacks = True  # their last line is our sentence; without them nobody would see it
c.VoilaConfiguration.extension_allowlist = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]
c.VoilaConfiguration.file_allowlist = []  # no page here needs a file of the folder: the log, a page of charts
# A page that is left ends its kernel by a request that must hold this cookie, which Voila never sets.
c.VoilaConfiguration.prelaunch_hook = lambda handler, **_: handler.xsrf_token and None
