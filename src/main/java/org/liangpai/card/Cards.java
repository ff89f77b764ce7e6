package org.liangpai.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.liangpai.calendar.CountedDay;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NotFound;

/**
 * The cards as they are issued and changed: every question is asked once for all branches
 * concerned.
 */
@ApplicationScoped
class Cards implements PanacheRepositoryBase<Card, String> {

  /** A branch and an item of the list. */
  record BranchItem(String branchCode, String item) {}

  /** Who holds a card, whoever issued it: a branch takes its cards along to another unit. */
  record HeldBy(HolderKind kind, String code) {

    static HeldBy of(Holder holder) {
      return new HeldBy(holder.kind(), holder.code());
    }
  }

  private final EntityManager entities;
  private final CurrentViewer viewer;

  Cards(EntityManager entities, CurrentViewer viewer) {
    this.viewer = viewer;
    this.entities = entities;
  }

  /**
   * Lets only one at a time write the cards of the same committee, or number those of the same
   * issuer, until the end of the transaction.
   */
  void lockIssuing(Set<String> units) {
    units.stream()
        .sorted()
        .forEach(
            code ->
                sql(
                        "SELECT CAST(pg_advisory_xact_lock(hashtextextended('card ' || :code, 0)) AS text)",
                        String.class)
                    .setParameter("code", code)
                    .getSingleResult());
  }

  /**
   * The committee of each branch and the unit above it; a committee without one issues to itself.
   */
  Map<String, Committee> committees(Collection<String> branches) {
    Map<String, Committee> committees = new HashMap<>();
    sql(
            """
            SELECT branch.branch_code, committee.unit_code, coalesce(committee.parent_code, committee.unit_code)
            FROM branch
            JOIN unit ON unit.unit_code = branch.unit_code
            JOIN unit committee ON committee.unit_code = unit.committee_code
            WHERE branch.branch_code IN (:branches)
            """,
            Object[].class)
        .setParameter("branches", branches)
        .getResultList()
        .forEach(
            row ->
                committees.put((String) row[0], new Committee((String) row[1], (String) row[2])));
    return committees;
  }

  /** The base-level committee of a branch, and the unit above. */
  record Committee(String code, String above) {}

  /** Which of some findings are on a card already. */
  Set<Long> observed(Collection<Long> findings) {
    return new HashSet<>(
        entities
            .createQuery(
                "select findingId from CardObservation where findingId in (:findings)", Long.class)
            .setParameter("findings", findings)
            .getResultList());
  }

  /** The open lines of some branches, with their cards. */
  Map<BranchItem, CardLine> openLines(Collection<String> branches) {
    Map<BranchItem, CardLine> lines = new HashMap<>();
    entities
        .createQuery(
            "from CardLine line join fetch line.card where line.open and line.branchCode in (:branches)",
            CardLine.class)
        .setParameter("branches", branches)
        .getResultList()
        .forEach(line -> lines.put(new BranchItem(line.branchCode(), line.item()), line));
    return lines;
  }

  /** A cleared card that is watched, and the latest month for which it had the item. */
  record Watched(Card card, YearMonth seen) {}

  /** The cleared cards of some branches that are watched, by the items that were cleared. */
  Map<BranchItem, Watched> watched(Collection<String> branches) {
    Map<BranchItem, Watched> cards = new HashMap<>();
    entities
        .createQuery(
            "select line, (select max(finding.month) from CardObservation seen, Finding finding"
                + " where seen.cardLineId = line.id and finding.id = seen.findingId)"
                + " from CardLine line join fetch line.card card where line.stage = CLEARED"
                + " and line.branchCode in (:branches) and card.status = CLEARED"
                + " and card.watchOutcome is null order by line.clearedOn, line.id",
            Object[].class)
        .setParameter("branches", branches)
        .getResultList()
        .forEach(
            row -> {
              CardLine line = (CardLine) row[0];
              cards.put(
                  new BranchItem(line.branchCode(), line.item()),
                  new Watched(line.card(), YearMonth.from((LocalDate) row[1])));
            });
    return cards;
  }

