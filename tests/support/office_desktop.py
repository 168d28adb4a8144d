"""Runs under the Python that has LibreOffice's bridge: starts LibreOffice, for the sessions beside it."""

from __future__ import annotations

import os
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop_of(soffice, profile, *more):
    """The process and its desktop. more: further arguments of the command."""
    pipe = f"kasales{os.getpid()}"
    command = [soffice, f"-env:UserInstallation=file://{profile}", *more]
    command += ["--headless", "--invisible", "--norestore", "--nologo", "--nodefault"]
    process = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], stdout=2)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(1200):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            if process.poll() is not None:
                raise SystemExit(f"soffice ended with {process.returncode}") from None
            time.sleep(0.05)
    else:
        process.kill()
        raise SystemExit("soffice did not answer within a minute")
    return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def end(process, desktop):
    try:
        desktop.terminate()
        process.wait(30)
    except Exception:
        process.kill()
