package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatistics;
import org.liangpai.sweep.SweepStatus;

/** The few lines that the service prints at its start: what was found last, and where to look. */
@ApplicationScoped
class Summary {

  private static final int SHORT_FINGERPRINT = 12;
  private static final double MILLIS = 1_000;

  private final SweepStatistics statistics;
  private final Catalogue catalogue;
  private final String host;
  private final int port;

  Summary(
      SweepStatistics statistics,
      Catalogue catalogue,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.statistics = statistics;
    this.catalogue = catalogue;
    this.host = host;
    this.port = port;
  }

  /**
   * The lines.
   *
   * @param sweep the sweep to tell of, if there is one
   * @param importing how long loading the sample city took, if it was loaded now
   */
  String of(Optional<Sweep> sweep, Optional<Duration> importing) {
    StringBuilder lines = new StringBuilder("\n");
    importing.ifPresent(took -> lines.append("示例市（全部数据均为虚构）已载入，用时%s。%n".formatted(seconds(took))));
    sweep.ifPresentOrElse(one -> tell(one, lines), () -> lines.append("还没有排查结果。\n"));
    lines.append(
        "预警清单 %s　规则 %s%n"
            .formatted(
                shortened(catalogue.list().fingerprint()),
                shortened(catalogue.rules().fingerprint())));
    return lines.append("请打开 http://%s:%d/%n".formatted(host, port)).append('\n').toString();
  }

  private void tell(Sweep sweep, StringBuilder lines) {
    Sweep.Counts counts = sweep.counts();
    double share = counts.judged() == 0 ? 0 : 100.0 * counts.flagged() / counts.judged();
    lines
        .append(
            "%s 排查%s，用时%s（读取%s，判断%s，写入%s）%n"
                .formatted(
                    sweep.month(),
                    label(sweep.status()),
                    seconds(sweep.timings().total()),
                    seconds(sweep.timings().reading()),
                    seconds(sweep.timings().judging()),
                    seconds(sweep.timings().writing())))
        .append(
            "名册支部%d个，已排查%d个；发现疑似问题的%d个（%.1f%%），仅纪实未上报的%d个%n"
                .formatted(
                    counts.onRoster(),
                    counts.judged(),
                    counts.flagged(),
                    share,
                    counts.notFiledOnly()));
    FindingsTable table =
        new FindingsTable(catalogue.list().levels(), statistics.byDimensionAndLevel(sweep.month()));
    lines.append(table.text());
  }

  private static String label(SweepStatus status) {
    return switch (status) {
      case RUNNING -> "进行中";
      case DONE -> "完成";
      case PARTIAL -> "完成，部分规则出错";
      case FAILED -> "失败";
      case CANCELLED -> "已取消";
    };
  }

  private static String seconds(Duration duration) {
    return "%.1f秒".formatted(duration.toMillis() / MILLIS);
  }

  private static String shortened(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT_FINGERPRINT, fingerprint.length()));
  }
}
