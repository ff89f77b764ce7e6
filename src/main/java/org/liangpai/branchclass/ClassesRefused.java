package org.liangpai.branchclass;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.shared.Refusal;

/** Classes that cannot be derived as things stand. */
final class ClassesRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private ClassesRefused(String code, String message) {
    super(code, message);
  }

  static ClassesRefused notOver(Quarter quarter) {
    return new ClassesRefused("classes-quarter-not-over", quarter.chinese() + "还没有结束，不能评定");
  }

  static ClassesRefused notCity() {
    return new ClassesRefused("classes-city-only", "分类由市级统一评定，请联系市级组织部门");
  }

  static ClassesRefused notSwept(Quarter quarter, List<YearMonth> months) {
    String missing =
        months.stream()
            .map(month -> month.getYear() + "年" + month.getMonthValue() + "月")
            .collect(Collectors.joining("、"));
    return new ClassesRefused("classes-not-swept", quarter.chinese() + "不能评定：" + missing + "没有排查");
  }
}
