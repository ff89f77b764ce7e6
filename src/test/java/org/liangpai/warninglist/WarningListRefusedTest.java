package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a list is refused, each by breaking an accepted list in one place. */
class WarningListRefusedTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void saysWhereAndWhy(String name, String file, String text, String replacement, String message) {
    refuses(ListFixture.filesWith(file, text, replacement), "预警清单 " + message);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(
            "operations.yaml 未知键",
            "operations.yaml",
            "kind: COUNT",
            "kinde: COUNT",
            "operations.yaml 第6行 YX-01 kinde：不认识的键，可用的键：code、title、star、description、kind、duty、domains、kinds、months、thresholds、levels、workingDays、basis、support、generally、status、validFrom、retiredFrom、retiredReason、sentence"),
        arguments(
            "operations.yaml 阈值未知键",
            "operations.yaml",
            "unit: 次",
            "units: 次",
            "operations.yaml 第11行 YX-01 thresholds.leastMeetings.units：不认识的键，可用的键：label、unit、kind、domains、allowed、values"),
        arguments(
            "operations.yaml 重复键",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    title: 又一个",
            "operations.yaml 第7行 YX-01 title：这个键重复了，只能写一次"),
        arguments(
            "operations.yaml 缺键",
            "operations.yaml",
            "workingDays: 10",
            "",
            "operations.yaml 第3行 YX-01：缺少必填的键 workingDays"),
        arguments(
            "operations.yaml 重复编码",
            "operations.yaml",
            "items:",
            "items:\n  - { code: YX-01, title: 甲, description: 乙, kind: STATE, levels: [{ level: RED }], workingDays: 1, basis: [{ document: 丙 }], support: LOCAL, sentence: 丁 }",
            "operations.yaml 第4行 YX-01 code：编码“YX-01”重复了，编码不可重复使用"),
        arguments(
            "operations.yaml 编码前缀不符",
            "operations.yaml",
            "YX-01",
            "ZZ-01",
            "operations.yaml 第3行 ZZ-01 code：“ZZ-01”不可用，应为 YX-01 形式的编码（运行机制以 YX 开头）"),
        arguments(
            "operations.yaml 维度不符",
            "operations.yaml",
            "dimension: OPERATIONS",
            "dimension: SUPPORT",
            "operations.yaml 第1行 dimension：“SUPPORT”不可用，应为 OPERATIONS，这个文件只写运行机制"),
        arguments(
            "operations.yaml 题目为空",
            "operations.yaml",
            "title: 党员大会未按季召开",
            "title: \"  \"",
            "operations.yaml 第4行 YX-01 title：不能为空"),
        arguments(
            "operations.yaml 题目是列表",
            "operations.yaml",
            "title: 党员大会未按季召开",
            "title: [一]",
            "operations.yaml 第4行 YX-01 title：列表不可用，应为 一段文字"),
        arguments(
            "operations.yaml 不认识的类型",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNTS",
            "operations.yaml 第6行 YX-01 kind：“COUNTS”不可用，应为 其中之一：COUNT、EVENT、STATE"),
        arguments(
            "operations.yaml 不认识的领域",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    domains: [RURAL, TOWN]",
            "operations.yaml 第7行 YX-01 domains[2]：“TOWN”不可用，应为 其中之一：RURAL、SOE"),
        arguments(
            "operations.yaml 领域重复",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    domains: [RURAL, RURAL]",
            "operations.yaml 第7行 YX-01 domains[2]：“RURAL”重复了"),
        arguments(
            "operations.yaml 领域为空",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    domains: []",
            "operations.yaml 第7行 YX-01 domains：至少要有一项"),
        arguments(
            "operations.yaml 不认识的设置形式",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    kinds: [SINGLE]",
            "operations.yaml 第7行 YX-01 kinds[1]：“SINGLE”不可用，应为 其中之一：NORMAL、JOINT、TEMPORARY"),
        arguments(
            "operations.yaml 不认识的责任",
            "operations.yaml",
            "kind: COUNT",
            "kind: COUNT\n    duty: CITY",
            "operations.yaml 第7行 YX-01 duty：“CITY”不可用，应为 其中之一：BRANCH、UNIT"),
        arguments(
            "operations.yaml 不认识的月份词",
            "operations.yaml",
            "QUARTER_END",
            "QUARTERS",
            "operations.yaml 第7行 YX-01 months：“QUARTERS”不可用，应为 QUARTER_END（每季末月），或月份列表如 [6, 12]"),
        arguments(
            "operations.yaml 没有十三月",
            "operations.yaml",
            "QUARTER_END",
            "[12, 13]",
            "operations.yaml 第7行 YX-01 months[2]：“13”不可用，应为 1 至 12 的整数"),
        arguments(
            "operations.yaml 月份重复",
            "operations.yaml",
            "QUARTER_END",
            "[12, 12]",
            "operations.yaml 第7行 YX-01 months[2]：月份重复了"),
        arguments(
            "operations.yaml 阈值没有值",
            "operations.yaml",
            "values:\n          - { since: 2018-01, value: 1 }\n          - { since: 2026-07, value: 2 }",
            "values: []",
            "operations.yaml 第14行 YX-01 thresholds.leastMeetings.values：至少要有一项"),
        arguments(
            "operations.yaml 阈值少了值",
            "operations.yaml",
            "{ since: 2018-01, value: 1 }",
            "{ since: 2018-01 }",
            "operations.yaml 第15行 YX-01 thresholds.leastMeetings.values[1]：缺少必填的键 value"),
        arguments(
            "operations.yaml 低于范围",
            "operations.yaml",
            "value: 1 }",
            "value: 0 }",
            "operations.yaml 第15行 YX-01 thresholds.leastMeetings.values[1].value：“0”不可用，应为 1 至 12"),
        arguments(
            "operations.yaml 高于范围",
            "operations.yaml",
            "value: 2 }",
            "value: 13 }",
            "operations.yaml 第16行 YX-01 thresholds.leastMeetings.values[2].value：“13”不可用，应为 1 至 12"),
        arguments(
            "operations.yaml 分数超出范围",
            "operations.yaml",
            "value: 1/2",
            "value: 3/2",
            "operations.yaml 第22行 YX-01 thresholds.quorum.values[1].value：“3/2”不可用，应为 1/10 至 1/1"),
        arguments(
            "operations.yaml 日期超出范围",
            "operations.yaml",
            "value: 2018-07-12",
            "value: 2019-01-01",
            "operations.yaml 第29行 YX-01 thresholds.firstDay.values[1].value：“2019-01-01”不可用，应为 2018-01-01 至 2018-12-31"),
        arguments(
            "operations.yaml 整数写成小数",
            "operations.yaml",
            "value: 1 }",
            "value: 1.5 }",
            "operations.yaml 第15行 YX-01 thresholds.leastMeetings.values[1].value：“1.5”不可用，应为 0 至 999999999 的整数"),
        arguments(
            "operations.yaml 分数写成小数",
            "operations.yaml",
            "value: 1/2",
            "value: 0.5",
            "operations.yaml 第22行 YX-01 thresholds.quorum.values[1].value：“0.5”不可用，应为 1/2 形式的分数"),
        arguments(
            "operations.yaml 分母为零",
            "operations.yaml",
            "value: 1/2",
            "value: 1/0",
            "operations.yaml 第22行 YX-01 thresholds.quorum.values[1].value：“1/0”不可用，应为 1/2 形式的分数"),
        arguments(
            "operations.yaml 没有这一天",
            "operations.yaml",
            "value: 2018-07-12",
            "value: 2018-02-30",
            "operations.yaml 第29行 YX-01 thresholds.firstDay.values[1].value：“2018-02-30”不可用，应为 2018-01-31 形式的日期"),
        arguments(
            "operations.yaml 没有这个月",
            "operations.yaml",
            "since: 2018-01",
            "since: 2018-13",
            "operations.yaml 第15行 YX-01 thresholds.leastMeetings.values[1].since：“2018-13”不可用，应为 2018-01 形式的月份"),
        arguments(
            "operations.yaml 月份不递增",
            "operations.yaml",
            "since: 2026-07",
            "since: 2018-01",
            "operations.yaml 第16行 YX-01 thresholds.leastMeetings.values[2].since：“2018-01”不可用，应为 晚于上一个 since（2018-01）的月份，按时间先后排列"),
        arguments(
            "operations.yaml 范围只有一个数",
            "operations.yaml",
            "allowed: [1, 12]",
            "allowed: [1]",
            "operations.yaml 第13行 YX-01 thresholds.leastMeetings.allowed：应为 [最小值, 最大值] 两个值"),
        arguments(
            "operations.yaml 范围颠倒",
            "operations.yaml",
            "allowed: [1, 12]",
            "allowed: [12, 1]",
            "operations.yaml 第13行 YX-01 thresholds.leastMeetings.allowed：最小值 12 大于最大值 1"),
        arguments(
            "operations.yaml 阈值种类",
            "operations.yaml",
            "kind: SHARE",
            "kind: RATIO",
            "operations.yaml 第19行 YX-01 thresholds.quorum.kind：“RATIO”不可用，应为 其中之一：NUMBER、SHARE、DAY"),
        arguments(
            "operations.yaml 阈值名",
            "operations.yaml",
            "quorum:",
            "Quorum:",
            "operations.yaml 第18行 YX-01 thresholds.Quorum：“Quorum”不可用作阈值名，应以小写字母开头、只含字母和数字，且不是 month、quarter、year、lastYear、streak"),
        arguments(
            "operations.yaml 阈值名被占用",
            "operations.yaml",
            "quorum:",
            "streak:",
            "operations.yaml 第18行 YX-01 thresholds.streak：“streak”不可用作阈值名，应以小写字母开头、只含字母和数字，且不是 month、quarter、year、lastYear、streak"),
        arguments(
            "operations.yaml 不认识的等级",
            "operations.yaml",
            "level: YELLOW",
            "level: PINK",
            "operations.yaml 第31行 YX-01 levels[1].level：“PINK”不可用，应为 其中之一：YELLOW、ORANGE、RED"),
        arguments(
            "operations.yaml 等级文件里没有的等级",
            "operations.yaml",
            "level: YELLOW",
            "level: BLUE",
            "operations.yaml 第31行 YX-01 levels[1].level：“BLUE”不可用，应为 其中之一：YELLOW、ORANGE、RED"),
        arguments(
            "operations.yaml 不认识的阈值",
            "operations.yaml",
            "running: leastMeetings",
            "running: leastTimes",
            "operations.yaml 第32行 YX-01 levels[2].running：“leastTimes”不可用，应为 1 至 4 的整数，或本情形的阈值名：leastMeetings"),
        arguments(
            "operations.yaml 不是整数的阈值",
            "operations.yaml",
            "above: 3",
            "above: quorum",
            "operations.yaml 第32行 YX-01 levels[2].above：“quorum”不可用，应为 0 至 1000000 的整数，或本情形的阈值名：leastMeetings"),
        arguments(
            "operations.yaml 季度连续不了五次",
            "operations.yaml",
            "running: leastMeetings",
            "running: 5",
            "operations.yaml 第32行 YX-01 levels[2].running：“5”不可用，应为 1 至 4 的整数"),
        arguments(
            "operations.yaml 等级月份不判定",
            "operations.yaml",
            "month: 12",
            "month: 11",
            "operations.yaml 第32行 YX-01 levels[2].month：“11”不可用，应为 本情形判定的月份之一"),
        arguments(
            "operations.yaml 工作日为零",
            "operations.yaml",
            "workingDays: 10",
            "workingDays: 0",
            "operations.yaml 第33行 YX-01 workingDays：“0”不可用，应为 1 至 250 的整数"),
        arguments(
            "operations.yaml 没有依据",
            "operations.yaml",
            "basis:\n      - document: 文件\n        article: 第一条",
            "basis: []",
            "operations.yaml 第34行 YX-01 basis：至少要有一项"),
        arguments(
            "operations.yaml 依据程度",
            "operations.yaml",
            "support: LOCAL",
            "support: SURE",
            "operations.yaml 第37行 YX-01 support：“SURE”不可用，应为 其中之一：VERIFIED、PARTIAL、LOCAL"),
        arguments(
            "operations.yaml 是否",
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    generally: 是",
            "operations.yaml 第38行 YX-01 generally：“是”不可用，应为 true 或 false"),
        arguments(
            "operations.yaml 停用没有月份",
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    status: RETIRED\n    retiredReason: 无",
            "operations.yaml 第3行 YX-01：缺少必填的键 retiredFrom"),
        arguments(
            "operations.yaml 停用没有理由",
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    status: RETIRED\n    retiredFrom: 2026-01",
            "operations.yaml 第3行 YX-01：缺少必填的键 retiredReason"),
        arguments(
            "operations.yaml 停用早于启用",
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    status: RETIRED\n    validFrom: 2026-01\n    retiredFrom: 2026-01\n    retiredReason: 无",
            "operations.yaml 第40行 YX-01 retiredFrom：“2026-01”不可用，应为 晚于 validFrom（2026-01）的月份"),
        arguments(
            "operations.yaml 使用中却写停用",
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    retiredFrom: 2026-01",
            "operations.yaml 第38行 YX-01 retiredFrom：只有 status 为 RETIRED 的情形才写这个键"),
        arguments(
            "operations.yaml 花括号不成对",
            "operations.yaml",
            "{held}",
            "{held",
            "operations.yaml 第38行 YX-01 sentence：“{month}开会{held次{streak}；至少{leastMeetings}次”不可用，应为 花括号成对、括号内为英文名的句子，如 {month}未召开支委会"),
        arguments(
            "operations.yaml 花括号里是中文",
            "operations.yaml",
            "{held}",
            "{次数}",
            "operations.yaml 第38行 YX-01 sentence：“{month}开会{次数}次{streak}；至少{leastMeetings}次”不可用，应为 花括号成对、括号内为英文名的句子，如 {month}未召开支委会"),
        arguments(
            "operations.yaml 情形不是一组键",
            "operations.yaml",
            "items:",
            "items:\n  - 一句话",
            "operations.yaml 第3行 items[1]：“一句话”不可用，应为 一组“键: 值”"),
        arguments(
            "levels.yaml 等级不递增",
            "levels.yaml",
            "level: ORANGE",
            "level: YELLOW",
            "levels.yaml 第3行 levels[2].level：“YELLOW”不可用，应为 比上一级更重的等级，由轻到重排列"),
        arguments(
            "levels.yaml 形状相同",
            "levels.yaml",
            "▲",
            "●",
            "levels.yaml 第3行 levels[2].shape：与另一等级相同，等级须能不靠颜色分辨"),
        arguments(
            "levels.yaml 形状太长",
            "levels.yaml",
            "▲",
            "▲▲",
            "levels.yaml 第3行 levels[2].shape：“▲▲”不可用，应为 一个字符，如 ●"),
        arguments(
            "levels.yaml 颜色",
            "levels.yaml",
            "#d9660a",
            "orange",
            "levels.yaml 第3行 levels[2].colour：“orange”不可用，应为 #rrggbb 形式的颜色"),
        arguments(
            "levels.yaml 缺等级",
            "levels.yaml",
            "  - { level: YELLOW, word: 黄牌, shape: ●, shapeName: 圆形, colour: \"#e0b000\" }\n",
            "",
            "levels.yaml 第2行 levels：缺少等级 YELLOW"),
        arguments(
            "domains.yaml 领域编码",
            "domains.yaml",
            "SOE",
            "Soe",
            "domains.yaml 第3行 domains[2].code：“Soe”不可用，应为 大写英文编码，如 RURAL"),
        arguments(
            "domains.yaml 领域编码重复",
            "domains.yaml",
            "SOE",
            "RURAL",
            "domains.yaml 第3行 domains[2].code：领域“RURAL”重复了"),
        arguments(
            "domains.yaml 领域名称重复",
            "domains.yaml",
            "国企",
            "农村",
            "domains.yaml 第3行 domains[2].label：领域名称“农村”重复了"),
        arguments(
            "grading.yaml 橙牌门槛",
            "grading.yaml",
            "yellowsForOrange: 3",
            "yellowsForOrange: 1",
            "grading.yaml 第3行 grading[1].yellowsForOrange：“1”不可用，应为 2 至 100 的整数"),
        arguments(
            "grading.yaml 分段不递增",
            "grading.yaml",
            "  verifierMaySteps: 1",
            "  verifierMaySteps: 1\n  - since: 2017-01",
            "grading.yaml 第8行 grading[2].since：“2017-01”不可用，应为 晚于上一个 since（2018-01）的月份，按时间先后排列"),
        arguments(
            "concession.yaml 申诉期限",
            "concession.yaml",
            "objectionWorkingDays: 5",
            "objectionWorkingDays: 61",
            "concession.yaml 第1行 objectionWorkingDays：“61”不可用，应为 0 至 60 的整数"),
        arguments(
            "help.yaml 求助期限",
            "help.yaml",
            "urgentWorkingDays: 3",
            "urgentWorkingDays: 0",
            "help.yaml 第2行 urgentWorkingDays：“0”不可用，应为 1 至 120 的整数"),
        arguments(
            "filing.yaml 上报日",
            "filing.yaml",
            "dayOfNextMonth: 5",
            "dayOfNextMonth: 29",
            "filing.yaml 第2行 filing[1].dayOfNextMonth：“29”不可用，应为 1 至 28 的整数"),
        arguments(
            "supervision.yaml 抽取比例为零",
            "supervision.yaml",
            "3/10",
            "0/10",
            "supervision.yaml 第11行 supervision[1].drawShare：“0/10”不可用，应为 大于 0、不超过 1 的分数，如 3/10"),
        arguments(
            "supervision.yaml 抽取比例超过全部",
            "supervision.yaml",
            "3/10",
            "11/10",
            "supervision.yaml 第11行 supervision[1].drawShare：“11/10”不可用，应为 大于 0、不超过 1 的分数，如 3/10"),
        arguments(
            "supervision.yaml 职务为空",
            "supervision.yaml",
            "[支部书记]",
            "[]",
            "supervision.yaml 第13行 supervision[1].met：至少要有一项"),
        arguments(
            "escalation.yaml 少一级",
            "escalation.yaml",
            "  - { name: REMIND_BRANCH, label: 提醒, anchor: CARD_DUE, workingDays: -3, raises: 0 }\n",
            "",
            "escalation.yaml 第2行 rungs：缺少 REMIND_BRANCH"),
        arguments(
            "escalation.yaml 重复一级",
            "escalation.yaml",
            "name: URGE_BRANCH",
            "name: REMIND_BRANCH",
            "escalation.yaml 第3行 rungs[2].name：“REMIND_BRANCH”重复了"),
        arguments(
            "escalation.yaml 天数不递增",
            "escalation.yaml",
            "workingDays: 5",
            "workingDays: 1",
            "escalation.yaml 第4行 rungs[3].workingDays：“1”不可用，应为 大于上一级（1）的天数，由早到晚排列"),
        arguments(
            "escalation.yaml 书面检查不晚于约谈",
            "escalation.yaml",
            "redsForReview: 3",
            "redsForReview: 2",
            "escalation.yaml 第12行 redsForReview：“2”不可用，应为 3 至 13 的整数"),
        arguments(
            "escalation.yaml 未知键",
            "escalation.yaml",
            "watchMonths: 3",
            "watchMonth: 3",
            "escalation.yaml 第15行 watchMonth：不认识的键，可用的键：rungs、redsForInterview、redsForReview、extensions、extensionWorkingDays、watchMonths"),
        arguments(
            "demonstration.yaml 月数",
            "demonstration.yaml",
            "cleanMonths: 6",
            "cleanMonths: 0",
            "demonstration.yaml 第1行 cleanMonths：“0”不可用，应为 1 至 36 的整数"),
        arguments(
            "pairing.yaml 是否",
            "pairing.yaml",
            "sameDomainRequired: false",
            "sameDomainRequired: 否",
            "pairing.yaml 第2行 sameDomainRequired：“否”不可用，应为 true 或 false"),
        arguments(
            "classes.yaml 述职等次",
            "classes.yaml",
            "[GOOD]",
            "[BEST]",
            "classes.yaml 第9行 standards[1].advanced.secretaryRatings[1]：“BEST”不可用，应为 其中之一：GOOD、FAIRLY_GOOD、FAIR、POOR"),
        arguments(
            "classes.yaml 等级",
            "classes.yaml",
            "noCardFrom: ORANGE",
            "noCardFrom: GREEN",
            "classes.yaml 第5行 standards[1].advanced.noCardFrom：“GREEN”不可用，应为 其中之一：BLUE、YELLOW、ORANGE、RED"),
        arguments(
            "rectification.yaml 编码重复",
            "rectification.yaml",
            "code: OTHER",
            "code: NOT_CONCRETE",
            "rectification.yaml 第3行 planReturns[2].code：“NOT_CONCRETE”重复了"),
        arguments(
            "rectification.yaml 编码小写",
            "rectification.yaml",
            "code: NOT_DONE",
            "code: not_done",
            "rectification.yaml 第5行 reportRejections[1].code：“not_done”不可用，应为 大写英文编码，如 NOT_CONCRETE"));
  }

  @Test
  void tellsItsParts_toWhoeverShowsThem() {
    WarningListRefused refused =
        catchThrowableOfType(
            WarningListRefused.class,
            () -> read(ListFixture.filesWith("operations.yaml", "value: 1 }", "value: 0 }")));

    assertThat(refused.file()).isEqualTo("operations.yaml");
    assertThat(refused.line()).isEqualTo(15);
    assertThat(refused.item()).isEqualTo("YX-01");
    assertThat(refused.key()).isEqualTo("thresholds.leastMeetings.values[1].value");
  }

  @Test
  void namesTheFile_thatIsMissing() {
    Map<String, byte[]> files = ListFixture.files();
    files.remove("filing.yaml");

    refuses(files, "预警清单 filing.yaml：缺少这个文件");
  }

  @Test
  void namesTheFile_thatDoesNotBelong() {
    refuses(
        ListFixture.filesWith("local.yaml", "items: []"),
        "预警清单 local.yaml：不认识的文件，清单只由这些文件组成：" + String.join("、", WarningListSource.fileNames()));
  }

  @Test
  void refusesAFile_thatIsEmpty() {
    refuses(ListFixture.filesWith("support.yaml", "# 空"), "预警清单 support.yaml：文件是空的");
  }

  @Test
  void refusesAFile_thatIsNotYaml() {
    assertThatThrownBy(
            () -> read(ListFixture.filesWith("support.yaml", "dimension: SUPPORT\nitems: [")))
        .isInstanceOf(WarningListRefused.class)
        .hasMessageStartingWith("预警清单 support.yaml 第2行：不是正确的 YAML，请检查缩进、冒号和引号");
  }

  @Test
  void refusesAFile_thatIsNotUtf8() {
    Map<String, byte[]> files = ListFixture.files();
    files.put("support.yaml", "dimension: SUPPORT # 工作保障".getBytes(Charset.forName("GB18030")));

    refuses(files, "预警清单 support.yaml：不是 UTF-8 编码，请另存为 UTF-8");
  }

  @Test
  void refusesAFile_ofMoreThanAMegabyte() {
    String text = "dimension: SUPPORT\nitems: []\n";
    int room = WarningListSource.MOST_BYTES - text.getBytes(StandardCharsets.UTF_8).length;

    assertThat(read(ListFixture.filesWith("support.yaml", text + "\n".repeat(room))).items())
        .hasSize(1);
    refuses(
        ListFixture.filesWith("support.yaml", text + "\n".repeat(room + 1)),
        "预警清单 support.yaml：文件过大，最多 1024 KB");
  }

  @Test
  void refusesAliases_beforeTheyGrow() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    refuses(ListFixture.filesWith("support.yaml", bomb), "预警清单 support.yaml 第2行：不能使用引用“*a”，请把内容写全");
  }

  @Test
  @Timeout(5)
  void refusesAFile_nestedTooDeeply() {
    String deep = "items: " + "[".repeat(1_000_000);

    refuses(ListFixture.filesWith("support.yaml", deep), "预警清单 support.yaml 第1行：层级超过 20 层");
  }

  @Test
  void namesThePlaceInTheList_ofAnItemWithoutCode() {
    refuses(
        ListFixture.filesWith("operations.yaml", "code: YX-01\n    title", "title"),
        "预警清单 operations.yaml 第3行 items[1]：缺少必填的键 code");
  }

  @Test
  void refusesAFile_ofTwoDocuments() {
    assertThatThrownBy(
            () -> read(ListFixture.filesWith("support.yaml", "dimension: SUPPORT\n---\nitems: []")))
        .isInstanceOf(WarningListRefused.class)
        .hasMessageContaining("support.yaml");
  }

  private static void refuses(Map<String, byte[]> files, String message) {
    assertThatThrownBy(() -> read(files))
        .isInstanceOf(WarningListRefused.class)
        .hasMessage(message);
  }

  private static WarningList read(Map<String, byte[]> files) {
    return new WarningListReader().read(files);
  }
}
