"""The Office add-in's site, served by our own server, in a real Chromium with Office's library stood in for."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

from chromium import program

from kasales_xl.install.office.certificate import certificate
from kasales_xl.install.office.server import serving

SESSION = Path(__file__).with_name("office_browser.mjs")


class Browser:
    """A browser and the server that it talks to."""

    def __init__(self, site: Path, folder: Path) -> None:
        made = certificate(folder / "certificate", dt.datetime.now(dt.UTC))
        #: What the server was asked for, with its answers.
        self.served: list[tuple[str, int]] = []
        self.server = serving(site, made.chain, 0, lambda path, code: self.served.append((path, code)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"https://localhost:{self.server.server_address[1]}"
        self.log = folder / "net.json"
        node = shutil.which("node")
        assert node is not None
        packages = os.path.abspath(os.environ["KASALES_CHROMIUM"])
        self._process = subprocess.Popen(
            [node, str(SESSION), packages, program(), self.base, str(self.log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def order(self, order: str, **given: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"order": order, **given}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the browser ended at {order}"
        told = json.loads(line)
        assert "failed" not in told, f"{order}: {told['failed']}"
        return told["answer"]

    def cells(self, calls: list[Any]) -> list[Any]:
        """What cells show: rows of values, or an error as ``{"error": …}``."""
        code = f"""Promise.allSettled({json.dumps(calls)}.map((call) => CustomFunctions.call(...call)))
          .then((all) => all.map(({{status, value, reason}}) => status === "fulfilled" ? value : {{error: reason.code}}))"""
        answers: list[Any] = self.order("run", code=code)
        return answers

    def stop(self) -> list[str]:
        """Ends it. Every address that a page, script or worker of ours asked the network for, from the
        browser's own log; what the browser asks on its own behalf has no page that began it."""
        self.order("stop")
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
        self.server.shutdown()
        self.server.server_close()
        written = json.loads(self.log.read_text("utf-8"))
        kind = written["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
        begun = [event.get("params", {}) for event in written["events"] if event["type"] == kind]
        return [request["url"] for request in begun if request.get("initiator") == self.base]
