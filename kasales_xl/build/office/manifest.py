"""``manifest.xml``: what Excel reads first: where the add-in is, what it may, what it adds to the ribbon."""

from __future__ import annotations

import re
import uuid
from xml.sax.saxutils import escape, quoteattr

from kasales_xl.build.office.icons import SIZES
from kasales_xl.core.text import Text
from kasales_xl.functions.spelling import NAMESPACE
from kasales_xl.text.office import MANIFEST
from kasales_xl.version import __version__

FILE = "manifest.xml"
#: Languages as Excel names them; the first is shown where none of them is spoken.
LOCALES = {"zh": "zh-CN", "en": "en-US"}
_URL = re.compile(r"https://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~/\-]*)?")


class OddUrl(ValueError):
    """Office takes add-ins from https addresses only."""


def clean_url(url: str) -> str:
    """Without a slash at its end. Raises OddUrl."""
    if not _URL.fullmatch(url):
        raise OddUrl(url)
    return url.rstrip("/")


def manifest(url: str) -> str:
    """url: of the folder that the site is put into. The same URL gives the same add-in ID, so that a newer
    version takes an older one's place."""
    url = clean_url(url)
    fields = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{url}/{FILE}")),
        "version": ".".join((*__version__.split(".")[:3], "0")),
        "url": escape(url),
        "name": _in_languages("DisplayName", MANIFEST["name"]),
        "description": _in_languages("Description", MANIFEST["description"]),
        "images": "".join(_image(url, side) for side in SIZES),
        "icons": "".join(f'<bt:Image size="{side}" resid="Icon.{side}"/>' for side in (16, 32, 80)),
        "metadata": _resource("Url", "Functions.Metadata", _metadata_urls(url)),
        "strings": "".join(_resource("String", f"Text.{code}", text) for code, text in _short().items()),
        "tips": "".join(_resource("String", f"Tip.{code}", MANIFEST[f"{code}-tip"]) for code in _TIPS),
        "namespace": NAMESPACE,
    }
    return _MANIFEST.format(**fields)


_SHORT, _TIPS = ("group", "button", "started"), ("button", "started")


def _short() -> dict[str, Text]:
    return {code: MANIFEST[code] for code in _SHORT}


def _metadata_urls(url: str) -> Text:
    return Text(f"{url}/functions.zh.json", f"{url}/functions.en.json")


def _in_languages(tag: str, text: Text) -> str:
    return (
        f"<{tag} DefaultValue={quoteattr(text.zh)}>"
        f"<Override Locale={quoteattr(LOCALES['en'])} Value={quoteattr(text.en)}/></{tag}>"
    )


def _resource(kind: str, name: str, text: Text) -> str:
    return (
        f'<bt:{kind} id="{name}" DefaultValue={quoteattr(text.zh)}>'
        f"<bt:Override Locale={quoteattr(LOCALES['en'])} Value={quoteattr(text.en)}/></bt:{kind}>"
    )


def _image(url: str, side: int) -> str:
    return f'<bt:Image id="Icon.{side}" DefaultValue={quoteattr(f"{url}/icons/{side}.png")}/>'


_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
 xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
<Id>{id}</Id>
<Version>{version}</Version>
<ProviderName>kasales_xl</ProviderName>
<DefaultLocale>zh-CN</DefaultLocale>
{name}
{description}
<IconUrl DefaultValue="{url}/icons/32.png"/>
<HighResolutionIconUrl DefaultValue="{url}/icons/64.png"/>
<SupportUrl DefaultValue="{url}/pane.html"/>
<AppDomains/>
<Hosts><Host Name="Workbook"/></Hosts>
<Requirements><Sets DefaultMinVersion="1.1">
<Set Name="SharedRuntime" MinVersion="1.1"/>
<Set Name="CustomFunctionsRuntime" MinVersion="1.2"/>
<Set Name="ExcelApi" MinVersion="1.9"/>
</Sets></Requirements>
<DefaultSettings><SourceLocation DefaultValue="{url}/pane.html"/></DefaultSettings>
<Permissions>ReadWriteDocument</Permissions>
<VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" \
xsi:type="VersionOverridesV1_0">
<Hosts><Host xsi:type="Workbook">
<Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes>
<AllFormFactors><ExtensionPoint xsi:type="CustomFunctions">
<Script><SourceLocation resid="Functions.Script"/></Script>
<Page><SourceLocation resid="Pane.Url"/></Page>
<Metadata><SourceLocation resid="Functions.Metadata"/></Metadata>
<Namespace resid="Functions.Namespace"/>
</ExtensionPoint></AllFormFactors>
<DesktopFormFactor>
<GetStarted><Title resid="Text.started"/><Description resid="Tip.started"/>\
<LearnMoreUrl resid="Help.Url"/></GetStarted>
<ExtensionPoint xsi:type="PrimaryCommandSurface"><OfficeTab id="TabHome"><Group id="Kasales.Group">
<Label resid="Text.group"/><Icon>{icons}</Icon>
<Control xsi:type="Button" id="Kasales.Button"><Label resid="Text.button"/>
<Supertip><Title resid="Text.button"/><Description resid="Tip.button"/></Supertip>
<Icon>{icons}</Icon>
<Action xsi:type="ShowTaskpane"><TaskpaneId>Kasales.Pane</TaskpaneId>\
<SourceLocation resid="Pane.Url"/></Action></Control>
</Group></OfficeTab></ExtensionPoint>
</DesktopFormFactor>
</Host></Hosts>
<Resources>
<bt:Images>{images}</bt:Images>
<bt:Urls><bt:Url id="Pane.Url" DefaultValue="{url}/pane.html"/>\
<bt:Url id="Functions.Script" DefaultValue="{url}/main.js"/>\
<bt:Url id="Help.Url" DefaultValue="{url}/pane.html"/>{metadata}</bt:Urls>
<bt:ShortStrings><bt:String id="Functions.Namespace" DefaultValue="{namespace}"/>{strings}</bt:ShortStrings>
<bt:LongStrings>{tips}</bt:LongStrings>
</Resources>
</VersionOverrides>
</OfficeApp>
"""
