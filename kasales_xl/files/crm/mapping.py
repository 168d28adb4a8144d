"""Which column of a CRM export means what: a small TOML file, checked before any row is read."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from importlib import resources
from pathlib import Path, PurePosixPath
from string import Formatter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from kasales_xl.core.terms import MoneyUnit
from kasales_xl.layout.sheets import LAYOUT, SheetLayout
from kasales_xl.text.crm import PROBLEMS

_SHIPPED = resources.files("kasales_xl") / "data" / "crm"
#: The commented file to start an own mapping from.
TEMPLATE = "template.toml"
#: Deals and contacts may also say whose they are; that is no column of a book.
SELLER = "seller"


class CannotImport(Exception):
    """Nothing was written; ``text`` says why, and the way out."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(f"{code}: {words}")
        self.code, self.text = code, PROBLEMS[code](**words)


def _inside(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if not name or path.is_absolute() or ".." in path.parts or ":" in name:
        raise ValueError("a file name inside the export's folder")
    return name


def _formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    for text in formats:
        if not all(re.search(part, text) for part in ("%[Yy]", "%[mbB]", "%[de]")):
            raise ValueError(f"{text!r} lacks year, month or day, e.g. %Y-%m-%d")
    return formats


FileName = Annotated[str, AfterValidator(_inside)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Listed(_Part):
    """The list that a column of the export should keep to: a column of another file."""

    file: FileName
    column: str = Field(min_length=1)


class TableMap(_Part):
    """One file of the export. ``columns``: our column key → their column, or a text with their columns
    in braces. ``values``: our column key → their word → our code. ``corrections``: their column →
    wrong → right. ``listed``: their column → the list it should keep to."""

    file: FileName
    columns: dict[str, str]
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    corrections: dict[str, dict[str, str]] = Field(default_factory=dict)
    listed: dict[str, Listed] = Field(default_factory=dict)

    def sources(self) -> tuple[str, ...]:
        """Every column of the file that this mapping reads, each once."""
        named = [name for text in self.columns.values() for name in fields(text)]
        return tuple(dict.fromkeys((*named, *self.corrections, *self.listed)))


class CrmMapping(_Part):
    """A whole mapping file. ``account_prefix`` and ``seller_prefix`` begin the IDs made from names
    where the export has none; ``no_account`` is the account that deals without one are kept under,
    ``{seller}`` in it the seller's name (blank: the cell stays blank, and the book asks for it)."""

    title: str = Field(min_length=1)
    money_unit: MoneyUnit = MoneyUnit.YUAN
    date_formats: Annotated[tuple[str, ...], AfterValidator(_formats)] = ("%Y-%m-%d",)
    period_start: dt.date | None = None
    annual_target: float | None = Field(None, gt=0)
    encoding: str = ""
    delimiter: str = Field(",", min_length=1, max_length=1)
    seller_prefix: str = "S-"
    account_prefix: str = "A-"
    no_account: str = ""
    zero_amount_is_unknown: bool = False
    sellers: TableMap | None = None
    accounts: TableMap | None = None
    contacts: TableMap | None = None
    deals: TableMap

    @property
    def tables(self) -> tuple[TableMap, ...]:
        """Those that there are, deals first."""
        every = (self.deals, self.sellers, self.accounts, self.contacts)
        return tuple(table for table in every if table is not None)

    @model_validator(mode="after")
    def _tables_make_sense(self) -> CrmMapping:
        needed = {
            "sellers": ("name",),
            "accounts": ("account",),
            "contacts": ("name", "account"),
            "deals": (SELLER, "account", "deal", "stage"),
        }
        for name, least in needed.items():
            table: TableMap | None = getattr(self, name)
            if table is not None:
                _check_table(name, table, least)
        return self


def fields(text: str) -> tuple[str, ...]:
    """Their columns in one entry: ``"close_value"`` is one, ``"{product} – {account}"`` are two."""
    if "{" not in text:
        return (text,)
    return tuple(name for _lead, name, _spec, _conversion in Formatter().parse(text) if name)


def _check_table(name: str, table: TableMap, least: tuple[str, ...]) -> None:
    layout = LAYOUT["seller" if name == "sellers" else name]
    known = {*layout.by_key, *([SELLER] if name == "deals" else [])}
    for key, text in table.columns.items():
        if key not in known:
            raise ValueError(f"{name}.columns.{key}: no such column; known: {', '.join(sorted(known))}")
        try:
            named = fields(text)
        except ValueError as error:
            raise ValueError(f"{name}.columns.{key}: {error}") from error
        if not named or not all(named):
            raise ValueError(f"{name}.columns.{key}: names no column of {table.file}")
    for key in least:
        if key not in table.columns:
            raise ValueError(f"{name}.columns.{key} is missing")
    for key, words in table.values.items():
        _check_words(name, key, words, layout)


def _check_words(name: str, key: str, words: dict[str, str], layout: SheetLayout) -> None:
    column = layout.by_key.get(key)
    if column is None or not column.choices:
        raise ValueError(f"{name}.values.{key}: not a column with a list")
    codes = [str(term.value) for term in column.choices]
    for word, code in words.items():
        if code not in codes:
            raise ValueError(f"{name}.values.{key}: {word!r} = {code!r}; allowed: {', '.join(codes)}")


def parse_mapping(text: str, file: str) -> CrmMapping:
    """``file`` names it in messages. Raises CannotImport with every mistake found."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CannotImport("mapping-syntax", file=file, reason=str(error)) from error
    try:
        return CrmMapping.model_validate(tables)
    except ValidationError as error:
        problems = "; ".join(_problem(mistake) for mistake in error.errors())
        raise CannotImport("mapping-invalid", file=file, reason=problems) from error


def _problem(mistake: Any) -> str:
    where = ".".join(str(part) for part in mistake["loc"])
    what = str(mistake["msg"]).removeprefix("Value error, ")
    return f"{where}: {what}" if where else what


def read_mapping(path: Path) -> CrmMapping:
    """Raises CannotImport for a file that is missing, not UTF-8, not TOML or says what cannot be."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotImport("mapping-unreadable", file=str(path), reason=_reason(error)) from error
    return parse_mapping(text, path.name)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return "UTF-8?" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)


def template_text() -> str:
    """The commented mapping to start from."""
    return (_SHIPPED / TEMPLATE).read_text("utf-8")


def shipped() -> dict[str, CrmMapping]:
    """The mappings that come with the product, by file name."""
    names = {entry.name for entry in _SHIPPED.iterdir() if entry.name.endswith(".toml")} - {TEMPLATE}
    return {name: parse_mapping((_SHIPPED / name).read_text("utf-8"), name) for name in sorted(names)}


def mapping_for(directory: Path) -> CrmMapping:
    """The shipped mapping whose files all lie in ``directory``. Raises CannotImport."""
    for mapping in shipped().values():
        if all((directory / table.file).is_file() for table in mapping.tables):
            return mapping
    raise CannotImport("mapping-none", folder=str(directory))
