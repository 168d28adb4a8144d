"""The benchmark reports every candidate on any set of closed deals that a small mapping file describes."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest
from paths import ROOT

BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


def test_the_crm_export_is_read_by_its_mapping() -> None:
    import mapped_deals

    deals = mapped_deals.read(ROOT / "tests" / "data" / "crm", BENCHMARKS / "crm_export.toml")
    assert len(deals) == 6711
    first = deals[0]
    assert first.told.elements.keys() >= {"product", "series", "industry", "region", "opened"}
    assert all(a.closed <= b.closed for a, b in itertools.pairwise(deals))  # type: ignore[operator]
    assert "GTXPro" not in {deal.told.elements.get("product") for deal in deals}


def test_every_candidate_is_scored_on_a_set_of_ones_own(tmp_path: Path) -> None:
    import pbm_calibration
    from mapped_deals import read

    rows = ["谁,客户,结果,关闭,方式"]
    for place in range(200):
        way = "招标" if place % 2 else "直采"
        end = "赢" if (place % 2) == (place % 10 != 0) else "输"
        rows.append(f"张三,客户{place % 5},{end},2025-{place // 28 + 1:02d}-{place % 28 + 1:02d},{way}")
    (tmp_path / "商机.csv").write_text("\n".join(rows), encoding="utf-8")
    mapping = tmp_path / "我的.toml"
    mapping.write_text(
        '[deals]\nfile = "商机.csv"\nend = "结果"\nwon = ["赢"]\nlost = ["输"]\nclosed = "关闭"\n'
        'dates = "%Y-%m-%d"\naccount = "客户"\nseller = "谁"\n[elements]\nprocurement = "方式"\n',
        encoding="utf-8",
    )
    deals = read(tmp_path, mapping)
    found = {one.name: one for one in pbm_calibration.scores(*pbm_calibration.split(deals, 0.3))}
    assert list(found)[:2] == ["base rate", "estimated win rate"]
    assert {"win rate moved by signals", "logistic regression"} <= found.keys()
    assert found["win rate moved by signals"].brier < found["base rate"].brier
    assert found["base rate"].gap == 0
    assert "mapped_deals" in sys.modules
