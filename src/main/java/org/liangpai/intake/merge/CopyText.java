package org.liangpai.intake.merge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.liangpai.intake.cell.Fault;
import org.liangpai.intake.cell.StagedRow;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY, sent on in pieces. */
final class CopyText {

  private static final int PIECE = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(PIECE + 4096);

  CopyText(CopyIn copy) {
    this.copy = copy;
  }

  void add(int line, StagedRow row) throws IOException {
    boolean bad = !row.faults().isEmpty();
    text.append(line).append('\t').append(row.number()).append('\t').append(bad ? 't' : 'f');
    text.append("\t\\\\x").append(HexFormat.of().formatHex(RowDigest.of(row.row()))).append('\t');
    if (row.raw() == null) {
      text.append("\\N");
    } else {
      array(row.raw());
    }
    text.append('\t');
    if (bad) {
      array(flat(row.faults()));
    } else {
      text.append("\\N");
    }
    for (int i = 0; i < row.row().table().fields().size(); i++) {
      text.append('\t');
      value(row.row().get(i));
    }
    text.append('\n');
    if (text.length() >= PIECE) {
      send();
    }
  }

  void send() throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException refused) {
      throw new IOException(refused);
    }
  }

  private void value(Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof YearMonth month) {
      text.append(month.atDay(1));
    } else if (value instanceof List<?> codes) {
      array(codes);
    } else {
      escape(value.toString());
    }
  }

  /** Two layers of quoting: that of the array, and that of COPY around it. */
  private void array(List<?> items) {
    StringBuilder array = new StringBuilder("{");
    for (Object item : items) {
      array.append(array.length() > 1 ? "," : "").append('"');
      String plain = storable(item.toString());
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        if (c == '"' || c == '\\') {
          array.append('\\');
        }
        array.append(c);
      }
      array.append('"');
    }
    escape(array.append('}').toString());
  }

  private void escape(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  /** The database holds any text but the character zero. */
  private static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  private static List<String> flat(List<Fault> faults) {
    return faults.stream()
        .flatMap(fault -> List.of(fault.field(), shown(fault), fault.message()).stream())
        .toList();
  }

  private static String shown(Fault fault) {
    return Fault.abridged(fault.value() == null ? "" : fault.value());
  }
}
