package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.HandlingCards;
import org.liangpai.shared.Invalid;

/** Writes evidence down: the row, and that it was added. */
@ApplicationScoped
class WritingEvidence {

  private final HandlingCards handling;
  private final CardParties parties;
  private final EvidenceOnFile evidence;
  private final EvidenceConfig config;
  private final Auditing auditing;

  WritingEvidence(
      HandlingCards handling,
      CardParties parties,
      EvidenceOnFile evidence,
      EvidenceConfig config,
      Auditing auditing) {
    this.handling = handling;
    this.parties = parties;
    this.evidence = evidence;
    this.config = config;
    this.auditing = auditing;
  }

  /** The branch of a line to which the viewer may add; refuses where they may not. */
  @Transactional
  String branchOf(String number, long line) {
    return open(number, line).branchCode();
  }

  @Transactional
  void write(String number, Evidence added) {
    open(number, added.line());
    List<Evidence> there = evidence.of(added.line());
    if (there.stream().anyMatch(one -> one.repeats(added))) {
      throw EvidenceRefused.already();
    }
    evidence.persistAndFlush(added);
    auditing.record(Entry.of(Act.EVIDENCE_ADDED, ObjectKind.CARD, number).now(told(added)));
  }

  /** The line, held with its card until the end of the transaction. */
  private CardLine open(String number, long id) {
    Card card = handling.held(number);
    parties.of(number).requireHolder();
    CardLine line =
        card.lines().stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new Invalid("lineId", "这张牌上没有这一情形，请从牌的页面选择"));
    if (!line.isOpen()) {
      throw EvidenceRefused.lineClosed();
    }
    if (evidence.count("cardLineId", id) >= config.mostOfLine()) {
      throw EvidenceRefused.tooMany(config.mostOfLine());
    }
    return line;
  }

  static Map<String, Object> told(Evidence one) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("evidence", one.id());
    told.put("line", one.line());
    told.put("kind", one.kind());
    if (one.sha256() != null) {
      told.put("sha256", one.sha256());
    }
    return told;
  }
}
