package org.liangpai.rectification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.card.HolderKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.rectification.CheckKind;
import org.liangpai.rectification.LineRectification;
import org.liangpai.rectification.Offer;
import org.liangpai.rectification.PlanDays;
import org.liangpai.warninglist.RectificationReasons;

/**
 * What was done about each line of a card, whose turn it is, and what the viewer may do about it
 * now.
 */
@ApplicationScoped
class RectificationPanel implements CardPanel {

  private static final int FIRST = 100;

  @CheckedTemplate(basePath = "rectification-pages")
  static class Templates {
    static native TemplateInstance line(
        CardView card,
        LineRectification line,
        Offer offer,
        RectificationReasons reasons,
        List<PlanRow> rows,
        PlanDays days,
        LocalDate today);

    static native TemplateInstance whole(CardView card, CheckKind check, int lines);
  }

  private final ShownCard shown;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Clock clock;

  RectificationPanel(ShownCard shown, Catalogue catalogue, WorkingCalendar calendar, Clock clock) {
    this.shown = shown;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public int order() {
    return FIRST;
  }

  @Override
  public String html(CardView card, CardView.LineView line) {
    LocalDate today = LocalDate.now(clock);
    PlanDays days = PlanDays.of(line.dueOn(), today, calendar);
    String responsible = card.holder().kind() == HolderKind.BRANCH ? "支部书记" : "党组织书记";
    LineRectification of = shown.of(card).line(line.id());
    return Templates.line(
            card,
            of,
            shown.offer(card, of),
            catalogue.list().reasons(),
            PlanRow.of(of, responsible, days),
            days,
            today)
        .render();
  }

  /** Where several lines wait for the same check of the viewer, one form for all of them. */
  @Override
  public String html(CardView card) {
    List<LineRectification> next = shown.of(card).nextChecked();
    if (next.size() < 2) {
      return "";
    }
    CheckKind check = shown.offer(card, next.get(0)).check();
    return check != null && next.stream().allMatch(line -> shown.offer(card, line).check() == check)
        ? Templates.whole(card, check, next.size()).render()
        : "";
  }
}
