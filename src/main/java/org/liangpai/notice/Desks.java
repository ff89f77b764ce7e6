package org.liangpai.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.notice.Addressee.Desk;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;

/** The desks at which a viewer sits today. */
final class Desks {

  private record Seat(Desk desk, String code, String label) {}

  private static final String SEATS =
      """
      WITH desks AS (SELECT * FROM unnest(CAST(:desks AS text[]), CAST(:codes AS text[]), CAST(:labels AS text[]))
          AS seat (desk, code, label))
      """;

  private static final String ASSIGNED =
      """
      SELECT s.kind, s.branch_code FROM supervision_assignment s
      WHERE s.account = :account AND s.ended_at IS NULL
          AND s.from_on <= :day AND (s.to_on IS NULL OR s.to_on >= :day)
          AND EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code)
      """;

  private final Viewer viewer;
  private final List<Seat> seats = new ArrayList<>();

  private Desks(Viewer viewer) {
    this.viewer = viewer;
  }

  static Desks of(Viewer viewer) {
    Desks desks = new Desks(viewer);
    for (HeldPost post : viewer.posts()) {
      if (post.code() != null) {
        desks.seats.add(new Seat(desk(post.role()), post.code(), post.role().label()));
      }
    }
    desks.seats.add(new Seat(Desk.ACCOUNT, viewer.account(), "本人"));
    return desks;
  }

  /** Whether branches can be assigned to the viewer. */
  boolean hasAssignable() {
    return viewer.is(Role.LEADER) || viewer.is(Role.SUPERVISOR);
  }

  /** Adds the branches that are assigned to the viewer and lie where they hold a post. */
  void addAssigned(Connection connection, LocalDate day) throws SQLException {
    NamedStatement.of(ASSIGNED)
        .with("account", viewer.account())
        .with("day", day)
        .each(
            connection,
            row -> {
              Role role = row.getString(1).equals("CONTACT_LEADER") ? Role.LEADER : Role.SUPERVISOR;
              return viewer.is(role)
                  && seats.add(new Seat(desk(role), row.getString(2), role.label()));
            });
  }

  /** A statement that may use the table {@code desks} and the parameter {@code :account}. */
  NamedStatement statement(String sql) {
    return NamedStatement.of(SEATS + sql)
        .with("desks", seats.stream().map(seat -> seat.desk().name()).toArray(String[]::new))
        .with("codes", seats.stream().map(Seat::code).toArray(String[]::new))
        .with("labels", seats.stream().map(Seat::label).toArray(String[]::new))
        .with("account", viewer.account());
  }

  private static Desk desk(Role role) {
    return switch (role) {
      case BRANCH_SECRETARY -> Desk.SECRETARY;
      case LEADER -> Desk.LEADER;
      case SUPERVISOR -> Desk.SUPERVISOR;
      default -> Desk.OFFICE;
    };
  }
}
