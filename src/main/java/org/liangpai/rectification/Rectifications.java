package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.liangpai.card.CardLine;
import org.liangpai.shared.NotFound;

/** The plans, reports and checks of lines, within the transaction that holds their card. */
@ApplicationScoped
class Rectifications {

  private final EntityManager entities;

  Rectifications(EntityManager entities) {
    this.entities = entities;
  }

  /** The number of the card of a plan, asked before the card is held. */
  String cardOf(long plan) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "SELECT l.card_number FROM measure_plan p JOIN card_line l ON l.id = p.card_line_id WHERE p.id = :plan",
            String.class)
        .setParameter("plan", plan)
        .uniqueResultOptional()
        .orElseThrow(() -> new NotFound("整改措施", plan));
  }

  MeasurePlan plan(long id) {
    return entities.find(MeasurePlan.class, id);
  }

  /** The plan of a line that is proposed or accepted. */
  Optional<MeasurePlan> standing(CardLine line) {
    return entities
        .createQuery(
            "from MeasurePlan plan where plan.cardLineId = :line and plan.status in (PROPOSED, ACCEPTED)",
            MeasurePlan.class)
        .setParameter("line", line.id())
        .getResultStream()
        .findFirst();
  }

  /** The latest report of a line. */
  Optional<LineReport> latestReport(CardLine line) {
    return entities
        .createQuery(
            "from LineReport report where report.cardLineId = :line order by report.ordinal desc",
            LineReport.class)
        .setParameter("line", line.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The checks of a report, the first one first. */
  List<LineCheck> checks(LineReport report) {
    return entities
        .createQuery(
            "from LineCheck one where one.reportId = :report order by one.id", LineCheck.class)
        .setParameter("report", report.id())
        .getResultList();
  }

  /** Keeps something new, with its id. */
  <T> T added(T made) {
    entities.persist(made);
    entities.flush();
    return made;
  }

  void flush() {
    entities.flush();
  }
}
