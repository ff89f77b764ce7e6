package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Reads and keeps what the viewer chose for themselves. */
@ApplicationScoped
public class ChoosingSettings {

  private static final int LONGEST = 254;

  /** No more than one address, and nothing that a mail server could take for a second header. */
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private final Transactions transactions;
  private final NoticeConfig config;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  ChoosingSettings(
      Transactions transactions,
      NoticeConfig config,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** What holds for the city. */
  public CityRhythm city() {
    return new CityRhythm(
        config.mail(),
        config.rhythm(),
        config.digestAt(),
        config.urgent().orElse(Set.of()).stream().sorted().map(NoticeKind::label).toList(),
        config.quietFrom(),
        config.quietTo());
  }

  /** What the viewer chose. */
  public NoticeSettings own() {
    return transactions.call(this::own);
  }

  /** Keeps what the viewer chose. */
  public void choose(NoticeSettings settings) {
    check(settings);
    transactions.call(
        connection -> {
          NoticeSettings before = own(connection);
          keep(connection, settings);
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.NOTICE_SETTINGS_CHANGED, ObjectKind.NOTICE, viewer.account())
                      .changed(told(before), told(settings))));
          return null;
        });
  }

  private void check(NoticeSettings settings) {
    String email = settings.email();
    if (email != null && (email.length() > LONGEST || !EMAIL.matcher(email).matches())) {
      throw new Invalid("email", "邮箱地址“" + email + "”不正确，应如 zhang@example.gov.cn");
    }
    if (email != null && config.mailDomains().isPresent()) {
      Set<String> domains = config.mailDomains().get();
      String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
      if (!domains.contains(domain)) {
        throw new Invalid("email", "只能使用这些邮箱：" + String.join("、", domains));
      }
    }
    boolean hasHours = settings.quietFrom() != null && settings.quietTo() != null;
    if (settings.quiet() == Quiet.OWN && !hasHours) {
      throw new Invalid("quietFrom", "请填写免打扰的开始和结束时间");
    }
  }

  private NoticeSettings own(Connection connection) throws SQLException {
    return NamedStatement.of(
            "SELECT email, rhythm, quiet, quiet_from, quiet_to FROM notice_settings WHERE account = :account")
        .with("account", viewer.account())
        .list(
            connection,
            row ->
                new NoticeSettings(
                    row.getString(1),
                    row.getString(2) == null ? null : Rhythm.valueOf(row.getString(2)),
                    Quiet.valueOf(row.getString(3)),
                    row.getObject(4, LocalTime.class),
                    row.getObject(5, LocalTime.class)))
        .stream()
        .findFirst()
        .orElse(NoticeSettings.NONE);
  }

  private void keep(Connection connection, NoticeSettings settings) throws SQLException {
    boolean own = settings.quiet() == Quiet.OWN;
    NamedStatement.of(
            """
            INSERT INTO notice_settings (account, email, rhythm, quiet, quiet_from, quiet_to, changed_at)
            VALUES (:account, :email, :rhythm, :quiet, CAST(:from AS time), CAST(:to AS time), :now)
            ON CONFLICT ON CONSTRAINT pk_notice_settings DO UPDATE SET email = EXCLUDED.email,
                rhythm = EXCLUDED.rhythm, quiet = EXCLUDED.quiet, quiet_from = EXCLUDED.quiet_from,
                quiet_to = EXCLUDED.quiet_to, changed_at = EXCLUDED.changed_at
            """)
        .with("account", viewer.account())
        .with("email", settings.email())
        .with("rhythm", settings.rhythm() == null ? null : settings.rhythm().name())
        .with("quiet", settings.quiet().name())
        .with("from", own ? settings.quietFrom() : null)
        .with("to", own ? settings.quietTo() : null)
        .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
        .execute(connection);
  }

  /** The trail tells that there is an address, not which. */
  private static Map<String, String> told(NoticeSettings settings) {
    return Map.of(
        "邮件", settings.email() == null ? "不用" : "使用",
        "方式", settings.rhythm() == null ? "按全市设置" : settings.rhythm().label(),
        "免打扰", settings.quiet().label());
  }
}
