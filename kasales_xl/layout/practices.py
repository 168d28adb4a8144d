"""The 35 practices of the capability grid, one per dimension and stage (G1).

The grid is the method's; the sentences are ours (F), short enough to be observed. A company replaces
them on 能力, where they can be edited."""

from __future__ import annotations

from kasales_xl.core.rows import Practice
from kasales_xl.core.terms import Dimension, Lang, LoopStage
from kasales_xl.core.text import Text

#: Seven sentences per dimension, in the order of the stages: zh, below it en.
_WORDS = {
    Dimension.ESP: """\
每家大客户有一页经营计划：三年目标、今年目标、我们先给什么
Keeps a one-page plan per key account: three-year aim, this year's aim, what we give first
立项前先问：对这家客户的长期合作有没有好处？没有就不做
Before taking on a deal, checks that it serves the account in the long run; drops it if not
方案里写明下一期：这个项目做完，客户接着做什么
Every solution names the next phase: what the account does once this project is done
每半年至少一次，和客户高层谈他们自己的业务规划
Talks with the account's executives about their own plans at least every half year
要让利时，事先定好让什么、换回什么
Decides in advance what to give up now and what to get for it later
合同里争取到框架、续约或扩容条款
Gets framework, renewal or extension terms into the contract
交付后和客户一起算清价值，并带出下一个项目
After delivery, works out the value with the account and brings up the next project
""",
    Dimension.TAS: """\
拿到线索一周内说得清：谁的什么问题，不解决会怎样
Within a week of a lead, can say whose problem it is and what happens if it stays
投入之前先答两问：需求属实吗？我们能赢吗？都拿得出证据
Before investing time, answers two questions with evidence: is it real, can we win?
方案强在哪里，由客户的评估者亲口说出来
Where our solution is ahead is said by the customer's evaluators, not by us
每位关键决策人想要什么、怎么看我们，都当面问过
Has asked every key decision maker in person what they want and how they see us
决策流程的每个节点、日期和拍板人都清楚，动作提前排好
Knows every step, date and decider of the decision, with an action planned for each
报价前摸清预算和能接受的价格，谈判底线事先批好
Knows budget and acceptable price before quoting; has the walk-away point approved
验收和回款节点写进日程，到期前先沟通
Puts acceptance and payment dates in the calendar and speaks up before they fall due
""",
    Dimension.ECM: """\
每家大客户都画出组织图，空着的关键位置列出来去找人
Draws each key account's organisation chart and goes to find who sits in the blank seats
谁是真正的关键决策人，至少有两个人的说法对得上
Confirms who really decides with at least two people whose accounts agree
清楚每位关键联系人在工作上要解决什么，帮上过一次，说得出结果
Knows what each key contact must solve at work, has helped once and can say what came of it
见不到的决策人先找引荐人，不硬闯
Reaches decision makers through someone who can introduce, not by cold calls
客户内部有教练，有变化当天就知道，消息能互相印证
Has a coach inside, hears of changes the same day and cross-checks them
签约前后都去见反对过的人，听完意见给答复
Meets those who opposed us before and after signing, listens and comes back with an answer
项目结束后每季度仍联系关键人，不是有单才出现
Still sees key contacts every quarter after the project, not only when there is a deal
""",
    Dimension.MCI: """\
公司各条线谁最懂这个行业，心里有数，叫得动
Knows who in each of our lines knows this industry best, and they come when asked
要支持时讲清三件事：商机价值、胜算、需要几人天
Asks for support with three facts: value of the deal, odds, person-days needed
带方案、产品、测试的同事到客户现场一起定方案
Brings solution, product and test colleagues to the customer to shape the solution together
安排双方高管见面：会前有目标，会后有跟进
Sets up executive meetings with an aim beforehand and follow-up after
关键节点要的人提前两周约好，并有备选
Books the people for key moments two weeks ahead, with a stand-in
签约后开交底会，把承诺逐条交给交付线
Holds a hand-over after signing and passes each promise to the delivery line
项目有结果后，逐一告诉支持过的人，替他们请功
Tells everyone who helped how it ended and gives them the credit
""",
    Dimension.PBM: """\
查清客户近三年买过什么、几月买、向谁买
Has looked up what the account bought in three years, in which months and from whom
新商机先和过去的赢单、输单对照，不像的地方写明原因
Compares a new deal with past wins and losses and writes down where and why it differs
按客户一贯看重的标准来组织方案和材料
Builds solution and papers around the criterion this account always weighs most
知道这类项目哪个部门说了算，先去那里
Knows which department decides on such projects and goes there first
照客户的预算月份和采购方式倒排时间表
Plans backwards from the account's budget month and way of buying
摸清客户的审批和付款习惯，合同照着走，不被流程拖住
Knows how the account approves and pays, and runs the contract along that path
每个结束的项目，赢输原因一个月内记进账簿
Writes down why each finished project was won or lost, in this book, within a month
""",
}
_LINES = "".join(_WORDS.values()).splitlines()

#: The 35 rows of an empty grid without their sentences, by dimension and stage; their IDs, ``道1`` … ``律7``,
#: are the same in both languages. The sentences by ID.
GRID = tuple(
    Practice(practice_id=f"{dimension.zh}{stage.rank + 1}", dimension=dimension, stage=stage)
    for dimension in Dimension
    for stage in LoopStage
)
SENTENCES = dict(zip((row.practice_id for row in GRID), map(Text, _LINES[::2], _LINES[1::2]), strict=True))


def default_practices(lang: Lang) -> tuple[Practice, ...]:
    """The rows of an empty grid as somebody who writes this language finds them."""
    return tuple(row.model_copy(update={"practice": SENTENCES[row.practice_id].pick(lang)}) for row in GRID)
