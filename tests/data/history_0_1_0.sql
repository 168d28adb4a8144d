BEGIN TRANSACTION;
CREATE TABLE ka_accounts (
	snapshot VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	account_id TEXT NOT NULL, 
	account TEXT NOT NULL, 
	"key" VARCHAR(20) NOT NULL, 
	tier VARCHAR(20) NOT NULL, 
	score FLOAT NOT NULL, 
	counted BOOLEAN NOT NULL, 
	PRIMARY KEY (snapshot, position), 
	FOREIGN KEY(snapshot) REFERENCES ka_snapshots (snapshot) ON DELETE CASCADE
);
INSERT INTO "ka_accounts" VALUES('485d52f7612807ffe3fd8cb16db51f14',0,'A001','客户001','yes','strong',100.0,1);
INSERT INTO "ka_accounts" VALUES('485d52f7612807ffe3fd8cb16db51f14',1,'A002','客户002','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('485d52f7612807ffe3fd8cb16db51f14',2,'A003','客户003','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('9902e822f61ab03b91138677f247d734',0,'A001','客户001','yes','strong',100.0,1);
INSERT INTO "ka_accounts" VALUES('9902e822f61ab03b91138677f247d734',1,'A002','客户002','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('9902e822f61ab03b91138677f247d734',2,'A003','客户003','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('63065e5c6c372cca52c6f048ea1564af',0,'A001','客户001','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('63065e5c6c372cca52c6f048ea1564af',1,'A002','客户002','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('1c8babc82199afd9109b15ce7b301871',0,'A001','客户001','yes','junior',30.0,1);
INSERT INTO "ka_accounts" VALUES('1c8babc82199afd9109b15ce7b301871',1,'A002','客户002','yes','junior',30.0,1);
CREATE TABLE ka_facts (
	facts VARCHAR(32) NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (facts)
);
INSERT INTO "ka_facts" VALUES('19917427c005c8f5bcee94ca2b03f879',X'789CA5944F6F944018C6BFCB9C670DCC001B7B33F11B78DCEC81521A8914903F368DF1D034B15AA217130FA607EBC9835B0E9AB8690CFB65D8D5FD16BE03F22E4C8775B59709F03CEFFBCCEF65E039491EDB914BF6744A12D7F7DD98EC4DC8234DD30925CB1F1FABF96B71F1E66D35BF2454D734ED9E46C9B11D101A64BEDF2C844C29B11D27CC823481FA0979F0A7C1F5A7D5ABEFCD35A1465D3C21EBF3F35FDF66EBB3CF643AA5B59775BC6CC04B49B5B85A9D16D57CB65C9C6129EF94F25D4B61BB4E18A4B6D3D9EE48035FBBEF975F7FCEDE573737E25E3CEFF63A7113694DB2280AE314664709D39835D2CC11D7490BD776665267B6AD73108AC5CDD2D8F607DAEA036D7519F89F3BDFDF74AEE61F961757BD9B66B3759B6EDF2C781284C701B6B44630BAF62DB533E0D266F99D66C0DB19DC6A7BD719F07606BC3B03FE7F3380E376E0DA7E73D61E8AB3A66FCE1AA1DC6C3EAAB0FDA844B13912436BF65397B0BF9658FD92DE01D92D85B5295B4AA494DE2BD82D85B7295B4A30056617C5F0A17A8EDBCC6F79B11089478E07AB1738D9BE9DBA75239DEA22010C0C0D4F33DBF70E4F249DA39E847E967A22BA67303A09877EE6068E1C61A243FC49E2D09774ABAF03816418A3E1C0F5BD67F5CF63A397B9808CF68F8620CB9CA1410559E61C752564991B9D041564999BE8504196B9D5D765C8321FA34101B9BAFC22205D6708120C0C0D0A48D039EA2A4830189D040524384C74282041B7FABA040986311A949085804CED6410B260685042161C753564617412949085890E256461F5F55B90C5180D0AC8F5E9BBFA4D26D1002418181A1490A073D4559060303A090A487098E85040826EF57509120C6334C890D317BF015D4ADE27');
INSERT INTO "ka_facts" VALUES('6ab4e7975afa2af95f43188f1f319c07',X'789CA594CF6ED34010C6DF65CF365AAFFF89DE9078038E510EAEBB1516DB75886DAA0A71A82A51548B5E9038D07228270E141F4022EAC179992490B760D66986F5768302BD588EBFEF9B99DF789D97A4789A8C38D9F11C527021F898EC0CC8134A1971C8E2E3F9FCE2026EE66FCF67934BE27894D207D4218789248EAC84585D08193A2449D3BC926501F9017944A9A7725F3F2DDEFC58DD1327E8C203B23C3DFDF5FD7A79F2199ECEA6578BE36636B99E4F4FC870E87451A645D9B6511821CD6599A4DA082E05DF7A96D7DF7E5EBF9FDDDCA8DFEAB95EEB88177895B9BAF0AA1C2702EE1865914B43D7F7C8ED789EEB6D28EB9963FD73E5877F2ACF261FE66757BD1FAB61BB327ADD4A3E93F9A1C492910B80EB5DAE77C08C61D9BD76C0D63BB853F6BE3B60EB1D307D07ECFF760087628F276275221E1BAF8E387ED81DE74CA6D56E52720CC7AE32A8B3AD86EA726CCB1CEBE57A6BFA6BCE37726CCB5C709B03D2D1180E7F96F215EDFC6CAA7A1FA419E925E12B763CD5060C0C0DCFAB4464FB4786EEA35EE4A22AB35C1A8640EBB02F2A2E53B345880EF5758E7361E8515F0702C310A3618F8BEC05FC41E97A5B2BC8D1EEC126C8B66668B041B6B58FBA15B2AD03AD830DB2AD4374D820DB3AEAEB26645BC768B0402E2EBF28489E6E82040343830512741F751B241802AD8305121C213A2C90A0477DDD8004438C062B64A320CBA4D808D9303458211B1F753B6413681DAC904D880E2B6413F5F53B904D8C060BE4F2F85DF7268BD10648303034582041F751B7418221D03A5820C111A2C302097AD4D70D4830C468302187AF7E038BACA08E');
CREATE TABLE ka_measures (
	snapshot VARCHAR(32) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	value FLOAT, 
	PRIMARY KEY (snapshot, kind, code), 
	FOREIGN KEY(snapshot) REFERENCES ka_snapshots (snapshot) ON DELETE CASCADE
);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','grade','esp',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','grade','tas',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','grade','ecm',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','grade','mci',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','grade','pbm',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','indicator','esp.rising',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','indicator','tas.win_rate',1.0);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','indicator','ecm.trusted',NULL);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','indicator','mci.gather',NULL);
INSERT INTO "ka_measures" VALUES('485d52f7612807ffe3fd8cb16db51f14','indicator','pbm.laws',NULL);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','grade','esp',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','grade','tas',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','grade','ecm',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','grade','mci',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','grade','pbm',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','indicator','esp.rising',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','indicator','tas.win_rate',1.0);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','indicator','ecm.trusted',NULL);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','indicator','mci.gather',NULL);
INSERT INTO "ka_measures" VALUES('9902e822f61ab03b91138677f247d734','indicator','pbm.laws',NULL);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','grade','esp',1.0);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','grade','tas',1.0);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','grade','ecm',1.0);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','grade','mci',1.0);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','grade','pbm',1.0);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','indicator','esp.rising',NULL);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','indicator','tas.win_rate',NULL);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','indicator','ecm.trusted',NULL);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','indicator','mci.gather',NULL);
INSERT INTO "ka_measures" VALUES('63065e5c6c372cca52c6f048ea1564af','indicator','pbm.laws',NULL);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','grade','esp',1.0);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','grade','tas',1.0);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','grade','ecm',1.0);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','grade','mci',1.0);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','grade','pbm',1.0);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','indicator','esp.rising',NULL);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','indicator','tas.win_rate',NULL);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','indicator','ecm.trusted',NULL);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','indicator','mci.gather',NULL);
INSERT INTO "ka_measures" VALUES('1c8babc82199afd9109b15ce7b301871','indicator','pbm.laws',NULL);
CREATE TABLE ka_policies (
	policy VARCHAR(32) NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (policy)
);
INSERT INTO "ka_policies" VALUES('648d3f3cc6f203fc','{"window_months":12,"rate_min_deals":5,"stage_age_days":90,"stage_slow_factor":2.0,"high_grade":2,"path_blank":1,"path_upwards":1,"path_downwards":2,"pattern_prior":5.0,"law_min_deals":3,"false_discovery":0.1,"cycle_short_days":90,"cycle_long_days":270,"backed_grade":2,"lean_share":0.6,"success_attainment":1.0,"success_repeat":1,"success_growth":1,"success_reference":1,"coach":[{"when":"contradictions","at_least":1.0,"zh":"{names}已到控制或合同阶段，却没有一位能影响的关键决策人：是漏记了，还是阶段填早了？","en":"{names}: control or contract stage without one decision maker you can influence. Not written down, or staged too early?"},{"when":"deals-doubtful","at_least":1.0,"zh":"{names}自己填了需求不属实或赢不了，却还在往下做：为什么还投入？","en":"{names}: marked as not real or not winnable, and still worked on. Why spend more on it?"},{"when":"no-dm-met","at_least":1.0,"zh":"{names}还没见过关键决策人：谁能引见，这周约哪一位？","en":"{names}: no key decision maker met yet. Who can introduce you, and whom do you meet this week?"},{"when":"coverage-short","at_least":0.1,"zh":"在手商机不够完成目标（覆盖率还差 {have} 倍）：从哪几家大客户补？","en":"The pipeline does not cover the target (short by {have} times): which key accounts fill it?"},{"when":"accounts-falling","at_least":1.0,"zh":"{names}的项目质和量都在降：客户那边变了什么？下一个项目在哪里？","en":"{names}: both quality and quantity fall. What changed there, and where is the next project?"},{"when":"rhythm-broken","at_least":1.0,"zh":"{names}的大单断了档，也没有下一个在谈：预算什么时候定，谁在定？","en":"{names}: the rhythm of big deals broke and none is in sight. When is the budget made, and by whom?"},{"when":"deals-stuck","at_least":1.0,"zh":"{names}在一个阶段停了太久：客户要拿到什么才会往前走？该搁置的要不要搁置？","en":"{names}: too long in one stage. What does the buyer need to move on, or is it time to park it?"},{"when":"close-overdue","at_least":1.0,"zh":"{names}过了预计成交日：新日期是客户说的，还是我们猜的？","en":"{names}: past the expected close. Is the new date the buyer''s or our guess?"},{"when":"single-threaded","at_least":1.0,"zh":"{names}只靠一个人：他要是调走，第二位是谁？","en":"{names}: everything hangs on one person. Who is the second one if that person leaves?"},{"when":"pillars","at_least":3.0,"zh":"{names}一走，客户的关系等级就掉：怎样让关系不只在一个人身上？","en":"If {names} leave, tiers fall. How do you spread these relations?"},{"when":"relations-stale","at_least":1.0,"zh":"{names}很久没联系了：这个月带什么有用的东西去见？","en":"{names}: not met for long. What of use do you bring them this month?"},{"when":"support-late","at_least":1.0,"zh":"{names}的支持过了需要日期还没批：找谁推，没有支持怎么打？","en":"{names}: no answer though the day has passed. Who can move it, and what if it stays away?"},{"when":"deals-without-support","at_least":1.0,"zh":"{names}是最值钱的商机，却没有任何支持：该请谁出面？","en":"{names}: among the most valuable deals, with no support at all. Whom should you bring in?"},{"when":"support-astray","at_least":1.0,"zh":"{names}占着人天，价值却不高或不靠谱：要不要让给更值得的商机？","en":"{names}: holds person-days though it is small or doubtful. Should a better deal have them?"},{"when":"actions-overdue","at_least":1.0,"zh":"{names}的下一步过期了：做了没有，结果怎样，下一步是什么？","en":"{names}: the next action is overdue. Was it done, what came of it, what is next?"},{"when":"accounts-unplanned","at_least":1.0,"zh":"{names}没有经营目标或带日期的下一步：一年后想做到什么样？","en":"{names}: no objective or dated next action. Where should this account be in a year?"},{"when":"one-account-carries","at_least":0.5,"zh":"{names}一家占了赢单金额的大半：丢了它怎么办？","en":"{names} alone carries most of what was won. What if it is lost?"},{"when":"elements-unrecorded","at_least":0.5,"zh":"多半已结商机没记预算月份、采购方式、决策部门：回头补三个，看看这些客户怎么定项目。","en":"Most closed deals lack budget month, procurement and deciding department: fill in three and see how these accounts decide."},{"when":"grade-unbacked","at_least":1.0,"zh":"{names}评分不低，数据里却没有记录：举一个最近的例子？","en":"{names}: a good grade, but nothing recorded. Can you give a recent example?"}],"elements":[{"code":"known","zh":"认识","en":"Known"},{"code":"contact","zh":"来往","en":"In touch"},{"code":"value","zh":"价值","en":"Value"},{"code":"trust","zh":"信任","en":"Trust"},{"code":"stance","zh":"支持","en":"Support"},{"code":"influence","zh":"影响","en":"Sway"},{"code":"referral","zh":"引荐","en":"Referral"}],"edition":"default","key_share":0.3,"big_deal_amount":null,"big_deal_unit":null,"big_deal_share":0.3,"big_deal_gap_months":24,"big_deal_recent_months":24,"junior_related":1,"mid_dms":1,"mid_departments":1,"strong_departments":1,"strong_dm_share":0.75,"strong_opposed":0,"stale_days":180,"score_departments":40,"score_dms":30,"score_opposition":10,"score_recency":20,"recency_half_life_days":90,"counting":"cascade","junior_junior":[2,4],"intermediate_junior":[5,10],"intermediate_mid":[3,5],"senior_junior":[5,10],"senior_mid":[3,5],"senior_strong":[1,2],"top_junior":[5,10],"top_mid":[3,5],"top_strong":[1,2],"capability":"weakest","grade_junior":1,"grade_intermediate":2,"grade_senior":3,"grade_top":3,"expert_evidence":1,"cost_win_dm":1.0,"cost_win_related":1.0,"cost_neutralise":1.0,"cost_find_dm":1.0,"cost_complete_data":1.0}');
CREATE TABLE ka_schema (
	version INTEGER NOT NULL, 
	program VARCHAR(40) NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "ka_schema" VALUES(1,'0.1.0');
CREATE TABLE ka_snapshots (
	snapshot VARCHAR(32) NOT NULL, 
	seller_id VARCHAR(200) NOT NULL, 
	on_day DATE NOT NULL, 
	sequence INTEGER NOT NULL, 
	program VARCHAR(40) NOT NULL, 
	edition TEXT NOT NULL, 
	policy VARCHAR(32) NOT NULL, 
	book VARCHAR(32) NOT NULL, 
	facts VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	team TEXT NOT NULL, 
	level VARCHAR(20) NOT NULL, 
	accounts_level VARCHAR(20) NOT NULL, 
	capability_level VARCHAR(20) NOT NULL, 
	strong INTEGER NOT NULL, 
	mid INTEGER NOT NULL, 
	junior INTEGER NOT NULL, 
	progress FLOAT NOT NULL, 
	PRIMARY KEY (snapshot), 
	FOREIGN KEY(policy) REFERENCES ka_policies (policy), 
	FOREIGN KEY(facts) REFERENCES ka_facts (facts)
);
INSERT INTO "ka_snapshots" VALUES('485d52f7612807ffe3fd8cb16db51f14','S001','2026-04-01',1,'0.1.0','default','648d3f3cc6f203fc','41877ef766a220b38a6d98a04b1d6a7b','19917427c005c8f5bcee94ca2b03f879','张三','华东','junior','junior','junior',1,0,2,0.5);
INSERT INTO "ka_snapshots" VALUES('9902e822f61ab03b91138677f247d734','S001','2026-05-31',1,'0.1.0','default','648d3f3cc6f203fc','41877ef766a220b38a6d98a04b1d6a7b','19917427c005c8f5bcee94ca2b03f879','张三','华东','junior','junior','junior',1,0,2,0.5);
INSERT INTO "ka_snapshots" VALUES('63065e5c6c372cca52c6f048ea1564af','S002','2026-04-01',1,'0.1.0','default','648d3f3cc6f203fc','6acf5365afe7082efad84f1dee110bc0','6ab4e7975afa2af95f43188f1f319c07','李四','华东','junior','junior','junior',0,0,2,0.0);
INSERT INTO "ka_snapshots" VALUES('1c8babc82199afd9109b15ce7b301871','S002','2026-05-31',1,'0.1.0','default','648d3f3cc6f203fc','6acf5365afe7082efad84f1dee110bc0','6ab4e7975afa2af95f43188f1f319c07','李四','华东','junior','junior','junior',0,0,2,0.0);
CREATE INDEX ka_snapshots_of_seller ON ka_snapshots (seller_id, on_day, sequence);
COMMIT;
