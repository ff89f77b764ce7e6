package org.liangpai.intake.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.shared.Invalid;

/**
 * A CSV file: fields between commas, tabs, semicolons or bars, quoted ones may hold line breaks. A
 * row is numbered as a spreadsheet would number it, so one with line breaks inside counts once.
 */
final class CsvGrid implements Grid {

  private static final int LONGEST_FIELD = 65_536;
  private static final int MOST_FIELDS = 16_384;
  private static final int USED_FIELDS = 512;
  private static final int END = -1;

  /** Where the heading is looked for; a line of a spreadsheet that saved a CSV is far shorter. */
  private static final int SAMPLE = 1 << 16;

  private static final char[] SEPARATORS = {',', '\t', ';', '|'};

  private final Path file;
  private final String part;
  private final Table table;
  private final StringBuilder field = new StringBuilder();
  private final List<Cell> cells = new ArrayList<>();
  private char separator;
  private int fields;
  private int row;

  CsvGrid(Path file, String part, Table table) {
    this.file = file;
    this.part = part;
    this.table = table;
  }

  @Override
  public String name() {
    return table.label();
  }

  @Override
  public void read(Sink sink) throws IOException {
    try (Reader text = TextFile.open(file, part);
        BufferedReader reader = new BufferedReader(text, SAMPLE)) {
      separator = separator(reader);
      row = 0;
      boolean wanted = true;
      while (wanted && readRow(reader)) {
        boolean filled = cells.stream().anyMatch(cell -> cell != null);
        wanted = !filled || sink.accept(GridRow.plain(row, cells));
      }
    } catch (CharacterCodingException damaged) {
      throw Damage.of(part, "文件编码有误，应为UTF-8或GB18030（GBK）编码的CSV");
    }
  }

  /** The one with which the heading names most fields: a title above it may have any in it. */
  private char separator(BufferedReader reader) throws IOException {
    reader.mark(SAMPLE + 1);
    char[] sample = new char[SAMPLE];
    int length = 0;
    for (int count = 0; count >= 0 && length < SAMPLE; ) {
      length += count;
      count = reader.read(sample, length, SAMPLE - length);
    }
    reader.reset();
    String text = new String(sample, 0, length);
    char best = SEPARATORS[0];
    int most = 0;
    for (char tried : SEPARATORS) {
      separator = tried;
      int names = mostNames(text);
      if (names > most) {
        most = names;
        best = tried;
      }
    }
    return best;
  }

  private int mostNames(String sample) throws IOException {
    int most = 0;
    row = 0;
    try (BufferedReader reader = new BufferedReader(new StringReader(sample))) {
      while (row <= 2 * HeadingSearch.WITHIN && readRow(reader)) {
        most = Math.max(most, ColumnName.count(table, cells));
      }
    } catch (Invalid cut) {
      // The sample ends within quotes, or is no table with this separator.
    }
    return most;
  }

  /** Reads one row; false at the end of the file. */
  private boolean readRow(BufferedReader reader) throws IOException {
    cells.clear();
    fields = 0;
    field.setLength(0);
    int c = reader.read();
    if (c == END) {
      return false;
    }
    row++;
    boolean quoted = false;
    boolean fresh = true;
    while (true) {
      if (c == END) {
        if (quoted) {
          throw Damage.of(part, "第" + row + "行有没有配对的引号，文件不是有效的CSV");
        }
        break;
      } else if (quoted) {
        if (c != '"') {
          append(c);
        } else if (peek(reader) == '"') {
          append(reader.read());
        } else {
          quoted = false;
        }
      } else if (c == '"' && fresh) {
        quoted = true;
        fresh = false;
      } else if (c == separator) {
        endField();
        fresh = true;
      } else if (c == '\n') {
        break;
      } else if (c == '\r') {
        if (peek(reader) == '\n') {
          reader.read();
        }
        break;
      } else {
        append(c);
        fresh = false;
      }
      c = reader.read();
    }
    endField();
    return true;
  }

  private void append(int c) {
    if (c == 0) {
      throw Damage.of(part, "文件不是文本，应为UTF-8或GB18030（GBK）编码的CSV");
    }
    if (field.length() >= LONGEST_FIELD) {
      throw Damage.of(part, "第" + row + "行有超长的内容，请检查引号是否配对");
    }
    field.append((char) c);
  }

  private void endField() {
    if (++fields > MOST_FIELDS) {
      throw Damage.of(part, "第" + row + "行的列数过多，文件不是有效的CSV");
    }
    if (fields <= USED_FIELDS) {
      cells.add(field.length() == 0 ? null : cell(field.toString()));
    }
    field.setLength(0);
  }

  /** What a spreadsheet was told to take as text is one; anything else may have been a number. */
  private static Cell cell(String field) {
    String written = WrittenText.of(field);
    return written.equals(field) ? Cell.untyped(field) : Cell.text(written);
  }

  private static int peek(BufferedReader reader) throws IOException {
    reader.mark(1);
    int c = reader.read();
    reader.reset();
    return c;
  }
}
