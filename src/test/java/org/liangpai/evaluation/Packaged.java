package org.liangpai.evaluation;

import java.util.List;
import org.liangpai.warninglist.WarningItem;
import org.liangpai.warninglist.WarningList;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListSource;

/** The list and the rules that are packaged with the service, read once. */
final class Packaged {

  static final WarningList LIST = new WarningListReader().read(WarningListSource.packaged());
  static final RuleBook RULES = RuleBook.compile(RuleSources.packaged(), LIST);

  private Packaged() {}

  /** Judging by one item alone. */
  static Judging judgingOf(String code) {
    return new Judging(listOf(LIST.item(code).orElseThrow()), RULES);
  }

  /** The list with some items only. */
  static WarningList listOf(WarningItem... items) {
    return new WarningList(
        LIST.fingerprint(),
        List.of(items),
        LIST.domains(),
        LIST.levels(),
        LIST.gradings(),
        LIST.ladder(),
        LIST.filings(),
        LIST.supervisions(),
        LIST.demonstration(),
        LIST.pairing(),
        LIST.classes(),
        LIST.concession(),
        LIST.help(),
        LIST.reasons());
  }
}
