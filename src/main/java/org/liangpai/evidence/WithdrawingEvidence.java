package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardLine;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.LineStage;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;

/**
 * Lets whoever added evidence say that it no longer counts, until the line is accepted. It stays.
 */
@ApplicationScoped
public class WithdrawingEvidence {

  private static final int LONGEST = 500;

  private final EvidenceOnFile evidence;
  private final HandlingCards handling;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Clock clock;

  WithdrawingEvidence(
      EvidenceOnFile evidence,
      HandlingCards handling,
      CurrentViewer viewer,
      Auditing auditing,
      Clock clock) {
    this.evidence = evidence;
    this.handling = handling;
    this.viewer = viewer;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Withdraws.
   *
   * @return the number of the card
   * @throws NotFound if there is no such evidence in the viewer's scope
   */
  @Transactional
  public String withdraw(UUID id, String reason) {
    String number = handling.cardOf(evidence.lineOf(id).orElseThrow(() -> new NotFound("佐证", id)));
    Card card = handling.held(number);
    Evidence one = evidence.findById(id);
    CardLine line = card.line(one.line());
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
      throw new Invalid("reason", "请写明撤回的理由，不超过" + LONGEST + "字");
    }
    String why = reason.strip();
    one.withdraw(viewer.account(), clock.instant(), why);
    if (!isWithdrawable(line.stage())) {
      throw EvidenceRefused.accepted();
    }
    auditing.record(
        Entry.of(Act.EVIDENCE_WITHDRAWN, ObjectKind.CARD, number)
            .now(WritingEvidence.told(one))
            .because(why));
    return number;
  }

  /** Nobody has accepted anything on the strength of it yet. */
  static boolean isWithdrawable(LineStage stage) {
    return stage.isOpen() && stage != LineStage.ACCEPTED;
  }
}
