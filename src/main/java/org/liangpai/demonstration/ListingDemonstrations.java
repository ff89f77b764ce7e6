package org.liangpai.demonstration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Domain;

/** Lists the demonstration branches; whoever asks is told of a red card at once. */
@ApplicationScoped
public class ListingDemonstrations {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Transactions transactions;
  private final FollowingDemonstrations following;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;

  ListingDemonstrations(
      Transactions transactions,
      FollowingDemonstrations following,
      CurrentViewer viewer,
      Catalogue catalogue) {
    this.transactions = transactions;
    this.following = following;
    this.viewer = viewer;
    this.catalogue = catalogue;
  }

  /**
   * What is published, the latest first.
   *
   * @param domain the code of a domain, if only that is wanted
   * @param ended those that ended, instead of those in force or suspended
   * @param before the number before which to go on; empty to begin
   */
  public Page<Published> published(
      Optional<String> domain, boolean ended, String before, int limit) {
    following.follow();
    String sql =
        """
        SELECT p.*, EXISTS (SELECT FROM demonstration d WHERE d.number = p.number %s) AS seen
        FROM published_demonstration p
        WHERE (p.status = 'ENDED') = :ended AND (:before = '' OR p.number < :before) %s
        ORDER BY p.number DESC LIMIT :limit
        """
            .formatted(
                viewer.scope().ofBranch("d.branch_code"),
                domain.isPresent() ? "AND p.domain = :domain" : "");
    List<Published> read =
        transactions.call(
            connection ->
                viewer
                    .scope()
                    .bind(NamedStatement.of(sql))
                    .with("before", before)
                    .with("ended", ended)
                    .with("domain", domain.orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, this::published));
    return Page.of(read, limit, Published::number);
  }

  /**
   * One with its history, for whoever sees the branch.
   *
   * @throws NotFound if there is none in the viewer's scope
   */
  public Demonstration get(String number) {
    following.follow();
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT d.number, d.branch_code, p.branch_name, p.unit_name, p.domain, d.since, d.status, d.reason, d.facts
        FROM demonstration d JOIN published_demonstration p ON p.number = d.number WHERE d.number = :number
        """
            + scope.ofBranch("d.branch_code");
    return transactions.call(
        connection -> {
          List<Demonstration.EventView> history = history(connection, number);
          return scope
              .bind(NamedStatement.of(sql))
              .with("number", number)
              .list(connection, row -> demonstration(row, history))
              .stream()
              .findFirst()
              .orElseThrow(() -> new NotFound("示范党支部", number));
        });
  }

  private static List<Demonstration.EventView> history(Connection connection, String number)
      throws SQLException {
    return NamedStatement.of(
            """
            SELECT e.at, e.actor, e.act, e.reason FROM demonstration_event e
            JOIN demonstration d ON d.id = e.demonstration_id WHERE d.number = :number ORDER BY e.id
            """)
        .with("number", number)
        .list(
            connection,
            row ->
                new Demonstration.EventView(
                    LocalTimes.at(row, "at"),
                    row.getString("actor"),
                    row.getString("act"),
                    row.getString("reason")));
  }

  private Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getString("number"),
        row.getString("branch_name"),
        row.getString("unit_name"),
        label(row.getString("domain")),
        row.getObject("since", LocalDate.class),
        DemonstrationStatus.valueOf(row.getString("status")),
        row.getObject("changed_on", LocalDate.class),
        row.getBoolean("seen"));
  }

  private Demonstration demonstration(ResultSet row, List<Demonstration.EventView> history)
      throws SQLException {
    return new Demonstration(
        row.getString("number"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_name"),
        label(row.getString("domain")),
        row.getObject("since", LocalDate.class),
        DemonstrationStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        facts(row.getString("facts")),
        history);
  }

  private String label(String domain) {
    return catalogue.list().domain(domain).map(Domain::label).orElse(domain);
  }

  private static List<Criterion> facts(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static String json(List<Criterion> facts) {
    try {
      return MAPPER.writeValueAsString(facts);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
