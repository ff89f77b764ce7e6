package org.liangpai.warninglist;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The smallest list that is accepted, for tests that break it in one place. */
final class ListFixture {

  static final String OPERATIONS =
      """
      dimension: OPERATIONS
      items:
        - code: YX-01
          title: 党员大会未按季召开
          description: 一个季度没有开会。
          kind: COUNT
          months: QUARTER_END
          thresholds:
            leastMeetings:
              label: 最少次数
              unit: 次
              kind: NUMBER
              allowed: [1, 12]
              values:
                - { since: 2018-01, value: 1 }
                - { since: 2026-07, value: 2 }
            quorum:
              label: 比例
              kind: SHARE
              allowed: [1/10, 1/1]
              values:
                - { since: 2018-01, value: 1/2 }
            firstDay:
              label: 起始日
              kind: DAY
              domains: [RURAL]
              allowed: [2018-01-01, 2018-12-31]
              values:
                - { since: 2018-01, value: 2018-07-12 }
          levels:
            - { level: YELLOW }
            - { level: RED, running: leastMeetings, above: 3, month: 12 }
          workingDays: 10
          basis:
            - document: 文件
              article: 第一条
          support: LOCAL
          sentence: "{month}开会{held}次{streak}；至少{leastMeetings}次"
      """;

  private static final Map<String, String> FILES =
      byName(
          "organisation-setup.yaml", "dimension: ORGANISATION_SETUP\nitems: []\n",
          "operations.yaml", OPERATIONS,
          "organisational-life.yaml", "dimension: ORGANISATIONAL_LIFE\nitems: []\n",
          "committee-building.yaml", "dimension: COMMITTEE_BUILDING\nitems: []\n",
          "support.yaml", "dimension: SUPPORT\nitems: []\n",
          "levels.yaml",
              """
              levels:
                - { level: YELLOW, word: 黄牌, shape: ●, shapeName: 圆形, colour: "#e0b000" }
                - { level: ORANGE, word: 橙牌, shape: ▲, shapeName: 三角形, colour: "#d9660a" }
                - { level: RED, word: 红牌, shape: ◆, shapeName: 菱形, colour: "#c1121f" }
              """,
          "domains.yaml",
              """
              domains:
                - { code: RURAL, label: 农村 }
                - { code: SOE, label: 国企 }
              """,
          "grading.yaml",
              """
              grading:
                - since: 2018-01
                  yellowsForOrange: 3
                  orangesForRed: 2
                  relapseMonths: 12
                  relapseSteps: 1
                  verifierMaySteps: 1
              """,
          "filing.yaml",
              """
              filing:
                - { since: 2018-01, dayOfNextMonth: 5, verificationWorkingDays: 7 }
                - { since: 2026-07, dayOfNextMonth: 8, verificationWorkingDays: 7 }
              """,
          "supervision.yaml",
              """
              supervision:
                - since: 2018-01
                  blueLoad: 1
                  yellowLoad: 1
                  orangeLoad: 2
                  redLoad: 3
                  overdueLoad: 1
                  supervisorBranches: 15
                  leaderBranches: 3
                  visitWorkingDays: 20
                  drawShare: 3/10
                  streak: 20
                  met: [支部书记]
              """,
          "escalation.yaml",
              """
              rungs:
                - { name: REMIND_BRANCH, label: 提醒, anchor: CARD_DUE, workingDays: -3, raises: 0 }
                - { name: URGE_BRANCH, label: 催办, anchor: CARD_DUE, workingDays: 1, raises: 0 }
                - { name: CRITICISE, label: 通报, anchor: CARD_DUE, workingDays: 5, raises: 1 }
                - { name: PROPOSE_INTERVIEW, label: 约谈, anchor: CARD_DUE, workingDays: 10, raises: 0 }
                - { name: REMIND_ACCEPTANCE, label: 提醒验收, anchor: REPORTED, workingDays: 5, raises: 0 }
                - { name: REMIND_SECOND_CHECK, label: 提醒复核, anchor: ACCEPTED, workingDays: 5, raises: 0 }
                - { name: REMIND_EXTENSION, label: 提醒审批, anchor: EXTENSION_ASKED, workingDays: 3, raises: 0 }
                - { name: REMIND_VERIFIER, label: 提醒核实, anchor: VERIFICATION_DUE, workingDays: 0, raises: 0 }
                - { name: TELL_PARENT, label: 报上级, anchor: VERIFICATION_DUE, workingDays: 3, raises: 0 }
              redsForInterview: 2
              redsForReview: 3
              extensions: 1
              extensionWorkingDays: 20
              watchMonths: 3
              """);

  /** What the features after the card read; no item depends on it. */
  private static final Map<String, String> AFTER_THE_CARD =
      Map.of(
          "demonstration.yaml",
              """
              cleanMonths: 6
              verified: true
              filedOnTime: true
              leastMonthsOnFile: 6
              """,
          "pairing.yaml",
              """
              strongMonths: 6
              sameDomainRequired: false
              otherDomainSteps: 3
              demonstrationSteps: 2
              mostCandidates: 100
              outcomeMonths: 3
              smallNumber: 10
              """,
          "classes.yaml",
              """
              standards:
                - since: 2018-01
                  derivedOnDay: 25
                  advanced:
                    noCardFrom: ORANGE
                    mostFindings: 0
                    mostOverdueDays: 0
                    filedOnTime: true
                    secretaryRatings: [GOOD]
                  backward:
                    leastRedsStanding: 1
                    leastOranges: 2
                    leastOverdueDays: 31
              """,
          "concession.yaml",
              """
              objectionWorkingDays: 5
              suspensionMonths: 12
              suspensionNoticeWorkingDays: 5
              """,
          "help.yaml",
              """
              normalWorkingDays: 10
              urgentWorkingDays: 3
              hardWorkingDays: 20
              climbWorkingDays: 3
              """,
          "rectification.yaml",
              """
              planReturns:
                - { code: NOT_CONCRETE, label: 不具体 }
                - { code: OTHER, label: 其他 }
              reportRejections:
                - { code: NOT_DONE, label: 未完成 }
              """);

  private ListFixture() {}

  private static Map<String, String> byName(String... namesAndTexts) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return files;
  }

  /** The files of the list. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    AFTER_THE_CARD.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    FILES.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /** The files with the first occurrence of a text in one of them replaced. */
  static Map<String, byte[]> filesWith(String file, String text, String replacement) {
    String before = FILES.getOrDefault(file, AFTER_THE_CARD.get(file));
    int at = before.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not contain " + text);
    }
    return filesWith(
        file, before.substring(0, at) + replacement + before.substring(at + text.length()));
  }

  /** The files with the whole text of one of them replaced. */
  static Map<String, byte[]> filesWith(String file, String text) {
    Map<String, byte[]> files = files();
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
