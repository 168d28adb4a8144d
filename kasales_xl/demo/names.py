"""Names for the sample organisation, Chinese beside English: made up, nobody's in particular."""

from __future__ import annotations

from random import Random

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text


def texts(line: str) -> tuple[Text, ...]:
    """``陈 Abbott|林 Barlow``: the English side may hold spaces."""
    return tuple(Text(zh, en) for zh, _space, en in (part.partition(" ") for part in line.split("|")))


SURNAMES = texts(
    "陈 Abbott|林 Barlow|黄 Calder|吴 Denby|徐 Eames|孙 Farrow|胡 Garner|朱 Hadley|高 Ingram|何 Jarvis|"
    "郭 Kersey|马 Lowell|罗 Marden|梁 Norris|宋 Oakes|郑 Pryor|谢 Quill|韩 Radley|唐 Selby|冯 Tilden|"
    "于 Usher|董 Vance|萧 Wardle|程 Yardley|曹 Ashby|袁 Birch|邓 Corwin|许 Dalton|傅 Emery|沈 Fenton|"
    "曾 Graves|彭 Holden|吕 Ivers|苏 Jessop|卢 Kemble|蒋 Lyle|蔡 Mercer|贾 Nash|丁 Orton|魏 Pell|"
    "薛 Rowan|叶 Sutton|阎 Thorne|余 Upton|潘 Vickers|杜 Wescott|戴 Yates|夏 Alder"
)
GIVEN = texts(
    "建平 Martin|文博 Simon|晓岚 Helen|志远 Robert|雅琴 Laura|国梁 Peter|思敏 Diana|海涛 Kevin|"
    "静怡 Alice|立群 Stephen|春燕 Nora|明哲 Oliver|慧君 Grace|卫东 Frank|若曦 Emma|振宇 Daniel|"
    "秋萍 Julia|少华 Philip|丽娟 Teresa|启航 Adrian|永康 Walter|佳宁 Sophie|子墨 Henry|玉洁 Claire|"
    "伯安 Edmund|凤鸣 Irene|景行 Victor|淑敏 Marian|学峰 Gordon|雨桐 Hazel|德胜 Leonard|婉清 Vera|"
    "鹏程 Russell|念慈 Ruth|承志 Howard|芷若 Ivy|浩然 Nathan|月华 Celia|维钧 Clive|素心 Edith|"
    "修远 Gareth|采薇 Fiona|良玉 Bernard|令仪 Joanna|致和 Duncan|书瑶 Amelia|定邦 Roland|知夏 Miriam"
)
#: Stems of company names; the industry adds what they do.
STEMS = texts(
    "澜川 Tarnwick|岳衡 Halverton|祁光 Corrisdale|沂岚 Brindlemoor|泓远 Ashcombe|朔岭 Northgarth|"
    "岱宁 Wexholm|汀州湾 Larkhaven|栖河 Millbourne|云筑 Skelton|嘉澍 Fairmead|锦陌 Silverton|"
    "启泽 Dunmere|原壑 Moorfield|清漪 Clearwell|昱成 Brightley|玄圃 Blackthorn|葭洲 Reedham|"
    "峤南 Southcliff|潞安河 Riverstoke|庐陵江 Kingsferry|翊和 Concordia|砺川 Whetstone|瀚森 Greatwood|"
    "旻天 Skyward|宸州 Crownhill|琅屿 Pearlisle|苍梧岭 Wolfridge|霁川 Rainsford|秉诚 Truscott|"
    "衡麓 Hillfoot|漱石 Stonebrook|望淮 Longmarsh|邺城 Oldcastle|棠溪 Pearbrook|箬岭 Bamford|"
    "景濠 Moatfield|溯源 Springwell|鹭江洲 Heronsgate|檀州 Sandalmere|曜石 Flintham|雁荡湖 Goosemere|"
    "长汀口 Sandhaven|归墟 Deepwater|稷原 Milletfield|琢玉 Jadeworth|沧浪 Wavecrest|临沅 Eastford"
)
COLLEAGUES = texts("方工 Ray Finch|江总 Owen Blake|季顾问 Lena Holt|莫经理 Iris Crane")
#: Competitors; the second one is the one that beats us.
COMPETITORS = texts("启衡软件 Kestrel Software|宏岭科技 Highridge Tech|智榕信息 Banyan Systems")
#: The sellers in the order of the cast, then the two team managers.
SELLERS = texts(
    "周牧之 Nathan Reed|秦若兰 Judith Crane|万书恒 Martin Cole|苗雨晴 Sally Brooke|邱伯庸 Edgar Lowe|"
    "霍青山 Glen Hurst|柳依依 Amy Willow|石小川 Toby Stone|陆怀瑾 Rosalind Key|汤正阳 Simon Field|"
    "顾清和 Clara Gould|雷鸣远 Rex Thornton|施静姝 Ruth Sheldon|金大勇 Basil King|章可心 Hope Channing|"
    "盛予安 Alan Prosper"
)
MANAGERS = texts("沈克勤 Helen Marsh|罗敬之 Victor Hale")
TEAMS = texts("华东大客户部 East Key Accounts|华南大客户部 South Key Accounts")
FULL_NAME = Text("{surname}{given}", "{given} {surname}")


class People:
    """Full names, each given out once. Both languages take the same course of random numbers."""

    def __init__(self, random: Random, lang: Lang) -> None:
        self._random, self._lang = random, lang
        self._taken: set[tuple[int, int]] = set()

    def name(self) -> str:
        while True:
            at = self._random.randrange(len(SURNAMES)), self._random.randrange(len(GIVEN))
            if at not in self._taken:
                break
        self._taken.add(at)
        return FULL_NAME(surname=SURNAMES[at[0]], given=GIVEN[at[1]]).pick(self._lang)
