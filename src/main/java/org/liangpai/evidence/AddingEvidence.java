package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.liangpai.monthlyrecord.MonthlyRecords;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;

/**
 * Lets whoever answers for a card add evidence to a line that stands. A file is kept before its row
 * is written: what a crash leaves is a file without a row at most, which is removed later.
 */
@ApplicationScoped
public class AddingEvidence {

  /** The longest text or note. */
  public static final int LONGEST_NOTE = 2_000;

  private static final int FIRST_YEAR = 2000;

  private final WritingEvidence writing;
  private final KeepingFiles keeping;
  private final MonthlyRecords records;
  private final CurrentViewer viewer;
  private final Clock clock;

  AddingEvidence(
      WritingEvidence writing,
      KeepingFiles keeping,
      MonthlyRecords records,
      CurrentViewer viewer,
      Clock clock) {
    this.writing = writing;
    this.keeping = keeping;
    this.records = records;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Adds a text.
   *
   * @param happenedOn the day of the fact
   */
  public UUID addText(String card, long line, LocalDate happenedOn, String text) {
    writing.branchOf(card, line);
    String note = note(text);
    if (note == null) {
      throw new Invalid("note", "请填写文字说明");
    }
    return written(card, Evidence.text(adding(line, past(happenedOn), note)));
  }

  /**
   * Adds a link to a monthly record of the branch, which must be on file.
   *
   * @param happenedOn the day of the fact; without it the last day of the month
   */
  public UUID addRecord(
      String card, long line, LocalDate happenedOn, String note, YearMonth month) {
    String branch = writing.branchOf(card, line);
    if (month == null) {
      throw new Invalid("month", "请选择纪实的月份");
    }
    boolean filed =
        records.find(branch, month).filter(one -> "FILED".equals(one.status())).isPresent();
    if (!filed) {
      throw EvidenceRefused.notFiled(month.getYear() + "年" + month.getMonthValue() + "月");
    }
    LocalDate day = happenedOn == null ? endOf(month) : past(happenedOn);
    return written(card, Evidence.record(adding(line, day, note(note)), branch, month));
  }

  /**
   * Adds a file.
   *
   * @param name what its sender calls it; for display only
   * @param file where its content lies now, or {@code null} if there is none
   */
  public UUID addFile(
      String card, long line, LocalDate happenedOn, String note, String name, Path file) {
    writing.branchOf(card, line);
    if (file == null) {
      throw new Invalid(FileContent.FIELD, "请先选择文件");
    }
    Evidence.Adding adding = adding(line, past(happenedOn), note(note));
    Evidence.KeptFile kept = keeping.keep(name, file);
    try {
      return written(card, Evidence.file(adding, kept));
    } catch (RuntimeException refused) {
      keeping.drop(kept.id());
      throw refused;
    }
  }

  private UUID written(String card, Evidence evidence) {
    writing.write(card, evidence);
    return evidence.id();
  }

  private Evidence.Adding adding(long line, LocalDate happenedOn, String note) {
    return new Evidence.Adding(line, happenedOn, note, viewer.account(), clock.instant());
  }

  private LocalDate past(LocalDate happenedOn) {
    if (happenedOn == null) {
      throw new Invalid("happenedOn", "请填写事实发生的日期");
    }
    if (happenedOn.isAfter(today()) || happenedOn.getYear() < FIRST_YEAR) {
      throw new Invalid("happenedOn", "事实发生的日期不能晚于今天，也不能早于" + FIRST_YEAR + "年");
    }
    return happenedOn;
  }

  private LocalDate endOf(YearMonth month) {
    LocalDate today = today();
    return month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static String note(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String note = text.strip();
    if (note.length() > LONGEST_NOTE) {
      throw new Invalid("note", "说明不能超过" + LONGEST_NOTE + "字");
    }
    return note;
  }
}
