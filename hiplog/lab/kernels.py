"""Kernels that keep no history: what is typed into a cell may be a note, and stays in the reader's folder."""

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager


class KernelsWithoutHistory(KernelSpecManager):
    """Finds the kernels that Jupyter finds; those of IPython keep no history in `~/.ipython`."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how a kernel is started."""
        spec = super().get_kernel_spec(kernel_name)
        if "ipykernel_launcher" in spec.argv:
            spec.argv = [*spec.argv, "--HistoryManager.enabled=False"]
        return spec
