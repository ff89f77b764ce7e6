package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packaged list against its specification, written down here a second time. */
class PackagedListTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  // code | title | star | kind | domains | kinds | months | levels | working days | duty | support
  // |
  // generally
  private static final String ITEMS =
      """
          ZZ-01 | 单独组建支部正式党员长期不足3人 | - | s | - | NORMAL | every | O | 40 | - | P | -
          ZZ-02 | 党员超过50人长期未调整 | - | s | - | NORMAL JOINT | every | Y | 60 | - | P | generally
          ZZ-03 | 联合支部覆盖单位过多 | - | s | - | JOINT | every | Y | 40 | - | V | generally
          ZZ-04 | 成立后迟迟未产生班子 | - | s | - | NORMAL JOINT | every | O | 20 | - | P | -
          ZZ-05 | 设立未备案 | - | s | - | NORMAL JOINT | every | Y | 10 | U | P | -
          ZZ-06 | 临时支部超出职责范围 | - | e | - | TEMPORARY | every | O | 20 | - | V | generally
          ZZ-07 | 临时机构撤销后支部未撤销 | - | s | - | TEMPORARY | every | Y | 10 | - | P | -
          ZZ-08 | 应划分党小组未划分 | - | s | - | NORMAL JOINT | every | Y | 20 | - | P | -
          ZZ-09 | 党小组设置不合要求 | - | s | - | NORMAL JOINT | every | Y | 20 | - | P | -
          ZZ-10 | 党员未编入党小组 | - | s | - | NORMAL JOINT | every | Y | 10 | - | L | -
          YX-01 | 党员大会未按季召开 | - | c | - | NORMAL JOINT | quarter | Y; 2 running O; 3 running R | 20 | - | V | -
          YX-02 | 支委会未按月召开 | star | c | - | NORMAL JOINT | every | Y; 2 running O; 3 running R | 10 | - | V | -
          YX-03 | 党小组会未按月召开 | star | c | - | NORMAL JOINT | every | Y; 2 running O; 3 running R | 10 | - | V | -
          YX-04 | 表决会议到会不足半数 | - | e | - | NORMAL JOINT | every | O | 10 | - | V | -
          YX-05 | 赞成未超过应到会半数却记为通过 | - | e | - | NORMAL JOINT | every | O | 10 | - | V | -
          YX-06 | 支委会到会委员不足半数 | - | e | - | NORMAL JOINT | every | Y | 10 | - | V | -
          YX-07 | 重要事项会前未经支委会研究 | - | e | - | NORMAL JOINT | every | Y | 10 | - | V | -
          YX-08 | 村、社区重大事项未经党员大会讨论 | - | s | RURAL COMMUNITY | NORMAL JOINT | every | O | 20 | - | V | -
          YX-09 | 月度纪实未上报 | - | s | - | NORMAL JOINT TEMPORARY | every | Y; 2 running O; 3 running R | 5 | - | L | -
          YX-10 | 月度纪实屡次迟报 | - | s | - | NORMAL JOINT TEMPORARY | every | Y | 10 | - | L | -
          YX-11 | 纪实缺项 | - | s | - | NORMAL JOINT TEMPORARY | every | Y | 5 | - | L | -
          YX-12 | 纪实事后补录偏多 | - | e | - | NORMAL JOINT TEMPORARY | every | Y | 10 | - | L | -
          YX-13 | 会议记录要素缺项 | - | e | - | NORMAL JOINT TEMPORARY | every | Y | 10 | - | L | -
          YX-14 | 纪实内容雷同 | - | e | - | NORMAL JOINT TEMPORARY | every | O | 10 | - | L | -
          YX-15 | 年度工作计划未报 | - | s | - | NORMAL JOINT | January | Y | 10 | - | L | -
          YX-16 | 入党申请未按时谈话 | - | s | - | NORMAL JOINT | every | Y | 10 | - | V | -
          YX-17 | 积极分子超半年未考察 | - | s | - | NORMAL JOINT | every | Y | 20 | - | V | -
          YX-18 | 预备期满未及时讨论转正 | - | s | - | NORMAL JOINT | every | O | 20 | - | P | -
          YX-19 | 提前讨论转正 | - | s | - | NORMAL JOINT | every | O | 20 | - | V | -
          YX-20 | 上级审批超期 | - | s | - | NORMAL JOINT | every | O | 10 | U | P | -
          YX-21 | 连续多年未发展党员 | - | s | RURAL | NORMAL JOINT | every | Y; R from 3 | 60 | - | P | -
          YX-22 | 党费未按时收缴 | - | s | - | NORMAL JOINT | every | Y | 10 | - | V | -
          YX-23 | 连续六个月无正当理由不参加组织生活、不交党费或不做所分配工作未处置 | - | s | - | NORMAL JOINT | every | R | 20 | - | V | -
          YX-24 | 上年度党费收缴情况未公布 | - | s | - | NORMAL JOINT | March | Y | 10 | - | P | -
          YX-25 | 失联满六个月未停止党籍 | - | s | - | NORMAL JOINT | every | O | 20 | - | V | -
          YX-26 | 组织关系应转未转 | - | s | - | NORMAL JOINT | every | Y | 20 | - | V | -
          YX-27 | 流动党员失去经常联系 | - | s | - | NORMAL JOINT | every | Y; 2 running O | 10 | - | P | -
          YX-28 | 议定事项和整改事项逾期未落实 | - | s | - | NORMAL JOINT | every | Y | 20 | - | P | -
          SH-01 | 主题党日未按月开展 | star | c | - | NORMAL JOINT | every | Y; 2 running O; 3 running R | 10 | - | V | -
          SH-02 | 主题党日开展不规范 | star | e | - | NORMAL JOINT | every | Y; 2 running O | 10 | - | P | -
          SH-03 | 党课间隔过长 | - | c | - | NORMAL JOINT | quarter | Y | 20 | - | L | -
          SH-04 | 上年度组织生活会未召开 | - | c | - | NORMAL JOINT | March | O | 20 | - | V | generally
          SH-05 | 组织生活会程序缺项 | - | e | - | NORMAL JOINT | every | Y | 20 | - | V | -
          SH-06 | 上年度民主评议未开展 | - | c | - | NORMAL JOINT | March | O | 20 | - | V | generally
          SH-07 | 评议定等不合规 | - | e | - | NORMAL JOINT | every | Y | 10 | - | V | -
          SH-08 | 谈心谈话未全覆盖 | - | s | - | NORMAL JOINT | December | Y | 20 | - | V | generally
          SH-09 | 组织生活到会率偏低 | - | c | - | NORMAL JOINT | every | 2 running Y; 4 running O | 20 | - | L | -
          SH-10 | 党员年度学时不足 | - | s | - | NORMAL JOINT | December | Y | 40 | - | P | generally
          SH-11 | 党员领导干部长期未参加支部组织生活 | - | s | ORGAN INSTITUTION UNIVERSITY SOE | NORMAL JOINT | every | O | 20 | - | P | -
          ZW-01 | 应设支委会未设 | - | s | - | NORMAL JOINT | every | O | 40 | - | P | -
          ZW-02 | 支委会职数不合规 | - | s | - | NORMAL JOINT | every | Y | 40 | - | V | -
          ZW-03 | 必配职务缺项 | - | s | - | NORMAL JOINT | every | Y | 40 | - | V | -
          ZW-04 | 书记空缺 | - | s | - | NORMAL JOINT | every | Y; R above 90 | 20 | - | P | -
          ZW-05 | 委员空缺未补选 | - | s | - | NORMAL JOINT | every | Y | 40 | - | P | -
          ZW-06 | 换届提醒未发出 | - | s | - | NORMAL JOINT | every | Y | 10 | U | V | -
          ZW-07 | 未按期换届 | star | s | - | NORMAL JOINT | every | O; R above 90 | 40 | - | V | -
          ZW-08 | 延期换届超过一年 | - | s | - | NORMAL JOINT | every | R | 40 | - | V | -
          ZW-09 | 任期年限设定错误 | - | s | - | NORMAL JOINT | every | Y | 20 | - | V | -
          ZW-10 | 换届选举到会不足五分之四 | - | e | - | NORMAL JOINT | every | R | 40 | - | P | -
          ZW-11 | 选举差额不足 | - | e | - | NORMAL JOINT | every | O | 40 | - | V | -
          ZW-12 | 选举结果未报批 | - | s | - | NORMAL JOINT | every | Y | 10 | - | P | -
          ZW-13 | 书记党龄不足一年任职 | - | s | - | NORMAL JOINT | every | O | 40 | - | V | generally
          ZW-14 | 书记年度培训不足 | - | s | - | NORMAL JOINT | December | Y | 40 | - | P | -
          ZW-15 | 书记未述职 | - | s | - | NORMAL JOINT | March | Y | 10 | - | P | -
          ZW-16 | 书记述职评议为差 | - | s | - | NORMAL JOINT | March | R | 60 | - | P | -
          ZW-17 | 新任书记半年内未训 | - | s | - | NORMAL JOINT | every | Y | 40 | U | P | -
          BZ-01 | 经费支持落实不到位 | star | s | - | NORMAL JOINT | June December | Y in 6; O in 12 | 40 | U | P | -
          BZ-02 | 工作经费未列预算 | - | s | ORGAN INSTITUTION UNIVERSITY SOE RURAL COMMUNITY | NORMAL JOINT | March | O | 40 | U | P | -
          BZ-03 | 国企党组织经费安排不足 | - | s | SOE | NORMAL JOINT | March | Y | 40 | - | V | generally
          BZ-04 | 非公党费返还未落实 | - | s | NONPUBLIC | NORMAL JOINT | December | Y | 40 | - | L | -
          BZ-05 | 无固定活动场所 | - | s | RURAL COMMUNITY | NORMAL JOINT | every | Y | 60 | U | P | -
          BZ-06 | 党费使用未经集体研究 | - | s | - | NORMAL JOINT | every | O | 20 | - | V | -
          BZ-07 | 党费支出超范围 | - | s | - | NORMAL JOINT | every | O | 20 | - | V | -
          BZ-08 | 党务力量未落实 | - | s | SOE ORGAN UNIVERSITY RURAL COMMUNITY | NORMAL JOINT | every | Y | 40 | U | L | -
          BZ-09 | 联系领导未到支部指导 | - | c | - | NORMAL JOINT | quarter | Y | 20 | U | P | -
          BZ-10 | 村、社区书记报酬拖欠 | - | s | RURAL COMMUNITY | NORMAL JOINT | every | O | 20 | U | P | -
          BZ-11 | 较重预警支部未明确联系领导 | - | s | - | NORMAL JOINT | every | Y | 10 | U | P | -
          BZ-12 | 红牌支部未结对帮扶 | - | s | - | NORMAL JOINT | every | Y | 10 | U | L | -
      """;

  private static final String THRESHOLDS =
      """
          ZZ-01 leastFullMembers=3 records=2
          ZZ-02 mostMembers=50 records=3
          ZZ-03 mostUnits=5
          ZZ-04 mostDays=60
          ZZ-05 mostDays=30
          ZZ-06
          ZZ-07 mostDays=15
          ZZ-08 leastMembers=20
          ZZ-09 mostAllowed=0
          ZZ-10 mostAllowed=0
          YX-01 leastMeetings=1
          YX-02 leastMeetings=1
          YX-03
          YX-04 quorum=1/2
          YX-05 majority=1/2
          YX-06 quorum=1/2
          YX-07
          YX-08 mostAllowed=0
          YX-09
          YX-10 leastLate=2 records=3
          YX-11 mostAllowed=0
          YX-12 mostDays=7 leastLate=2
          YX-13
          YX-14 leastCharacters=20 lookBackMonths=12
          YX-15
          YX-16 mostAllowed=0
          YX-17 mostAllowed=0
          YX-18 mostAllowed=0
          YX-19 mostAllowed=0
          YX-20 mostAllowed=0
          YX-21 leastYears=2 redFromYears=3
          YX-22 mostAllowed=0
          YX-23 mostAllowed=0
          YX-24
          YX-25 mostAllowed=0
          YX-26 mostAllowed=0
          YX-27 mostAllowed=0
          YX-28 mostAllowed=0
          SH-01 leastMeetings=1
          SH-02 mostDays=7 leastMinutes=60
          SH-03 leastMeetings=1
          SH-04 leastMeetings=1
          SH-05 leastTalks=1 leastOpinions=1 leastRectifyItems=1
          SH-06 leastMeetings=1
          SH-07 mostExcellentShare=1/3 mostProbationary=0
          SH-08
          SH-09 attendanceShare=4/5 attendanceShareFloating=3/5
          SH-10 mostShortShare=1/10
          SH-11 mostAllowed=0
          ZW-01 leastFullMembers=7 records=2
          ZW-02 leastSize=3 mostSize=7
          ZW-03
          ZW-04 mostDays=30 redAfterDays=90
          ZW-05 mostDays=60
          ZW-06 monthsBefore=6
          ZW-07 redAfterDays=90
          ZW-08 mostYears=1
          ZW-09 firstElectedOn=2018-07-12 termYearsVillage=5 termYearsOther=3
          ZW-10 quorum=4/5
          ZW-11 surplusShare=1/5
          ZW-12 mostDays=30
          ZW-13 leastMonths=12
          ZW-14 leastTrainings=1 leastHours=56
          ZW-15
          ZW-16
          ZW-17 fromMonths=6 toMonths=23
          BZ-01 juneShare=1/2 decemberShare=9/10
          BZ-02
          BZ-03 budgetShare=1/100 carryOverShare=1/50
          BZ-04
          BZ-05
          BZ-06 mostAllowed=0
          BZ-07 mostAllowed=0
          BZ-08
          BZ-09 leastVisits=1
          BZ-10 leastMonths=1
          BZ-11
          BZ-12 mostDays=30
      """;

  private final WarningList list = new WarningListReader().read(WarningListSource.packaged());

  @Test
  void holdsEveryItem_asSpecified() {
    assertThat(list.items())
        .extracting(PackagedListTest::row)
        .containsExactlyElementsOf(rows(ITEMS));
  }

  @Test
  void holdsEveryThreshold_asSpecified() {
    assertThat(list.inForce(OCTOBER))
        .extracting(PackagedListTest::limits)
        .containsExactlyElementsOf(rows(THRESHOLDS));
  }

  @Test
  void hasSeventyEightItems_overFiveDimensions() {
    Map<Dimension, Long> counts =
        list.items().stream()
            .collect(Collectors.groupingBy(WarningItem::dimension, Collectors.counting()));

    assertThat(counts)
        .containsOnly(
            entry(Dimension.ORGANISATION_SETUP, 10L),
            entry(Dimension.OPERATIONS, 28L),
            entry(Dimension.ORGANISATIONAL_LIFE, 11L),
            entry(Dimension.COMMITTEE_BUILDING, 17L),
            entry(Dimension.SUPPORT, 12L));
  }

  @Test
  void namesTheDomains_forWhichAThresholdStands() {
    ItemInForce term = inForce("ZW-09");
    ItemInForce attendance = inForce("SH-09");

    assertThat(domainsOf(term, "termYearsVillage")).containsExactly("RURAL", "COMMUNITY");
    assertThat(domainsOf(attendance, "attendanceShareFloating"))
        .containsExactly("FLOATING", "RETIRED");
    assertThat(domainsOf(attendance, "attendanceShare")).hasSize(9);
  }

  @Test
  void mentionsInNoSentence_theLimitsOfAnotherItem() {
    List<String> others =
        list.items().stream()
            .flatMap(item -> item.thresholds().stream())
            .map(Threshold::name)
            .distinct()
            .toList();

    for (WarningItem item : list.items()) {
      List<String> own = item.thresholds().stream().map(Threshold::name).toList();
      assertThat(item.sentence().placeholders())
          .as(item.code())
          .isNotEmpty()
          .allMatch(name -> own.contains(name) || !others.contains(name));
    }
  }

  @Test
  void gradesAndFiles_byTheDefaultNumbers() {
    assertThat(list.grading(OCTOBER)).isEqualTo(new Grading(3, 2, 12, 1, 1));
    assertThat(list.filing(OCTOBER)).isEqualTo(new Filing(5, 7));
    assertThat(list.levels())
        .extracting(LevelStyle::word, LevelStyle::shape)
        .containsExactly(tuple("黄牌", "●"), tuple("橙牌", "▲"), tuple("红牌", "◆"));
    assertThat(list.style(Level.BLUE)).isEmpty();
    assertThat(list.domain("RURAL")).contains(new Domain("RURAL", "农村"));
  }

  @Test
  void climbsTheLadder_aroundTheDueDay() {
    EscalationLadder ladder = list.ladder();

    assertThat(ladder.rungs())
        .extracting(rung -> rung.name() + " " + rung.workingDays() + " " + rung.raises())
        .containsExactly(
            "REMIND_BRANCH -3 0",
            "URGE_BRANCH 1 0",
            "CRITICISE 5 1",
            "PROPOSE_INTERVIEW 10 0",
            "REMIND_ACCEPTANCE 5 0",
            "REMIND_SECOND_CHECK 5 0",
            "REMIND_EXTENSION 3 0",
            "REMIND_VERIFIER 1 0",
            "TELL_PARENT 4 0");
    assertThat(ladder.redsForInterview()).isEqualTo(2);
    assertThat(ladder.redsForReview()).isEqualTo(3);
    assertThat(ladder.extensions()).isEqualTo(1);
    assertThat(ladder.extensionWorkingDays()).isEqualTo(20);
    assertThat(ladder.watchMonths()).isEqualTo(3);
    assertThat(ladder.rung(Rung.Name.CRITICISE).anchor()).isEqualTo(Rung.Anchor.CARD_DUE);
    assertThat(ladder.rung(Rung.Name.TELL_PARENT).anchor()).isEqualTo(Rung.Anchor.VERIFICATION_DUE);
  }

  private ItemInForce inForce(String code) {
    return list.item(code).orElseThrow().inForce(OCTOBER);
  }

  private List<String> domainsOf(ItemInForce item, String threshold) {
    return list.domains().stream()
        .map(Domain::code)
        .filter(domain -> item.standsFor(threshold, domain))
        .toList();
  }

  private static List<String> rows(String block) {
    return block.lines().map(String::strip).toList();
  }

  private static String row(WarningItem item) {
    return String.join(
        " | ",
        item.code(),
        item.title(),
        item.star() ? "star" : "-",
        item.kind().name().substring(0, 1).toLowerCase(Locale.ROOT),
        item.domains().isEmpty() ? "-" : String.join(" ", item.domains()),
        String.join(" ", item.kinds()),
        months(item.months()),
        levels(item.inForce(OCTOBER).ladder()),
        String.valueOf(item.inForce(OCTOBER).workingDays()),
        item.duty() == Duty.UNIT ? "U" : "-",
        item.support().letter(),
        item.generally() ? "generally" : "-");
  }

  private static String months(JudgedMonths months) {
    return switch (months.rhythm()) {
      case MONTHLY -> "every";
      case QUARTERLY -> "quarter";
      case NAMED_MONTHS ->
          months.months().stream().map(PackagedListTest::name).collect(Collectors.joining(" "));
    };
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String levels(LevelLadder ladder) {
    return ladder.steps().stream().map(PackagedListTest::step).collect(Collectors.joining("; "));
  }

  private static String step(LevelStep step) {
    String text = step.level().name().substring(0, 1);
    for (LevelStep.Condition condition : step.conditions()) {
      int limit = condition.limit().value();
      text =
          switch (condition.test()) {
            case RUNNING -> limit + " running " + text;
            case ABOVE -> text + " above " + limit;
            case FROM -> text + " from " + limit;
            case MONTH -> text + " in " + limit;
          };
    }
    return text;
  }

  private static String limits(ItemInForce item) {
    return item.limits().entrySet().stream()
        .map(limit -> " " + limit.getKey() + "=" + limit.getValue())
        .collect(Collectors.joining("", item.code(), ""));
  }
}
