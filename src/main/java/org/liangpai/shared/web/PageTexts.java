package org.liangpai.shared.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.PathSegment;

/** Days, months and codes as pages write them. */
@TemplateExtension
public final class PageTexts {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private PageTexts() {}

  /** 2026年10月. */
  public static String chinese(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  /** 2026年10月, of a month in ISO form. */
  public static String chineseMonth(String month) {
    return chinese(YearMonth.parse(month));
  }

  /** 2026年10月31日. */
  public static String chinese(LocalDate day) {
    return chinese(YearMonth.from(day)) + day.getDayOfMonth() + "日";
  }

  /** The day and the minute. */
  public static String moment(OffsetDateTime at) {
    return MINUTE.format(at.atZoneSameInstant(ClockProducer.ZONE));
  }

  /** The day and the minute of a moment in ISO form. */
  public static String momentOf(String at) {
    return moment(OffsetDateTime.parse(at));
  }

  /** The day and the minute in Chinese standard time. */
  public static String moment(Instant at) {
    return MINUTE.format(at.atZone(ClockProducer.ZONE));
  }

  /** Seconds, from one second on. */
  public static String spoken(Duration time) {
    long millis = time.toMillis();
    return millis < 1_000 ? "不到1秒" : "%d.%d 秒".formatted(millis / 1_000, millis % 1_000 / 100);
  }

  /** A code as a part of an address. */
  public static String encoded(String code) {
    return PathSegment.of(code);
  }
}