  /**
   * The items of some branches that were cleared so few months ago, the last day included, each
   * with the latest month for which it was on the card; the earliest of several. What was withdrawn
   * was never there.
   */
  Map<BranchItem, YearMonth> clearedWithin(
      int months, Collection<String> branches, LocalDate today) {
    Map<BranchItem, YearMonth> cleared = new HashMap<>();
    sql(
            """
            SELECT branch_code, item, min(seen) FROM (
                SELECT l.branch_code, l.item, max(f.month) AS seen FROM card_line l
                JOIN card c ON c.number = l.card_number AND c.status <> 'WITHDRAWN'
                JOIN card_observation o ON o.card_line_id = l.id
                JOIN finding f ON f.id = o.finding_id
                WHERE l.branch_code IN (:branches) AND l.cleared_on + make_interval(months => :months) >= :today
                GROUP BY l.id) AS line
            GROUP BY branch_code, item
            """,
            Object[].class)
        .setParameter("branches", branches)
        .setParameter("months", months)
        .setParameter("today", today)
        .getResultList()
        .forEach(
            row ->
                cleared.put(
                    new BranchItem((String) row[0], (String) row[1]),
                    YearMonth.from((LocalDate) row[2])));
    return cleared;
  }

  /** The open cards of a month of some holders. */
  Map<HeldBy, Card> open(YearMonth month, Collection<String> holders) {
    Map<HeldBy, Card> cards = new HashMap<>();
    find(
            "from Card card left join fetch card.lines"
                + " where card.month = ?1 and (card.branchCode in ?2 or card.unitCode in ?2)"
                + " and card.status not in (CLEARED, WITHDRAWN)",
            month.atDay(1),
            holders)
        .list()
        .forEach(card -> cards.put(HeldBy.of(card.holder()), card));
    return cards;
  }

  /**
   * By whom those are held who act on the open cards of branches, and on others with their lines.
   */
  List<String> issuersAround(Collection<String> branches) {
    return sql(
            """
            SELECT coalesce(c.unit_code, c.issuer_code) FROM card c
            WHERE c.branch_code IN (:branches) AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
            UNION SELECT coalesce(c.unit_code, c.issuer_code)
            FROM card_line l JOIN card c ON c.number = l.card_number
            WHERE l.branch_code IN (:branches) AND l.open
            """,
            String.class)
        .setParameter("branches", branches)
        .getResultList();
  }

  /** The open cards that a branch holds, in the order of their numbers. */
  List<Card> openOf(String branch) {
    return find(
            "select distinct card from Card card left join fetch card.lines"
                + " where card.branchCode = ?1 and card.status not in (CLEARED, WITHDRAWN)"
                + " order by card.number",
            branch)
        .list();
  }

  /** The open lines of a branch on cards of units. */
  List<CardLine> openOnUnits(String branch) {
    return entities
        .createQuery(
            "from CardLine line join fetch line.card"
                + " where line.open and line.branchCode = :branch and line.card.branchCode is null"
                + " order by line.id",
            CardLine.class)
        .setParameter("branch", branch)
        .getResultList();
  }

  /** How the due days of open lines were counted that have not passed, each once. */
  List<CountedDay> countedDays(LocalDate today) {
    return entities
        .createQuery(
            "select distinct new org.liangpai.calendar.CountedDay("
                + "line.dueFrom, line.dueWorkingDays, line.dueOn, line.dueProvisional)"
                + " from CardLine line where line.open and line.dueOn >= :today"
                + " and line.dueFrom is not null",
            CountedDay.class)
        .setParameter("today", today)
        .getResultList();
  }

  /** The cards with an open line whose due day was counted so. */
  List<String> dueBy(CountedDay counted) {
    return entities
        .createQuery(
            "select distinct line.card.number from CardLine line where line.open"
                + " and line.dueFrom = :from and line.dueWorkingDays = :days and line.dueOn = :day",
            String.class)
        .setParameter("from", counted.from())
        .setParameter("days", counted.workingDays())
        .setParameter("day", counted.day())
        .getResultList();
  }

