package org.liangpai.dictionary;

import static org.liangpai.dictionary.Carry.NONE;
import static org.liangpai.dictionary.Carry.STATE;
import static org.liangpai.dictionary.Carry.YEAR;
import static org.liangpai.dictionary.FieldType.BOOLEAN;
import static org.liangpai.dictionary.FieldType.CHOICE;
import static org.liangpai.dictionary.FieldType.CHOICES;
import static org.liangpai.dictionary.FieldType.CODE;
import static org.liangpai.dictionary.FieldType.DATE;
import static org.liangpai.dictionary.FieldType.DECIMAL;
import static org.liangpai.dictionary.FieldType.DOMAIN;
import static org.liangpai.dictionary.FieldType.INTEGER;
import static org.liangpai.dictionary.FieldType.MONEY;
import static org.liangpai.dictionary.FieldType.MONTH;
import static org.liangpai.dictionary.FieldType.TEXT;
import static org.liangpai.dictionary.Need.COMPULSORY;
import static org.liangpai.dictionary.Need.OPTIONAL;
import static org.liangpai.dictionary.Need.REQUIRED;

import java.util.List;

/** The fields of the four tables, in the order of the workbook's columns. */
final class Fields {

  private static final List<Choice> NO_CHOICES = List.of();

  private static final List<Choice> LEVELS =
      List.of(
          new Choice("CITY", "市委"),
          new Choice("COUNTY", "县级党委"),
          new Choice("COMMITTEE", "基层党委"),
          new Choice("GENERAL_BRANCH", "党总支"));

  private static final List<Choice> KINDS =
      List.of(new Choice("NORMAL", "单独"), new Choice("JOINT", "联合"), new Choice("TEMPORARY", "临时"));

  private static final List<Choice> POSTS =
      List.of(
          new Choice("SECRETARY", "书记"),
          new Choice("DEPUTY", "副书记"),
          new Choice("ORGANIZATION", "组织"),
          new Choice("PUBLICITY", "宣传"),
          new Choice("DISCIPLINE", "纪检"),
          new Choice("OTHER", "其他"));

  private static final List<Choice> VENUES =
      List.of(new Choice("OWN", "自有"), new Choice("SHARED", "共用"), new Choice("NONE", "无"));

  private static final List<Choice> RATINGS =
      List.of(
          new Choice("GOOD", "好"),
          new Choice("FAIRLY_GOOD", "较好"),
          new Choice("FAIR", "一般"),
          new Choice("POOR", "差"));

  private static final List<Choice> MEETING_TYPES =
      List.of(
          new Choice("GENERAL_MEETING", "党员大会"),
          new Choice("COMMITTEE_MEETING", "支委会"),
          new Choice("GROUP_MEETING", "党小组会"),
          new Choice("LECTURE", "党课"),
          new Choice("THEME_DAY", "主题党日"),
          new Choice("ORG_LIFE", "组织生活会"),
          new Choice("APPRAISAL", "民主评议"));

  private static final List<Choice> VOTE_SUBJECTS =
      List.of(
          new Choice("NONE", "无"),
          new Choice("ADMISSION", "接收"),
          new Choice("CONVERSION", "转正"),
          new Choice("DISCIPLINE", "处分"),
          new Choice("ELECTION", "选举"),
          new Choice("OTHER", "其他"));

