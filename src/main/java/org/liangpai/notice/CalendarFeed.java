package org.liangpai.notice;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Transactions;

/** The due days of an account as a calendar that other programs subscribe to (iCalendar). */
@ApplicationScoped
public class CalendarFeed {

  private static final String NAME = "支部预警亮牌";
  private static final int MOST_BYTES = 75;
  private static final String PRODUCT = "-//Liangpai//Due days//ZH";

  private final Transactions transactions;
  private final FeedAddresses addresses;
  private final DueDays days;
  private final NoticeConfig config;
  private final CurrentViewer viewer;
  private final Clock clock;

  CalendarFeed(
      Transactions transactions,
      FeedAddresses addresses,
      DueDays days,
      NoticeConfig config,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.addresses = addresses;
    this.days = days;
    this.config = config;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The calendar at an address; empty if there is none. Whoever asks is not signed in. */
  public Optional<String> at(String token) {
    return viewer
        .asService(
            () ->
                transactions.call(
                    connection -> {
                      Optional<String> account = addresses.account(connection, token);
                      return account.isEmpty()
                          ? Optional.<List<DueEvent>>empty()
                          : Optional.of(days.of(connection, account.get()));
                    }))
        .map(this::written);
  }

  private String written(List<DueEvent> events) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName(NAME);
    calendar.setMethod(Method.publish());
    calendar.setRefreshInterval(Duration.builder().hours(6).build());
    calendar.addExperimentalProperty("X-WR-CALNAME", NAME);
    calendar.addExperimentalProperty("X-WR-TIMEZONE", ClockProducer.ZONE.getId());
    events.forEach(event -> calendar.addEvent(event(event)));
    return folded(Biweekly.write(calendar).version(ICalVersion.V2_0).go());
  }

  /** The library folds by characters, of which a Chinese one has three bytes. */
  private static String folded(String text) {
    return text.replace("\r\n ", "")
        .lines()
        .map(line -> Utf8.folded(line, MOST_BYTES) + "\r\n")
        .collect(Collectors.joining());
  }

  /** A whole day, which has no time and so no time zone to be mistaken. */
  private VEvent event(DueEvent due) {
    VEvent event = new VEvent();
    event.setUid(due.key() + "@liangpai");
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(new DateStart(day(due.day())));
    event.setSummary(due.title());
    event.setDescription(due.text());
    event.setTransparency(true);
    config.address().ifPresent(at -> event.setUrl(at.toString().replaceAll("/$", "") + due.link()));
    return event;
  }

  private static ICalDate day(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }
}
