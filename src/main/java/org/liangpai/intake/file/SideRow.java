package org.liangpai.intake.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellText;

/** The kinds of rows below the heading that people add and that are no data. */
enum SideRow {
  HEADING("重复的表头"),
  TOTAL("合计"),
  REMARK("说明或标题");

  private static final int LOOKED_AT = 40;

  /** The characters with which one of the patterns can begin; few codes do. */
  private static final String STARTS = "本全各其合小总共累汇平填制审联负单盖以此说备附样例注如必选应请下文字数日编sSgGtT";

  private static final Pattern SUM =
      Pattern.compile(
          "(?:本[页表]|全[市县区镇乡街]|各项|其中)?(?:合计|小计|总计|共计|累计|汇总|总数|平均值?|总和)"
              + "(?:$|[:(\\d共].*|(?:人|个|支部)?数$)|共\\d+[个人条行支份次名].*"
              + "|(?:sub|grand)?total(?:$|[:\\d].*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTE =
      Pattern.compile(
          "(?:填[写表报](?:说明|要求|须知|指南|单位|人|日期|时间)|制表|审核人|联系人|联系电话|负责人签"
              + "|单位\\(盖章\\)|盖章|以下空白|以下为空|此[行表]|例如|如:|必填|选填|应填|请填|请输入|请选择|下拉选择).*"
              + "|(?:说明|备注|附注|样例|例)(?:$|[:(].*)|注(?:意(?:事项)?)?\\d*[:.、].*"
              + "|(?:文本|文字|字符|数字|日期|编码)(?:格式|型|$).*");

  private final String label;

  SideRow(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * What a row is besides data, if it is.
   *
   * @param key the cell that holds the first field of the table, or null
   */
  static Optional<SideRow> of(Heading heading, List<Cell> cells, Cell key) {
    Cell first = first(cells);
    if (first == null) {
      return Optional.empty();
    }
    if (isSum(first) || key != null && isSum(key)) {
      return Optional.of(TOTAL);
    }
    if (isAcross(cells) || (key == null || key == first) && isNote(first)) {
      return Optional.of(REMARK);
    }
    return heading.isRepeatedBy(cells, first) ? Optional.of(HEADING) : Optional.empty();
  }

  private static Cell first(List<Cell> cells) {
    for (Cell cell : cells) {
      if (cell != null && cell.kind() != Cell.Kind.COVERED && !cell.text().isBlank()) {
        return cell;
      }
    }
    return null;
  }

  /** Whether all of the row is one merged range: a line of text between the rows. */
  private static boolean isAcross(List<Cell> cells) {
    int own = 0;
    int covered = 0;
    for (Cell cell : cells) {
      own += cell != null && cell.kind() != Cell.Kind.COVERED ? 1 : 0;
      covered += cell != null && cell.kind() == Cell.Kind.COVERED ? 1 : 0;
    }
    return own == 1 && covered > 0;
  }

  private static boolean isSum(Cell cell) {
    return mayMatch(cell) && SUM.matcher(start(cell)).matches();
  }

  private static boolean isNote(Cell cell) {
    return mayMatch(cell) && NOTE.matcher(start(cell)).matches();
  }

  private static boolean mayMatch(Cell cell) {
    String text = CellText.trimmed(cell.text());
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private static String start(Cell cell) {
    String text = CellText.trimmed(cell.text());
    return CellText.bare(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
  }
}
