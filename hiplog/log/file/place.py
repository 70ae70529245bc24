"""Places where a log is less safe than on a disk of one's own: folders that are synchronised, network drives."""

import os
from pathlib import Path

_SYNCHRONISED = {  # a part of a path, in small letters: what it belongs to
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "cloudstorage": "a cloud drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "syncthing": "Syncthing",
}
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "ownCloud"}  # files of theirs
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "afs", "fuse.rclone")
_MOUNTS = Path("/proc/mounts")


def caution(path: Path) -> str:
    """Return what is to be known of the place of a log, "" where nothing is."""
    if service := synchronised_by(path):
        return (
            f"{path.parent} is synchronised by {service}: safe as long as only one computer at a time has the log "
            "in use and the folder is up to date before it is opened; safest is a log elsewhere, and backups here"
        )
    if is_on_network(path):
        return (
            f"{path.parent} is a network drive: safe as long as only one computer at a time has the log in use; "
            "safest is a log on this computer, and backups there"
        )
    return ""


def synchronised_by(path: Path) -> str:
    """Return which known service synchronises the folder of a file, "" where none is known to."""
    for folder in path.parents:
        name = folder.name.lower()
        for part, service in _SYNCHRONISED.items():
            if name == part or name.startswith((f"{part} ", f"{part}-", f"{part} -")):
                return service
        for mark, service in _MARKS.items():
            if os.path.exists(folder / mark):
                return service
    return ""


def is_on_network(path: Path) -> bool:
    """Return whether a file is known to be on a network drive."""
    if path.drive.startswith("\\\\"):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = {line.split()[1].replace("\\040", " "): line.split()[2] for line in lines if len(line.split()) > 2}
    at = max((place for place in mounts if path.is_relative_to(place)), key=len, default="")
    return mounts.get(at) in _NETWORK
