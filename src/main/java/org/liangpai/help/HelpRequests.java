package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NotFound;

/** The requests as they are made and answered. */
@ApplicationScoped
class HelpRequests {

  private final EntityManager entities;
  private final CurrentViewer viewer;
  private final Clock clock;

  HelpRequests(EntityManager entities, CurrentViewer viewer, Clock clock) {
    this.entities = entities;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * A condition, with {@code AND} before it, that narrows requests {@code r} to a scope: whoever
   * sees a card sees who is being waited for, too.
   */
  static String within(Scope scope) {
    return scope.whole()
        ? ""
        : """
           AND (true%s OR EXISTS (SELECT FROM unit seen WHERE seen.unit_code IN (r.asking_unit, r.asked_unit)%s)
              OR EXISTS (SELECT FROM card c WHERE c.number = r.card_number))
          """
            .formatted(scope.ofBranch("r.asking_branch"), scope.condition("seen.path"));
  }

  /**
   * A request of the viewer's scope, held until the end of the transaction.
   *
   * @throws NotFound if there is none
   */
  HelpRequest held(long id) {
    Scope scope = viewer.scope();
    String text = "SELECT r.id FROM help_request r WHERE r.id = :id" + within(scope);
    NativeQuery<Long> query = sql(text, Long.class);
    scope.parametersOf(text).forEach(query::setParameter);
    query.setParameter("id", id).uniqueResultOptional().orElseThrow(() -> new NotFound("求助", id));
    return entities.find(HelpRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Keeps a new request, or finds that the same one is open already. */
  boolean add(HelpRequest request) {
    sql(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('help ' || :asker, 0)) AS text)",
            String.class)
        .setParameter("asker", request.askingName())
        .getSingleResult();
    long same =
        entities
            .createQuery(
                "select count(*) from HelpRequest where askedUnit = :unit and content = :content"
                    + " and coalesce(askingBranch, askingUnit) = :asker and coalesce(cardNumber, '') = :card"
                    + " and status in (ASKED, TAKEN, DONE)",
                Long.class)
            .setParameter("unit", request.askedUnit())
            .setParameter("content", request.content())
            .setParameter(
                "asker",
                request.askingBranch() == null ? request.askingUnit() : request.askingBranch())
            .setParameter("card", request.card() == null ? "" : request.card())
            .getSingleResult();
    if (same > 0) {
      return false;
    }
    entities.persist(request);
    return true;
  }

  /** Keeps an act of the viewer. */
  void keep(HelpRequest request, HelpAct act, String told) {
    entities.persist(new HelpEvent(request, act, told, viewer.account(), clock.instant()));
  }

  /** A branch or committee of the viewer's scope. */
  Optional<Place> place(String code) {
    Scope scope = viewer.scope();
    String text =
        """
        SELECT true, b.branch_code, b.branch_name, u.path
        FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = :code%s
        UNION ALL
        SELECT false, u.unit_code, u.unit_name, u.path
        FROM unit u WHERE u.unit_code = :code AND u.level = 'COMMITTEE'%s
        """
            .formatted(scope.condition("u.path", "b.branch_code"), scope.condition("u.path"));
    NativeQuery<Object[]> query = sql(text, Object[].class);
    scope.parametersOf(text).forEach(query::setParameter);
    return query.setParameter("code", code).getResultStream().findFirst().map(HelpRequests::place);
  }

  /** The path of the asking side, as far as the viewer sees it. */
  List<String> askingPath(HelpRequest request) {
    String code = request.askingBranch() == null ? request.askingUnit() : request.askingBranch();
    return place(code).map(Place::path).orElse(List.of());
  }

  /** Any unit by its name, wherever it stands. */
  Optional<Place> unit(String code) {
    return sql(
            "SELECT false, unit_code, unit_name, ARRAY[unit_code] FROM units_to_ask() WHERE unit_code = :code",
            Object[].class)
        .setParameter("code", code)
        .uniqueResultOptional()
        .map(HelpRequests::place);
  }

  /** The units that may answer: the asked one, and those to which the request has climbed. */
  List<String> answering(HelpRequest request) {
    List<String> units = new ArrayList<>(List.of(request.askedUnit()));
    units.addAll(
        sql("SELECT told_unit FROM help_rung WHERE request_id = :id", String.class)
            .setParameter("id", request.id())
            .getResultList());
    return units;
  }

  private static Place place(Object[] row) {
    return new Place(
        (Boolean) row[0], (String) row[1], (String) row[2], List.of((String[]) row[3]));
  }

  private <T> NativeQuery<T> sql(String text, Class<T> result) {
    return entities.unwrap(Session.class).createNativeQuery(text, result);
  }
}
