package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

class FindingsTableTest {

  private static final List<LevelStyle> LEVELS =
      List.of(
          new LevelStyle(Level.YELLOW, "黄牌", "●", "圆形", "#e0b000"),
          new LevelStyle(Level.RED, "红牌", "◆", "菱形", "#c1121f"));

  @Test
  void alignsNumbers_underTheirLevels() {
    Map<String, Map<String, Integer>> found =
        Map.of("OPERATIONS", Map.of("YELLOW", 12, "RED", 3), "SUPPORT", Map.of("YELLOW", 1));

    assertThat(new FindingsTable(LEVELS, found).text())
        .isEqualTo(
            """
            维度            黄牌    红牌    合计
            组织设置           0       0       0
            运行机制          12       3      15
            组织生活           0       0       0
            支委会建设         0       0       0
            工作保障           1       0       1
            合计              13       3      16
            """);
  }
}
