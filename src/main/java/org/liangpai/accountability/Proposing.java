package org.liangpai.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;

/** Proposes cases to the city, each once. It opens none: that is for people. */
@ApplicationScoped
public class Proposing {

  private static final String INSERT =
      """
      WITH proposed AS (
          INSERT INTO accountability_case (key, ground, grounds, unit_code, branch_code, card_number, proposed_measure,
              proposed_at, status)
          VALUES (:key, :ground, :grounds, :unit, :branch, :card, :measure, :at, 'PROPOSED')
          ON CONFLICT ON CONSTRAINT uq_accountability_case_key DO NOTHING
          RETURNING id, unit_code)
      SELECT proposed.id, u.path[1] FROM proposed JOIN unit u ON u.unit_code = proposed.unit_code
      """;

  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  /** Also for use without a container. */
  public Proposing(Auditing auditing, Notifying notifying, Clock clock) {
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Proposes cases in the transaction of the connection; what was proposed before is not proposed
   * again.
   */
  public void propose(Connection connection, List<Proposal> proposals) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (Proposal one : proposals) {
      inserted(connection, one)
          .forEach(
              made -> {
                entries.add(entry(made.id(), one));
                notices.add(notice(made.city(), one));
              });
    }
    auditing.record(connection, entries);
    notifying.tell(connection, notices);
  }

  private record Made(long id, String city) {}

  private List<Made> inserted(Connection connection, Proposal proposal) throws SQLException {
    return NamedStatement.of(INSERT)
        .with("key", proposal.key())
        .with("ground", proposal.ground().name())
        .with("grounds", proposal.grounds())
        .with("unit", proposal.unitCode())
        .with("branch", proposal.branchCode())
        .with("card", proposal.cardNumber())
        .with("measure", proposal.measure().name())
        .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
        .list(connection, row -> new Made(row.getLong(1), row.getString(2)));
  }

  private static Entry entry(long id, Proposal proposal) {
    return Entry.of(Act.ACCOUNTABILITY_PROPOSED, ObjectKind.ACCOUNTABILITY, id)
        .now(
            Map.of(
                "ground",
                proposal.ground(),
                "unit",
                proposal.unitCode(),
                "measure",
                proposal.measure()))
        .because(proposal.grounds());
  }

  private static Notice notice(String city, Proposal proposal) {
    return new Notice(
        "ACCOUNTABILITY " + proposal.key(),
        NoticeKind.ACCOUNTABILITY,
        "建议" + proposal.measure().label() + "：" + proposal.ground().label(),
        proposal.grounds() + "是否启动，请市级组织部门决定。",
        "/accountability",
        List.of(Addressee.office(city)));
  }
}
