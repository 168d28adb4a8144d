"""What a web server says beside the site's files: their kinds, and that nothing comes from elsewhere."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

#: What the page may load: its own site and nothing else. Pyodide compiles WebAssembly.
PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
#: Who may show the page: Excel on the web. A page cannot say that of itself, so it stands in a header alone.
_FRAMES = (
    "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.cloud.microsoft"
    " https://*.sharepoint.com https://*.office365.com"
)
HEADERS = {
    "Content-Security-Policy": f"{PAGE_POLICY}; {_FRAMES}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
#: Kinds of files by their ending; scripts and WebAssembly run only under their right kind.
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}


def iis_settings() -> str:
    """``web.config``: the same for Microsoft's web server, which hands out no kind that it does not know."""
    kinds = "".join(
        f'<remove fileExtension="{ending}"/><mimeMap fileExtension="{ending}" mimeType={quoteattr(kind)}/>'
        for ending, kind in KINDS.items()
    )
    headers = "".join(
        f"<remove name={quoteattr(name)}/><add name={quoteattr(name)} value={quoteattr(value)}/>"
        for name, value in HEADERS.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration><system.webServer>\n'
        f"<staticContent>{kinds}</staticContent>\n"
        f"<httpProtocol><customHeaders>{headers}</customHeaders></httpProtocol>\n"
        "</system.webServer></configuration>\n"
    )
