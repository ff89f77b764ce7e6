package org.liangpai.calendar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A city's own special days: a CSV file with the columns date, working and name. A line such as
 * {@code 2027,complete,全年已公布} says that the file has all days of a year.
 */
public final class OverrideFile {

  private static final String HEADER = "date,working,name";

  private final Path file;
  private final List<String> errors = new ArrayList<>();
  private final Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
  private final Set<Integer> completeYears = new TreeSet<>();

  private OverrideFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file, in UTF-8 or GB18030.
   *
   * @throws CalendarRefused if anything in it is wrong
   */
  public static Overrides read(Path file) {
    return new OverrideFile(file).read();
  }

  private Overrides read() {
    List<String> lines = text().lines().toList();
    if (lines.isEmpty() || !HEADER.equals(lines.get(0).strip())) {
      refuse(1, lines.isEmpty() ? "" : lines.get(0), "第一行必须是表头 " + HEADER);
    } else {
      for (int i = 1; i < lines.size(); i++) {
        readLine(i + 1, lines.get(i));
      }
    }
    if (!errors.isEmpty()) {
      throw new CalendarRefused(errors);
    }
    return new Overrides(List.copyOf(days.values()), completeYears);
  }

  private void readLine(int number, String line) {
    if (line.isBlank()) {
      return;
    }
    OverrideLine read = OverrideLine.parse(line);
    if (read.error() != null) {
      refuse(number, read.value(), read.error());
    } else if (read.completeYear() != null) {
      completeYears.add(read.completeYear());
    } else if (days.putIfAbsent(read.day().day(), read.day()) != null) {
      refuse(number, read.value(), "同一日期只能出现一次");
    }
  }

  private void refuse(int line, String value, String allowed) {
    errors.add("工作日历文件 %s 第 %d 行，值“%s”：%s".formatted(file, line, value, allowed));
  }

  private String text() {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CalendarRefused(
          List.of("工作日历文件 %s 读取失败；liangpai.calendar.overrides 应指向一个可读的 CSV 文件".formatted(file)));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, Charset.forName("GB18030"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
