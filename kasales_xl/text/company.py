"""What ``kasales init`` asks, what is wrong in a roster, and what was set up."""

from __future__ import annotations

from kasales_xl.core.text import Text, same

#: Names of what is made in a company's folder.
FOLDER = Text("大客户销售", "key-accounts")
POLICY, ROSTER = Text("公司规则.toml", "company.toml"), Text("名单.csv", "roster.csv")
BOOKS, COLLECTED = Text("账簿", "books"), Text("收回", "collected")
SCORECARDS, RETURNED = Text("记分卡", "scorecards"), Text("发回", "returned")

ASK: dict[str, Text] = {
    "lang": Text("账簿和输出用哪种语言", "Language of books and output"),
    "folder": Text("建在哪个文件夹", "Which folder to set up"),
    "unit": Text("账簿里的金额单位（元 或 万元）", "Money unit of the books (yuan or wan)"),
    "roster": Text(
        "销售名单文件（csv 或 xlsx，要有列：销售编号、姓名、团队；可以有：邮箱、年度目标；没有就回车）",
        "Roster file (csv or xlsx with columns Seller ID, Name, Team; if you like Mail, Annual target; "
        "Enter for none)",
    ),
    "teams": Text(
        "有哪些团队（用顿号隔开；回车：照名单里写的）",
        "Teams, comma between them (Enter: as the roster has them)",
    ),
    "key_share": Text(
        "大客户门槛：潜力至少占年度目标的多少",
        "Key account: potential at least this share of the annual target",
    ),
    "big_deal": Text(
        "大单门槛：多少金额算大单（回车：年度目标的 {share}）",
        "Big deal: from which amount (Enter: {share} of the annual target)",
    ),
    "go": Text(
        "在 {folder} 里建：规则、名单、{n} 本账簿。开始吗",
        "Set up in {folder}: policy, roster, books for {n}. Go on",
    ),
}
PROBLEMS: dict[str, Text] = {
    "file": Text("名单 {file}：{why}", "Roster {file}: {why}"),
    "not-there": Text("没有这个文件", "there is no such file"),
    "no-name": Text("第 {row} 行（编号 {id}）没有姓名", "line {row} (ID {id}) has no name"),
    "no-team": Text(
        "第 {row} 行「{name}」的团队空着。填上；全公司一个团队就加 --team 团队名",
        "line {row}, “{name}”: no team. Fill it in, or give --team where there is one for all",
    ),
    "other-team": Text(
        "第 {row} 行「{name}」的团队「{team}」不在这次给的团队里（{teams}）。改名单，或补上 --team {team}",
        "line {row}, “{name}”: team “{team}” is none of those given ({teams}). "
        "Correct it, or add --team {team}",
    ),
    "target": Text(
        "第 {row} 行「{name}」的年度目标「{target}」不是金额，写 800 或 800万",
        "line {row}, “{name}”: annual target “{target}” is no amount; write 800, say",
    ),
    "share": Text(
        "「{got}」不是比例，写 30% 这样，1% 到 100%", "{got} is no share; write 30%, from 1% to 100%"
    ),
}
DONE: dict[str, Text] = {
    "made": Text("建好了：{folder}", "Set up: {folder}"),
    "policy": Text("  {file}：{thresholds}", "  {file}: {thresholds}"),
    "policy-kept": Text(
        "  {file} 原来就有，照它的：{thresholds}", "  {file} was there and is kept: {thresholds}"
    ),
    "policy-ignored": Text(
        "  没有用上：{options}。要换，改 {file} 里的那一行",
        "  Not applied: {options}. To change it, edit that line in {file}",
    ),
    "thresholds": Text(
        "大客户：潜力 ≥ 年度目标的 {share}；大单：{deal}",
        "key account: potential ≥ {share} of the target; big deal: {deal}",
    ),
    "deal-share": Text("≥ 年度目标的 {share}", "≥ {share} of the target"),
    "deal-amount": Text("≥ {amount}{unit}", "≥ {amount} {unit}"),
    "roster": Text("  {file}：{n} 人，{teams} 个团队", "  {file}: {n} on it, teams: {teams}"),
    "roster-kept": Text("（原来的备份在 {kept}）", " (the old one is kept as {kept})"),
    "roster-blank": Text(
        "  {file}：还没有人。填好名单，再运行 kasales init {folder} --roster {path}",
        "  {file}: nobody yet. Fill it in, then run kasales init {folder} --roster {path}",
    ),
    "books": Text("  {folder}：新建 {n} 本", "  {folder}: {n} new"),
    "books-kept": Text("  原来就有的 {n} 本没动：{names}", "  There before and untouched, {n}: {names}"),
    "no-target": Text(
        "  {n} 人没有年度目标，自己在「我的信息」里填：{names}",
        "  {n} {n:person has|people have} no annual target yet, to be filled in on Profile: {names}",
    ),
    "writing": Text("写账簿", "Writing books"),
}
#: The weekly round, as it is typed.
ROUND = Text(
    """
每周一轮：
  1 发：第一次把「{books}」里的账簿发给本人；以后发「{returned}」里的
  2 收：把大家交回来的账簿放进「{collected}」
  3 评：{score}
  4 还：{give_back}""",
    """
The weekly round:
  1 Send: the first time the books in "{books}", later those in "{returned}"
  2 Collect: put the books that come back into "{collected}"
  3 Score: {score}
  4 Return: {give_back}""",
)
SCORE = same("kasales score {collected} -o {scorecards} --policy {policy} --roster {roster}")
GIVE_BACK = same("kasales return {collected} -o {returned} --policy {policy} --history {scorecards}")
