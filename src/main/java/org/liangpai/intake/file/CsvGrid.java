package org.liangpai.intake.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.intake.cell.Cell;
import org.liangpai.shared.Neutral;

/**
 * A CSV file: fields between commas, semicolons or tabs, quoted ones may hold line breaks. A row is
 * numbered as a spreadsheet would number it, so one with line breaks inside counts once.
 */
final class CsvGrid implements Grid {

  private static final int LONGEST_FIELD = 65_536;
  private static final int MOST_FIELDS = 16_384;
  private static final int USED_FIELDS = 512;
  private static final int END = -1;

  private final Path file;
  private final String part;
  private final StringBuilder field = new StringBuilder();
  private final List<Cell> cells = new ArrayList<>();
  private char separator;
  private int fields;
  private int row;

  CsvGrid(Path file, String part) {
    this.file = file;
    this.part = part;
  }

  @Override
  public String name() {
    return part;
  }

  @Override
  public void read(Sink sink) throws IOException {
    try (Reader text = TextFile.open(file, part);
        BufferedReader reader = new BufferedReader(text, 1 << 16)) {
      separator = separator(reader);
      row = 0;
      while (readRow(reader)) {
        if (cells.stream().anyMatch(cell -> cell != null)) {
          sink.accept(row, cells);
        }
      }
    } catch (CharacterCodingException damaged) {
      throw Damage.of(part, "文件编码有误，应为UTF-8或GB18030（GBK）编码的CSV");
    }
  }

  /** The one of the three that is most frequent in the first line. */
  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(8192);
    int commas = 0;
    int tabs = 0;
    int semicolons = 0;
    for (int i = 0; i < 8000; i++) {
      int c = reader.read();
      if (c == END || c == '\n' && commas + tabs + semicolons > 0) {
        break;
      }
      commas += c == ',' ? 1 : 0;
      tabs += c == '\t' ? 1 : 0;
      semicolons += c == ';' ? 1 : 0;
    }
    reader.reset();
    if (commas >= tabs && commas >= semicolons) {
      return ',';
    }
    return tabs >= semicolons ? '\t' : ';';
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
      cells.add(field.length() == 0 ? null : Cell.text(Neutral.undo(field.toString())));
    }
    field.setLength(0);
  }

  private static int peek(BufferedReader reader) throws IOException {
    reader.mark(1);
    int c = reader.read();
    reader.reset();
    return c;
  }
}
