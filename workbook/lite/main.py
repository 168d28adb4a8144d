"""The worksheet functions of kasales_xl for xlwings Lite. Generated; changes will be lost.

Paste this into main.py of the Lite pane and requirements.txt beside it into its own tab."""

from kasales_xl.hosts.lite.answering import answer
from xlwings import arg, func


@func
@arg('profile', ndim=2, err_to_str=True, doc='「我的信息」表，连表头一起选；可以是空的 · The Profile table with its headers; may be empty')
@arg('accounts', ndim=2, err_to_str=True, doc='「客户」表，连表头一起选；可以是空的 · The Accounts table with its headers; may be empty')
@arg('contacts', ndim=2, err_to_str=True, doc='「联系人」表，连表头一起选；可以是空的 · The Contacts table with its headers; may be empty')
@arg('deals', ndim=2, err_to_str=True, doc='「商机」表，连表头一起选；可以是空的 · The Deals table with its headers; may be empty')
@arg('support', ndim=2, err_to_str=True, doc='「支持」表，连表头一起选；可以是空的 · The Support table with its headers; may be empty')
@arg('links', ndim=2, err_to_str=True, doc='「人脉」表，连表头一起选；可以是空的 · The Links table with its headers; may be empty')
@arg('practices', ndim=2, err_to_str=True, doc='「能力」表，连表头一起选；可以是空的 · The Capability table with its headers; may be empty')
@arg('career', ndim=2, err_to_str=True, doc='「履历」表，连表头一起选；可以是空的 · The Career table with its headers; may be empty')
@arg('policy', ndim=2, err_to_str=True, doc='「规则」表，连表头一起选；可以是空的 · The Policy table with its headers; may be empty')
def ka_book(profile=None, accounts=None, contacts=None, deals=None, support=None, links=None, practices=None, career=None, policy=None):
    '把整本账簿读一次，得到账簿代号；其他函数凭它查结果，又快又一致。内容不变，代号不变。没有的表空着，逗号要写全。 · Reads the whole book once and returns its handle; the other functions look things up by it. Same content, same handle. Leave a table out, but write its comma.'
    return answer('KA_BOOK', (profile, accounts, contacts, deals, support, links, practices, career, policy,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('form', ndim=2, err_to_str=True, doc='逐条（不填）；汇总：还要处理的，最要紧的在前，相同的合成一行；单元格：有问题的格子 · list (default); grouped: what is open, the worst first, equal ones as one line; cells: the cells in question')
def ka_check(book=None, form=None):
    '数据里发现的问题：哪张表、哪一行、哪一列、是什么、怎么改。公式、下拉、保护的问题用 kasales check 看。 · What is wrong in the data: sheet, row, column, what was found, how to fix it. Formulas, drop-downs and protection: see kasales check.'
    return answer('KA_CHECK', (book, form,))


@func
def ka_version():
    '插件版本号；能算出来就说明插件在工作。 · Version of the add-in; an answer means that it works.'
    return answer('KA_VERSION', ())


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('form', ndim=2, err_to_str=True, doc='要什么：名称（不填）、代码、数字（0 小白 到 4 顶级）、客户（只看客户数）、能力（只看五维） · What to show: name (default), code, number (0 novice to 4 top), accounts or capability')
def ka_level(book=None, form=None):
    "销售等级：小白、初级、中级、高级、顶级。客户数和五维两条线，取低的一条。 · The seller's level: novice, junior, intermediate, senior, top; the lower of accounts and five dimensions."
    return answer('KA_LEVEL', (book, form,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
def ka_progress(book=None):
    '本级进度，0 到 1：客户从下限到满分走了多少。 · Progress inside the level, 0 to 1: how far the accounts are from the minimum to the full mark.'
    return answer('KA_PROGRESS', (book,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('level', ndim=2, err_to_str=True, doc='想看的等级；不填就是下一级 · Which level; left out: the next one')
def ka_gap(book=None, level=None):
    '离这一级还差什么：要求、现有、需要、还差，最卡的排最前；最省力的走法见 KA_NEXT 和 KA_WHY。 · What a level still needs: requirement, have, need, missing; what blocks most comes first. The cheapest way: KA_NEXT, KA_WHY.'
    return answer('KA_GAP', (book, level,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('n', ndim=2, err_to_str=True, doc='要几条；不填就是全部 · How many; left out: all')
@arg('which', ndim=2, err_to_str=True, doc='全部（不填）；人：要见的人，一人一条；其他：不用见人的事 · all (default); people: whom to see, a line each; others: what needs nobody')
def ka_next(book=None, n=None, which=None):
    '升级最省力的几步：客户、举措、人、效果；先少开新客户，再少走步。 · The cheapest way up: account, move, person, effect; fewest new accounts, then fewest steps.'
    return answer('KA_NEXT', (book, n, which,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('level', ndim=2, err_to_str=True, doc='想看的等级；不填就是要往上走的那一级 · Which level; left out: the one to climb to')
def ka_seats(book=None, level=None):
    '这一级要的大客户席位：等级、关系、坐了几家、共几席、图示（● 已坐 ○ 空着）、坐的是谁；强的先坐，可以顶弱的。 · The seats of a level for key accounts: level, tier, taken, seats, a picture of them, who sits there; the strongest first, they may take weaker seats.'
    return answer('KA_SEATS', (book, level,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('what', ndim=2, err_to_str=True, doc='「等级」「卡点」「走法」「待判定」、客户、联系人或维度（道术本势律） · "level", "blocker", "way up", "undecided", an account, a contact or a dimension (ESP+ … PBM)')
def ka_why(book=None, what=None):
    "为什么：等级卡在哪、客户关系离下一级还差什么、联系人要留意什么。 · Why: what blocks the level, what an account's next tier lacks, what to mind about a contact."
    return answer('KA_WHY', (book, what,))


@func
@arg('level', ndim=2, err_to_str=True, doc="等级的名称、数字，或账簿代号 KA；不填就用当前工作簿 · A level's name or number, or the handle KA; left out: the workbook you are in")
@arg('part', ndim=2, err_to_str=True, doc='全部（不填）；类型：哪一型、谁挑谁、选公司看什么；接下来：做什么 · all (default); type: which type, who chooses, what company; next: what to do')
def ka_advice(level=None, part=None):
    '这一级的销售属于哪一型、谁挑谁、选公司看什么、接下来做什么。 · What type of seller the level makes, who chooses whom, what to look for, what to do next.'
    return answer('KA_ADVICE', (level, part,))


@func
@arg('strong', ndim=2, err_to_str=True, doc='强关系大客户数 · Key accounts with a strong relation')
@arg('mid', ndim=2, err_to_str=True, doc='中级关系大客户数 · Key accounts with a mid relation')
@arg('junior', ndim=2, err_to_str=True, doc='初级关系大客户数 · Key accounts with a junior relation')
@arg('grade', ndim=2, err_to_str=True, doc='五维都到几级（0-3）；不填就只看客户 · Grade of all five dimensions (0–3); left out: accounts alone')
@arg('expert', ndim=2, err_to_str=True, doc='是不是赛道和行业专家（是/否） · Expert of track and industry? (yes/no)')
def ka_level_of(strong=None, mid=None, junior=None, grade=None, expert=None):
    '假如：这些客户数能到哪一级？不需要账簿，按默认规则算。 · What if: the level of these numbers, no book needed, default policy.'
    return answer('KA_LEVEL_OF', (strong, mid, junior, grade, expert,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('account', ndim=2, err_to_str=True, doc="客户名称或客户编号 · The account's name or ID")
@arg('form', ndim=2, err_to_str=True, doc='要哪一个：填报（不填）是按规则算出的，确认是经理填的 · Which one: claimed (default), by the rules; confirmed, by the manager')
def ka_tier(book=None, account=None, form=None):
    '客户的关系等级：未知、无、初级、中级、强。 · Relationship tier of an account: unknown, none, junior, mid, strong.'
    return answer('KA_TIER', (book, account, form,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
def ka_tiers(book=None):
    '全部客户一张表：客户、是否大客户、关系等级、关系分。 · All accounts: account, key account, tier, score.'
    return answer('KA_TIERS', (book,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('account', ndim=2, err_to_str=True, doc="客户名称或客户编号 · The account's name or ID")
@arg('form', ndim=2, err_to_str=True, doc='不填是结论；依据：已证实、有望、经理说能持续、缺资料、待赢单等 · Left out: the answer; reason: proven, promised, confirmed, data missing, a win is missing …')
def ka_key(book=None, account=None, form=None):
    '是不是大客户：是、否、待判定（缺资料，或还要赢单）。 · Is it a key account: yes, no, undecided (data or a win is missing).'
    return answer('KA_KEY', (book, account, form,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('account', ndim=2, err_to_str=True, doc="客户名称或客户编号 · The account's name or ID")
def ka_score(book=None, account=None):
    '客户的关系分，0 到 100，只用来排序，不改变等级。 · Relationship score of an account, 0 to 100; for sorting, it changes no tier.'
    return answer('KA_SCORE', (book, account,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('tier', ndim=2, err_to_str=True, doc='关系等级：强、中级、初级、无、未知 · Tier: strong, mid, junior, none, unknown')
def ka_count(book=None, tier=None):
    '正好是这个关系等级的大客户有几家。 · How many key accounts have exactly this tier.'
    return answer('KA_COUNT', (book, tier,))


@func
@arg('key_departments', ndim=2, err_to_str=True, doc='关键部门数 · Key departments')
@arg('covered', ndim=2, err_to_str=True, doc='其中有能影响的决策人的部门数 · Of these, with an influenced decision maker')
@arg('dms', ndim=2, err_to_str=True, doc='关键决策人数 · Key decision makers')
@arg('influenced', ndim=2, err_to_str=True, doc='其中能影响的人数 · Of these, you can influence')
@arg('opposed', ndim=2, err_to_str=True, doc='其中反对的人数 · Of these, opposed')
@arg('related', ndim=2, err_to_str=True, doc='能影响的业务相关人数（含决策人） · Related people you influence, with those')
def ka_tier_of(key_departments=None, covered=None, dms=None, influenced=None, opposed=None, related=None):
    '假如：这样的人头数，关系到哪一级？不需要账簿，按默认规则算。 · What if: the tier of these head counts, no book needed, default policy.'
    return answer('KA_TIER_OF', (key_departments, covered, dms, influenced, opposed, related,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('dimension', ndim=2, err_to_str=True, doc='道、术、本、势、律 · ESP+, TAS+, ECM, MCI or PBM')
def ka_grade(book=None, dimension=None):
    '一个维度的等级，0 无到 3 精通。 · Grade of one dimension, 0 none to 3 mastery.'
    return answer('KA_GRADE', (book, dimension,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('about', ndim=2, err_to_str=True, doc='维度（道、术、本、势、律）：列出它的全部指标；或一个指标的名称或代码：只要它的值；不填是五维总表 · A dimension for all its indicators, or the name or code of one indicator for its value; left out: all five dimensions')
def ka_dimensions(book=None, about=None):
    "五维一张表：等级、从账簿算出的指标、两者对不上的提示、七项做法已评几项；也能查一个维度或一个指标。 · The five dimensions: grade, indicator computed from the book, a flag where they disagree, how many of 7 practices are graded; or one dimension's indicators, or one indicator."
    return answer('KA_DIMENSIONS', (book, about,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('deal', ndim=2, err_to_str=True, doc="商机编号或名称 · The deal's ID or name")
@arg('measure', ndim=2, err_to_str=True, doc='要哪一项：score 合计、chance 赢单把握、expected 预期金额、fit 规律匹配、relationship 关系、solution 方案、price 价格、insight 规律、warnings 提醒、real 需求属实、win 有机会赢、stay 停留天数、overdue 过期天数、support 批准人天；不填是整张表 · One of score, chance, expected, fit, relationship, solution, price, insight, warnings, real, win, stay, overdue, support; left out: all')
def ka_deal(book=None, deal=None, measure=None):
    '一个商机：四项优势、合计、赢单把握、预期金额、规律匹配、提醒、验证两问、停留和过期天数、支持，各有来源。 · One deal: four advantages, sum, win chance, expected amount, pattern fit, warnings, real and winnable, days in stage and overdue, support; each with its source.'
    return answer('KA_DEAL', (book, deal, measure,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('account', ndim=2, err_to_str=True, doc="客户名称或编号；不填就是全部 · An account's name or ID; left out: all")
def ka_winrate(book=None, account=None):
    '赢率：赢几个、共几个、比例和 95% 区间；结案太少时不给比例。 · Win rate: won, closed, rate with its 95% interval; no rate for too few closed deals.'
    return answer('KA_WINRATE', (book, account,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('account', ndim=2, err_to_str=True, doc="客户名称或编号；不填就是全部 · An account's name or ID; left out: all")
def ka_pattern(book=None, account=None):
    '这家客户（或全部客户）的已结商机是怎么赢、怎么输的：次数、95% 区间、估计赢率、相对平均。 · How the closed deals of an account, or of all, were won and lost: counts, 95% interval, estimated win rate, against the mean.'
    return answer('KA_PATTERN', (book, account,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('quarter', ndim=2, err_to_str=True, doc='哪个季度：2026Q3、Q3、三季度、本季、下季，或全年；不填是整张表 · Which quarter: 2026Q3, Q3, this, next, or year; left out: the whole table')
def ka_forecast(book=None, quarter=None):
    '按季度预测：在手商机预期金额和 80% 区间、已赢、目标、按预期还差多少。 · Forecast by quarter: expected amount of the open deals with its 80% interval, won, target, and what neither covers.'
    return answer('KA_FORECAST', (book, quarter,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('contact', ndim=2, err_to_str=True, doc="联系人编号或姓名 · The contact's ID or name")
def ka_path(book=None, contact=None):
    '从我们到这个人，经谁引荐最顺。 · The warmest way from us to this person.'
    return answer('KA_PATH', (book, contact,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
@arg('measure', ndim=2, err_to_str=True, doc='准 或 聚；不填是整张表 · match or gather; left out: both, in a table')
def ka_support(book=None, measure=None):
    '势：准（资源给了最值的项目吗）和聚（要到了多少资源）。 · Support: match (do the best deals get it) and gather (how much of it was won).'
    return answer('KA_SUPPORT', (book, measure,))


@func
@arg('book', ndim=2, err_to_str=True, doc="账簿代号，模板里写 KA；不填就用当前工作簿 · The book's handle, KA in the template; left out: the workbook you are in")
def ka_focus(book=None):
    '在现在的赛道和行业干了几年、换过几次，附一句话。 · Years on the current track and in the industry, switches, and a plain note.'
    return answer('KA_FOCUS', (book,))
