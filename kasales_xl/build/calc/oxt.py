"""The LibreOffice extension ``kasales.oxt``, built from the list of worksheet functions.

Its Python part is a thin shim: the functions run from the installed ``kasales_xl`` package."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kasales_xl.build.zipped import zipped
from kasales_xl.core.terms import Lang
from kasales_xl.functions import FUNCTIONS, Function
from kasales_xl.hosts import may_read_workbook, opens_book
from kasales_xl.hosts.calc.cells import by_range
from kasales_xl.text.functions import WORDS
from kasales_xl.version import __version__

IDENTIFIER = "kasales.calc"
INTERFACE, SERVICE = "XFunctions", "Functions"
#: A hidden argument by which Calc hands over the document that the formula stands in.
DOCUMENT = "document"
_DOCUMENT, _RANGE = "com::sun::star::beans::XPropertySet", "com::sun::star::table::XCellRange"
_LOCALES: dict[Lang, tuple[str, ...]] = {"en": ("en-US",), "zh": ("zh-CN", "zh-TW")}
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def build() -> bytes:
    """The extension's bytes, equal for equal functions and version."""
    return zipped(
        {
            "META-INF/manifest.xml": _manifest(),
            "description.xml": _description(),
            "kasales.idl": idl(),
            "CalcAddIns.xcu": xcu(),
            "kasales_calc.py": shim(),
        }
    )


def wants_document(function: Function) -> bool:
    """Must Calc hand over the document: to read it, or to free its books when it is closed?"""
    return may_read_workbook(function) or opens_book(function)


def method(function: Function) -> str:
    """The function's name in the programming interface: KA_LEVEL_OF is kaLevelOf."""
    return _parameter(function.name.lower())


def idl() -> str:
    """Interface and service. ``any`` is a value, a range or left out."""
    lines = ["module kasales { module calc {", f"interface {INTERFACE} {{"]
    for function in FUNCTIONS.values():
        hidden = [f"[in] {_DOCUMENT} {DOCUMENT}"] if wants_document(function) else []
        shown = [
            f"[in] {_RANGE if by_range(function, i) else 'any'} {_parameter(a.name)}"
            for i, a in enumerate(function.arguments)
        ]
        lines.append(f"  any {method(function)}({', '.join(hidden + shown)});")
    return "\n".join([*lines, "};", f"service {SERVICE} : {INTERFACE};", "}; };", ""])


def _parameter(name: str) -> str:
    """IDL names take no underscores but single ones inside, and no capital at the front."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def xcu() -> str:
    """Names and wizard texts of the functions. CompatibilityName is the plain name that .xlsx uses."""
    lines = [
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'oor:name="CalcAddIns" oor:package="org.openoffice.Office">',
        f'<node oor:name="AddInInfo"><node oor:name="{IDENTIFIER}.{SERVICE}" oor:op="replace">',
        '<node oor:name="AddInFunctions">',
    ]
    for function in FUNCTIONS.values():
        lines += _function_node(function)
    lines.append("</node></node></node></oor:component-data>\n")
    return _XML + "\n".join(lines)


def _function_node(function: Function) -> Iterator[str]:
    yield f'<node oor:name="{method(function)}" oor:op="replace">'
    yield _property("DisplayName", {"en": function.name, "zh": function.name})
    yield _property("Description", {"en": function.help.en, "zh": function.help.zh})
    yield '<prop oor:name="Category"><value>Add-In</value></prop>'
    yield f'<prop oor:name="CompatibilityName"><value xml:lang="en-US">{function.name}</value></prop>'
    yield '<node oor:name="Parameters">'
    for argument in function.arguments:
        yield f'<node oor:name="{_parameter(argument.name)}" oor:op="replace">'
        yield _property("DisplayName", {"en": argument.name, "zh": argument.name})
        yield _property("Description", {"en": argument.help.en, "zh": argument.help.zh})
        yield "</node>"
    yield "</node></node>"


def _property(name: str, texts: dict[Lang, str]) -> str:
    values = "".join(
        f"<value xml:lang={quoteattr(locale)}>{escape(text)}</value>"
        for lang, text in texts.items()
        for locale in _LOCALES[lang]
    )
    return f'<prop oor:name="{name}">{values}</prop>'


def shim() -> str:
    """The extension's only code: finds the package and hands every call over."""
    methods = {method(f): (f.name, wants_document(f), len(f.arguments)) for f in FUNCTIONS.values()}
    table = "\n".join(f"    {name!r}: {target!r}," for name, target in methods.items())
    return _SHIM.format(
        table=table,
        identifier=IDENTIFIER,
        interface=INTERFACE,
        service=SERVICE,
        version_method="KA_VERSION",
        missing_zh=WORDS["no-package"].zh,
        missing_en=WORDS["no-package"].en,
    )