  static final List<Field> UNITS =
      List.of(
          new Field("unitCode", "党组织编码", CODE, COMPULSORY, true, NO_CHOICES, NONE, ""),
          new Field("unitName", "党组织名称", TEXT, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field("level", "层级", CHOICE, COMPULSORY, false, LEVELS, NONE, ""),
          new Field("parentCode", "上级党组织编码", CODE, OPTIONAL, false, NO_CHOICES, NONE, "仅最上级党组织留空"));

  static final List<Field> BRANCHES =
      List.of(
          new Field("branchCode", "支部编码", CODE, COMPULSORY, true, NO_CHOICES, NONE, ""),
          new Field("branchName", "支部名称", TEXT, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field(
              "unitCode", "所属党组织编码", CODE, COMPULSORY, false, NO_CHOICES, NONE, "填基层党委或党总支的编码"),
          new Field("domain", "领域", DOMAIN, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field("kind", "设置形式", CHOICE, COMPULSORY, false, KINDS, NONE, ""),
          new Field("foundedOn", "成立日期", DATE, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field("filedOn", "备案日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("dissolvedOn", "撤销日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "未撤销留空"),
          new Field(
              "hostDissolvedOn", "临时机构撤销日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "仅临时支部填写"),
          new Field("coveredUnits", "覆盖单位数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "仅联合支部填写"),
          new Field(
              "leadersAppointed",
              "班子由上级指定",
              BOOLEAN,
              REQUIRED,
              false,
              NO_CHOICES,
              NONE,
              "上级指定的班子没有任期"),
          new Field("electedOn", "本届选举日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("termYears", "任期年限", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "termEndsOn", "届满日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "留空按选举日期加任期年限计算"),
          new Field("reminderSentOn", "换届提醒日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("postponedUntil", "批准延期至", DATE, OPTIONAL, false, NO_CHOICES, NONE, "未批准延期留空"),
          new Field("approvedOn", "选举结果批复日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "committeeSize", "支委会人数", INTEGER, REQUIRED, false, NO_CHOICES, NONE, "0 表示不设支委会"),
          new Field("postsFilled", "已配职务", CHOICES, OPTIONAL, false, POSTS, NONE, ""),
          new Field(
              "committeeVacantSince", "委员空缺起始日", DATE, OPTIONAL, false, NO_CHOICES, NONE, "无空缺留空"),
          new Field("secretaryName", "书记姓名", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "secretaryFullSince", "书记转正日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "党龄从转正之日算起"),
          new Field("secretaryAppointedOn", "书记任职日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "secretaryVacantSince", "书记空缺起始日", DATE, OPTIONAL, false, NO_CHOICES, NONE, "无空缺留空"),
          new Field(
              "secretaryInductionOn", "书记任职培训日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("venue", "活动场所", CHOICE, REQUIRED, false, VENUES, NONE, ""),
          new Field("hasPartyWorker", "配有党务工作者", BOOLEAN, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("liaisonLeader", "联系领导", TEXT, OPTIONAL, false, NO_CHOICES, NONE, "未明确留空"),
          new Field(
              "pairedBranchCode", "结对支部编码", CODE, OPTIONAL, false, NO_CHOICES, NONE, "未结对留空"));

  static final List<Field> RECORDS =
      List.of(
          new Field("branchCode", "支部编码", CODE, COMPULSORY, true, NO_CHOICES, NONE, ""),
          new Field("month", "月份", MONTH, COMPULSORY, true, NO_CHOICES, NONE, "如 2026-10"),
          new Field("submittedOn", "上报日期", DATE, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field("fullMembers", "正式党员数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "probationaryMembers", "预备党员数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "surgeUntil", "人数激增预计回落日", DATE, OPTIONAL, false, NO_CHOICES, STATE, "没有人数激增留空"),
          new Field("groups", "党小组数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "weakGroups",
              "不合要求的党小组数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              "少于3名党员、没有正式党员或组长不是正式党员的党小组"),
          new Field(
              "membersWithoutGroup", "未编入党小组党员数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "membersDuesOverdue",
              "到期未交党费党员数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              "经同意按季交纳的，季末前不算到期"),
          new Field(
              "membersLapsed",
              "连续六个月无正当理由不参加组织生活、不交党费或不做所分配工作且未处置党员数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "membersLost", "失联满六个月未停止党籍党员数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "membersUntransferred",
              "组织关系应转未转党员数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field("floatingMembers", "流动党员数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "floatingOutOfContact",
              "失去经常联系的流动党员数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field("leadingCadres", "党员领导干部数", INTEGER, REQUIRED, false, NO_CHOICES, STATE, ""),
          new Field(
              "leadingCadresAbsent",
              "近六个月未参加支部组织生活的党员领导干部数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "applicantsUntalked",
              "超一个月未谈话的入党申请人数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "activistsUnreviewed",
              "超半年未考察的积极分子数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "probationersOverdue",
              "预备期满超三十天未讨论转正人数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              "延长预备期和推迟讨论的不计"),
          new Field(
              "probationersEarly", "本月提前讨论转正人数", INTEGER, REQUIRED, false, NO_CHOICES, NONE, ""),
          new Field(
              "approvalsOverdue",
              "上报超期未审批人数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              "一般3个月；经批准的特殊情况6个月"),
          new Field(
              "lastAdmissionYear", "最近发展党员年份", INTEGER, OPTIONAL, false, NO_CHOICES, STATE, ""),
          new Field(
              "membersDueTraining",
              "应训党员数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              YEAR,
              "年老、患病、行动不便的不计"),
          new Field(
              "membersTrained", "年度学时达标党员数", INTEGER, REQUIRED, false, NO_CHOICES, YEAR, "本年累计"),
          new Field(
              "secretaryTrainingHours",
              "书记年度学时",
              DECIMAL,
              REQUIRED,
              false,
              NO_CHOICES,
              YEAR,
              "本年累计学时"),
          new Field(
              "secretaryCountyTraining",
              "书记县级以上集中培训次数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              YEAR,
              "本年累计"),
          new Field("talksDue", "应谈心谈话人数", INTEGER, REQUIRED, false, NO_CHOICES, YEAR, "本年"),
          new Field("talksDone", "已谈心谈话人数", INTEGER, REQUIRED, false, NO_CHOICES, YEAR, "本年累计"),
          new Field("annualPlanOn", "本年度工作计划上报日期", DATE, OPTIONAL, false, NO_CHOICES, STATE, ""),
          new Field("duesPublishedOn", "上年度党费收缴公布日期", DATE, OPTIONAL, false, NO_CHOICES, STATE, ""),
          new Field(
              "secretaryReportedOn", "上年度书记述职日期", DATE, OPTIONAL, false, NO_CHOICES, STATE, ""),
          new Field("secretaryRating", "上年度述职评议等次", CHOICE, OPTIONAL, false, RATINGS, STATE, ""),
          new Field(
              "actionItemsOverdue",
              "逾期未办结的议定和整改事项数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "majorMattersUndiscussed",
              "未经党员大会讨论的重大事项数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field("hasBudgetLine", "工作经费列入预算", BOOLEAN, OPTIONAL, false, NO_CHOICES, STATE, ""),
          new Field("budgetAmount", "年度工作经费预算", MONEY, OPTIONAL, false, NO_CHOICES, STATE, "单位：元"),
          new Field(
              "arrivedAmount", "已到位经费", MONEY, OPTIONAL, false, NO_CHOICES, YEAR, "本年累计，单位：元"),
          new Field(
              "previousPayroll",
              "上年度职工工资总额",
              MONEY,
              OPTIONAL,
              false,
              NO_CHOICES,
              STATE,
              "仅国企且支部覆盖整个企业时填写，单位：元"),
          new Field("carryOver", "累计结转", MONEY, OPTIONAL, false, NO_CHOICES, STATE, "仅国企填写，单位：元"),
          new Field(
              "duesCollectedLastYear",
              "上年度实收党费",
              MONEY,
              OPTIONAL,
              false,
              NO_CHOICES,
              STATE,
              "仅两新组织填写，单位：元"),
          new Field(
              "duesReturned",
              "上年度党费已返还",
              MONEY,
              OPTIONAL,
              false,
              NO_CHOICES,
              STATE,
              "仅两新组织填写，单位：元"),
          new Field(
              "duesSpentUndecided",
              "未经集体研究的党费支出笔数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              ""),
          new Field(
              "duesSpentOutOfScope",
              "超范围党费支出笔数",
              INTEGER,
              REQUIRED,
              false,
              NO_CHOICES,
              STATE,
              "范围：培训、订阅资料、表彰、补助困难党员、救灾、组织生活"),
          new Field(
              "payArrearsMonths",
              "书记报酬拖欠月数",
              INTEGER,
              OPTIONAL,
              false,
              NO_CHOICES,
              STATE,
              "仅农村、社区填写"),
          new Field(
              "liaisonVisits", "本月联系领导到支部指导次数", INTEGER, REQUIRED, false, NO_CHOICES, NONE, ""));

  static final List<Field> MEETINGS =
      List.of(
          new Field("branchCode", "支部编码", CODE, COMPULSORY, false, NO_CHOICES, NONE, ""),
          new Field("month", "月份", MONTH, COMPULSORY, false, NO_CHOICES, NONE, "如 2026-10"),
          new Field("type", "类型", CHOICE, COMPULSORY, false, MEETING_TYPES, NONE, ""),
          new Field(
              "alsoCountsAs",
              "兼计类型",
              CHOICES,
              OPTIONAL,
              false,
              MEETING_TYPES,
              NONE,
              "一次活动同时算作的其他类型"),
          new Field("heldOn", "召开日期", DATE, COMPULSORY, false, NO_CHOICES, NONE, "必须在本条纪实的月份之内"),
          new Field(
              "makeUpFor",
              "补开所属月份",
              MONTH,
              OPTIONAL,
              false,
              NO_CHOICES,
              NONE,
              "补开的会议只作改正的佐证，不计入任何月份"),
          new Field(
              "forYear",
              "所属年度",
              INTEGER,
              OPTIONAL,
              false,
              NO_CHOICES,
              NONE,
              "仅组织生活会、民主评议填写；留空按召开年份"),
          new Field("groupName", "党小组名称", TEXT, OPTIONAL, false, NO_CHOICES, NONE, "党小组会必填"),
          new Field("topic", "主题", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("place", "地点", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("chair", "主持人", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("recorder", "记录人", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("resolution", "议定事项", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("expected", "应到人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("exempt", "免计人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "留空按0"),
          new Field("actual", "实到人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "不多于应到减免计"),
          new Field("durationMinutes", "时长(分钟)", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("scheduledOn", "固定党日日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "仅主题党日填写"),
          new Field("rescheduleReason", "调整原因", TEXT, OPTIONAL, false, NO_CHOICES, NONE, "仅主题党日填写"),
          new Field(
              "plannedBeforehand",
              "事前研究确定主题",
              BOOLEAN,
              OPTIONAL,
              false,
              NO_CHOICES,
              NONE,
              "仅主题党日填写"),
          new Field("voteSubject", "表决事项", CHOICE, OPTIONAL, false, VOTE_SUBJECTS, NONE, "留空表示无表决"),
          new Field("eligibleVoters", "应到有表决权人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "attendingVoters",
              "实到有表决权人数",
              INTEGER,
              OPTIONAL,
              false,
              NO_CHOICES,
              NONE,
              "不多于应到有表决权人数"),
          new Field(
              "votesFor", "赞成票", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "含书面意见，不多于应到有表决权人数"),
          new Field("passed", "是否通过", BOOLEAN, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("seats", "应选名额", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "仅选举填写"),
          new Field("candidates", "候选人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, "仅选举填写"),
          new Field("importantMatter", "重要事项", BOOLEAN, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "preparedByCommittee", "会前经支委会研究", BOOLEAN, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("lifeTheme", "组织生活会主题", TEXT, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("preTalks", "会前谈心次数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("opinions", "征求意见条数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "criticismRecorded", "开展批评与自我批评", BOOLEAN, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("rectifyItems", "整改事项数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("ratedExcellent", "评为优秀人数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field(
              "ratedProbationary", "被定等次的预备党员数", INTEGER, OPTIONAL, false, NO_CHOICES, NONE, ""),
          new Field("recordedOn", "录入日期", DATE, OPTIONAL, false, NO_CHOICES, NONE, "录入纪实的日期"));

  private Fields() {}
}
