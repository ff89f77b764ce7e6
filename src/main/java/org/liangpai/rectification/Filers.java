package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/**
 * Tells who filed what is looked at when a line is accepted: the plan in force, what was done of
 * it, the latest report, and the evidence that stands, with the records to which it links.
 */
@ApplicationScoped
public class Filers {

  private static final String SQL =
      """
      SELECT l.id, p.proposed_by FROM card_line l
      JOIN measure_plan p ON p.card_line_id = l.id AND p.status = 'ACCEPTED'
      WHERE l.card_number = :number
      UNION
      SELECT l.id, m.done_by FROM card_line l
      JOIN measure_plan p ON p.card_line_id = l.id AND p.status = 'ACCEPTED'
      JOIN measure m ON m.plan_id = p.id AND m.done_by IS NOT NULL
      WHERE l.card_number = :number
      UNION
      SELECT l.id, r.reported_by FROM card_line l
      JOIN LATERAL (
          SELECT reported_by FROM line_report WHERE card_line_id = l.id ORDER BY ordinal DESC LIMIT 1) r ON true
      WHERE l.card_number = :number
      UNION
      SELECT l.id, e.added_by FROM card_line l
      JOIN evidence e ON e.card_line_id = l.id AND e.withdrawn_at IS NULL
      WHERE l.card_number = :number
      UNION
      SELECT l.id, r.recorded_by FROM card_line l
      JOIN evidence e ON e.card_line_id = l.id AND e.withdrawn_at IS NULL
      JOIN monthly_record r ON r.branch_code = e.record_branch AND r.month = e.record_month
      WHERE l.card_number = :number
      """;

  private final EntityManager entities;

  Filers(EntityManager entities) {
    this.entities = entities;
  }

  /** The accounts, by the line of a card. */
  public Map<Long, Set<String>> of(String number) {
    Map<Long, Set<String>> filers = new HashMap<>();
    entities
        .unwrap(Session.class)
        .createNativeQuery(SQL, Object[].class)
        .setParameter("number", number)
        .getResultList()
        .forEach(
            row ->
                filers
                    .computeIfAbsent((Long) row[0], line -> new HashSet<>())
                    .add((String) row[1]));
    return filers;
  }
}
