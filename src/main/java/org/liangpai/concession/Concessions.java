package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.liangpai.shared.NotFound;

/** The requests as they are made and decided, and what is known of their cards. */
@ApplicationScoped
class Concessions {

  private final EntityManager entities;

  Concessions(EntityManager entities) {
    this.entities = entities;
  }

  void add(Concession one) {
    entities.persist(one);
    entities.flush();
  }

  /** The number of the card of a request that the database shows to the viewer. */
  String cardOf(ConcessionKind kind, long id) {
    return sql("SELECT card_number FROM concession WHERE id = :id AND kind = :kind", String.class)
        .setParameter("id", id)
        .setParameter("kind", kind.name())
        .uniqueResultOptional()
        .orElseThrow(() -> new NotFound(kind.label() + "申请", id));
  }

  /** A request, held until the end of the transaction. */
  Concession held(long id) {
    return entities.find(Concession.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** How many requests of a kind a card has in one of some states. */
  long count(String card, ConcessionKind kind, Set<ConcessionStatus> states) {
    return entities
        .createQuery(
            "select count(*) from Concession where cardNumber = :card and kind = :kind and status in (:states)",
            Long.class)
        .setParameter("card", card)
        .setParameter("kind", kind)
        .setParameter("states", states)
        .getSingleResult();
  }

  /** Who verified a finding on the card. */
  Set<String> verifiers(String card) {
    return new TreeSet<>(
        sql(
                """
                SELECT DISTINCT f.decided_by FROM card_line l
                JOIN card_observation o ON o.card_line_id = l.id
                JOIN finding f ON f.id = o.finding_id
                WHERE l.card_number = :card AND f.decided_by IS NOT NULL
                """,
                String.class)
            .setParameter("card", card)
            .getResultList());
  }

  /** Where the sides of the card are told something. */
  CardDesks desks(String card) {
    Object[] row =
        sql(
                """
                SELECT c.branch_code, k.path FROM card c
                LEFT JOIN branch b ON b.branch_code = c.branch_code
                JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
                JOIN unit k ON k.unit_code = u.committee_code
                WHERE c.number = :card
                """,
                Object[].class)
            .setParameter("card", card)
            .getSingleResult();
    List<String> upward = new ArrayList<>(List.of((String[]) row[1]));
    Collections.reverse(upward);
    return CardDesks.of((String) row[0], upward);
  }

  /** Nobody decides any more on what was asked for a card that came off; its suspension is over. */
  void settle(String card, LocalDate on) {
    sql(
            """
            UPDATE concession SET version = version + 1,
                status = CASE status WHEN 'ASKED' THEN 'LAPSED' ELSE 'ENDED' END,
                ended_on = CASE status WHEN 'GRANTED' THEN CAST(:today AS date) END
            WHERE card_number = :card AND (status = 'ASKED' OR status = 'GRANTED' AND kind = 'SUSPENSION')
                AND EXISTS (SELECT FROM card WHERE number = :card AND status IN ('CLEARED', 'WITHDRAWN'))
            """,
            Object.class)
        .setParameter("card", card)
        .setParameter("today", on)
        .executeUpdate();
  }

  private <T> NativeQuery<T> sql(String text, Class<T> result) {
    return entities.unwrap(Session.class).createNativeQuery(text, result);
  }
}