  /** The open cards of units with an open line of a branch that is below another committee now. */
  List<String> ofMovedBranches(LocalDate today) {
    return sql(
            """
            SELECT DISTINCT c.number FROM card c
            JOIN card_line l ON l.card_number = c.number AND l.open
            JOIN branch b ON b.branch_code = l.branch_code AND coalesce(b.dissolved_on > :today, true)
            JOIN unit u ON u.unit_code = b.unit_code AND u.committee_code <> c.unit_code
            WHERE c.unit_code IS NOT NULL AND c.status NOT IN ('CLEARED', 'WITHDRAWN') ORDER BY c.number
            """,
            String.class)
        .setParameter("today", today)
        .getResultList();
  }

  /** The next number of an issuer in a year; a transaction that fails gives it back. */
  CardNumber nextNumber(String issuer, int year) {
    Integer last =
        sql(
                """
                INSERT INTO card_counter (issuer_code, year, last) VALUES (:issuer, :year, 1)
                ON CONFLICT ON CONSTRAINT pk_card_counter DO UPDATE SET last = card_counter.last + 1
                RETURNING last
                """,
                Integer.class)
            .setParameter("issuer", issuer)
            .setParameter("year", year)
            .getSingleResult();
    return new CardNumber(issuer, year, last);
  }

  /**
   * A card, held against those who issue at the same time.
   *
   * @throws NotFound if there is none
   */
  Card locked(String number) {
    Scope scope = viewer.scope();
    String text =
        """
        SELECT coalesce(c.unit_code, c.issuer_code) FROM card c
        LEFT JOIN branch b ON b.branch_code = c.branch_code
        JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
        WHERE c.number = :number
        """
            + scope.condition("u.path", "c.branch_code");
    NativeQuery<String> issuer = sql(text, String.class);
    scope.parametersOf(text).forEach(issuer::setParameter);
    String committee =
        issuer
            .setParameter("number", number)
            .uniqueResultOptional()
            .orElseThrow(() -> new NotFound("亮牌", number));
    lockIssuing(Set.of(committee));
    return findById(number);
  }

  /** The number of the card of a line, if the database shows it to the viewer. */
  String cardOf(long line) {
    return sql("SELECT card_number FROM card_line WHERE id = :line", String.class)
        .setParameter("line", line)
        .uniqueResultOptional()
        .orElseThrow(() -> new NotFound("情形", String.valueOf(line)));
  }

  /** The line on which a finding is, if it is on a card. */
  Optional<Long> lineOf(long finding) {
    return entities
        .createQuery(
            "select cardLineId from CardObservation where findingId = :finding", Long.class)
        .setParameter("finding", finding)
        .getResultStream()
        .findFirst();
  }

  /** How many findings are on a line. */
  long observations(long line) {
    return entities
        .createQuery("select count(*) from CardObservation where cardLineId = :line", Long.class)
        .setParameter("line", line)
        .getSingleResult();
  }

  /** A finding on which nobody has decided is on no card any more. */
  void forget(long finding) {
    entities.flush();
    sql("SELECT CAST(forget_undecided(:finding) AS text)", String.class)
        .setParameter("finding", finding)
        .getSingleResultOrNull();
  }

  /** Everything that was ever done to a card. */
  Set<CardAct> acts(String number) {
    return new HashSet<>(
        entities
            .createQuery(
                "select distinct act from CardEvent where cardNumber = :number", CardAct.class)
            .setParameter("number", number)
            .getResultList());
  }

  /** Whether somebody on the side of the holder has looked at a card. */
  boolean isSeen(String number) {
    return sql("SELECT EXISTS (SELECT FROM card_seen WHERE card_number = :number)", Boolean.class)
        .setParameter("number", number)
        .getSingleResult();
  }

  void record(CardEvent event) {
    entities.persist(event);
  }

  void record(CardObservation observation) {
    entities.persist(observation);
  }

  void flushLines() {
    entities.flush();
  }

  private <T> NativeQuery<T> sql(String text, Class<T> result) {
    return entities.unwrap(Session.class).createNativeQuery(text, result);
  }
}