_SHIM = '''# Generated: the functions live in the installed package kasales_xl.
import os
import struct
import sys

import unohelper
from com.sun.star.lang import Locale, XLocalizable, XServiceInfo, XServiceName
from {identifier} import {interface}

SERVICE = "{identifier}.{service}"
SERVICES = (SERVICE, "com.sun.star.sheet.AddIn")


def _installed_paths():
    """Folders that "kasales addin install --libreoffice" noted for this user, one a line."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    try:
        with open(os.path.join(base, "kasales", "python-path.txt"), encoding="utf-8") as noted:
            return [line.strip() for line in noted if line.strip()]
    except OSError:
        return []


why = ""
try:
    from kasales_xl.hosts.calc import addin as calc
except ImportError:
    sys.path += _installed_paths()
    try:
        from kasales_xl.hosts.calc import addin as calc
    except ImportError as error:
        calc = None
        why = "%s; Python %s" % (error, ".".join(map(str, sys.version_info[:2])))

# The real error #N/A, as Calc takes it from a function: a number that is none and carries the error's own.
NOT_AVAILABLE = struct.unpack("<d", struct.pack("<Q", (0x7FF8 << 48) | 32767))[0]
VERSION = "{version_method}"

# method: (function, has the document as its first argument, number of arguments)
FUNCTIONS = {{
{table}
}}


class Functions(unohelper.Base, {interface}, XServiceName, XServiceInfo, XLocalizable):
    def __init__(self, context):
        self.locale = Locale("zh", "CN", "")

    def getServiceName(self):
        return SERVICE

    def getImplementationName(self):
        return SERVICE + ".python"

    def supportsService(self, name):
        return name in SERVICES

    def getSupportedServiceNames(self):
        return SERVICES

    def setLocale(self, locale):
        self.locale = locale

    def getLocale(self):
        return self.locale


def _bind(name, with_document):
    if calc is None:

        def answer(self, *values):
            if name != VERSION:
                return NOT_AVAILABLE
            said = "{missing_zh}" if self.locale.Language == "zh" else "{missing_en}"
            return "%s (%s)" % (said, why)

    elif with_document:

        def answer(self, document, *values):
            return calc.answer(name, document, values, self.locale.Language)

    else:

        def answer(self, *values):
            return calc.answer(name, None, values, self.locale.Language)

    return answer


for _method, (_name, _with_document, _count) in FUNCTIONS.items():
    setattr(Functions, _method, _bind(_name, _with_document))

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, SERVICE + ".python", SERVICES)
'''


def _manifest() -> str:
    entries = {
        "kasales.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
        "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
        "kasales_calc.py": "application/vnd.sun.star.uno-component;type=Python",
    }
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>\n'
        for path, kind in entries.items()
    )
    space = 'xmlns:manifest="http://openoffice.org/2001/manifest"'
    return f"{_XML}<manifest:manifest {space}>\n{lines}</manifest:manifest>\n"


def _description() -> str:
    spaces = (
        'xmlns="http://openoffice.org/extensions/description/2006" '
        'xmlns:d="http://openoffice.org/extensions/description/2006"'
    )
    names = "".join(
        f'<name lang="{lang}">{escape(WORDS["addin-name"].pick(lang))}</name>' for lang in ("en", "zh")
    )
    return (
        f'{_XML}<description {spaces}>\n<identifier value="{IDENTIFIER}"/>\n'
        f'<version value="{__version__}"/>\n<display-name>{names}</display-name>\n'
        '<dependencies><d:LibreOffice-minimal-version value="25.2" '
        'd:name="LibreOffice 25.2" xmlns:d="http://libreoffice.org/extensions/description/2011"/>'
        "</dependencies>\n</description>\n"
    )
