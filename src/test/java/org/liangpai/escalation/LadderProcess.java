package org.liangpai.escalation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liangpai.accountability.Proposing;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.PlainTrail;
import org.liangpai.calendar.DayBook;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.notice.Notifying;
import org.liangpai.notice.PlainNotifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.PlainViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.EscalationLadder;
import org.liangpai.warninglist.Rung;

/**
 * A process that takes steps by the service's own classes, and is killed. Each line that it reads
 * is a day and, perhaps, a point before which it stops: the number of a statement since then, or
 * the beginning of one. It then changes the cards of that day, and takes all steps.
 */
final class LadderProcess {

  /** Working days as far as one counts: weekends rest. */
  static final WorkingCalendar CALENDAR = new WorkingCalendar(DayBook.published(9999, List.of()));

  /** As in the packaged list, of which a process that is to start quickly reads nothing. */
  static final EscalationLadder LADDER =
      new EscalationLadder(
          List.of(
              rung(Rung.Name.REMIND_BRANCH, Rung.Anchor.CARD_DUE, -3, 0),
              rung(Rung.Name.URGE_BRANCH, Rung.Anchor.CARD_DUE, 1, 0),
              rung(Rung.Name.CRITICISE, Rung.Anchor.CARD_DUE, 5, 1),
              rung(Rung.Name.PROPOSE_INTERVIEW, Rung.Anchor.CARD_DUE, 10, 0),
              rung(Rung.Name.REMIND_ACCEPTANCE, Rung.Anchor.REPORTED, 5, 0),
              rung(Rung.Name.REMIND_SECOND_CHECK, Rung.Anchor.ACCEPTED, 5, 0),
              rung(Rung.Name.REMIND_EXTENSION, Rung.Anchor.EXTENSION_ASKED, 3, 0),
              rung(Rung.Name.REMIND_VERIFIER, Rung.Anchor.VERIFICATION_DUE, 1, 0),
              rung(Rung.Name.TELL_PARENT, Rung.Anchor.VERIFICATION_DUE, 4, 0)),
          2,
          3,
          1,
          20,
          3);

  private static final String TELL =
      """
      SELECT set_config('liangpai.account', '系统', false), set_config('liangpai.whole', 'on', false),
          set_config('liangpai.roles', '{CITY_OFFICER}', false)
      """;

  /** A day on which time stands still. */
  private static final class Day extends Clock {
    private Instant now = Instant.EPOCH;

    void begin(LocalDate day) {
      now = day.atTime(9, 0).atZone(ClockProducer.ZONE).toInstant();
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ClockProducer.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return fixed(now, zone);
    }
  }

  private static Rung rung(Rung.Name name, Rung.Anchor anchor, int workingDays, int raises) {
    return new Rung(name, name.name(), anchor, workingDays, raises);
  }

  private final Day day = new Day();
  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final CurrentViewer viewer = PlainViewer.make();
  private final Transactions transactions;
  private final TakingSteps steps;
  private String stopBefore = "";
  private int points;

  private LadderProcess(Connection connection, StoppingConnection.Fault fault) throws SQLException {
    try (Statement tell = connection.createStatement()) {
      tell.execute(TELL);
    }
    DataSource source = new StoppingConnection(connection, fault, this::pass).source();
    transactions = new Transactions(source) {};
    Auditing auditing = PlainTrail.auditing(source, viewer, day);
    Notifying notifying = PlainNotifying.of(source, day);
    steps =
        new TakingSteps(
            transactions,
            new LadderPolicy(LADDER, CALENDAR),
            new Proposing(auditing, notifying, day),
            auditing,
            notifying,
            day);
  }

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0], "liangpai_app", args[1])) {
      LadderProcess process =
          new LadderProcess(connection, StoppingConnection.Fault.valueOf(args[2]));
      process.viewer.asService(process::serve);
    }
  }

  private void serve() {
    System.out.println("READY");
    String line = read();
    while (line != null) {
      String[] words = line.split(" ", 2);
      day.begin(LocalDate.parse(words[0]));
      stopBefore = words.length > 1 ? words[1] : "";
      points = 0;
      changes(LocalDate.parse(words[0]));
      steps.all(new ArrayList<>());
      System.out.println("DONE " + words[0]);
      line = read();
    }
  }

  /** Does what people do with cards on a day, each once, and looks at the card like the service. */
  private void changes(LocalDate today) {
    record Change(long id, String card) {}
    List<Change> changes =
        transactions.call(
            connection ->
                NamedStatement.of(
                        "SELECT id, card FROM harness_change WHERE on_day <= :today AND NOT done ORDER BY id")
                    .with("today", today)
                    .list(connection, row -> new Change(row.getLong(1), row.getString(2))));
    for (Change change : changes) {
      transactions.call(
          connection ->
              NamedStatement.of("SELECT CAST(harness_act(:id) AS text)")
                  .with("id", change.id())
                  .list(connection, row -> row.getString(1)));
      steps.card(change.card());
    }
  }

  private void pass(String point) {
    points++;
    boolean stops =
        stopBefore.matches("\\d+")
            ? points == Integer.parseInt(stopBefore)
            : !stopBefore.isEmpty() && point.startsWith(stopBefore);
    if (stops) {
      stopBefore = "";
      System.out.println("AT " + points + " " + point.lines().findFirst().orElse(""));
      read(); // It is killed here, or told to go on.
    }
  }

  private String read() {
    try {
      return input.readLine();
    } catch (IOException gone) {
      return null;
    }
  }
}
