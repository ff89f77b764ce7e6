package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.LineStage;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Problem.FieldError;

/** Lets the holder of a card write what they will do about a line. */
@ApplicationScoped
public class ProposingMeasures {

  /** The most measures of a plan. */
  public static final int MOST = 20;

  private final HandlingCards handling;
  private final CardParties parties;
  private final Rectifications rectifications;
  private final Trace trace;
  private final Telling telling;
  private final CurrentViewer viewer;
  private final WorkingCalendar calendar;
  private final Clock clock;

  ProposingMeasures(
      HandlingCards handling,
      CardParties parties,
      Rectifications rectifications,
      Trace trace,
      Telling telling,
      CurrentViewer viewer,
      WorkingCalendar calendar,
      Clock clock) {
    this.handling = handling;
    this.parties = parties;
    this.rectifications = rectifications;
    this.trace = trace;
    this.telling = telling;
    this.viewer = viewer;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Proposes the plan of a line in the place of one that was not accepted; after a rejected report,
   * another due day of the line, or when another branch took it over, also in the place of the
   * accepted one. The same again changes nothing.
   *
   * @return the id of the plan
   * @throws NotFound if there is no such line in the viewer's scope
   * @throws Invalid if a measure lacks something or is due on none of the {@link PlanDays}
   */
  @Transactional
  public long propose(String number, long lineId, List<NewMeasure> measures) {
    Card card = handling.held(number);
    CardLine line = card.line(lineId);
    parties.of(number).requireHolder();
    Optional<MeasurePlan> standing = requireOpenToPlan(line);
    List<NewMeasure> wanted =
        checked(measures, PlanDays.of(line.dueOn(), LocalDate.now(clock), calendar));
    if (standing.isPresent()) {
      MeasurePlan before = standing.get();
      if (before.status() == PlanStatus.PROPOSED && before.is(wanted, viewer.account())) {
        return before.id();
      }
      before.replace();
      rectifications.flush();
    }
    card.move(line, LineStage.PLANNED);
    MeasurePlan plan =
        rectifications.added(new MeasurePlan(line, wanted, viewer.account(), clock.instant()));
    String words = wanted.size() + " 条措施";
    trace.keep(card, line, CardAct.MEASURES_PROPOSED, Map.of("plan", plan.id()), words);
    telling.planProposed(card, line, plan.id());
    return plan.id();
  }

  /** The plan that would be replaced. */
  private Optional<MeasurePlan> requireOpenToPlan(CardLine line) {
    Optional<MeasurePlan> standing = rectifications.standing(line);
    return switch (line.stage()) {
      case TO_PLAN, PLANNED -> standing;
      case IN_WORK -> {
        MeasurePlan accepted = standing.orElseThrow();
        boolean failed =
            rectifications.latestReport(line).stream()
                .anyMatch(report -> report.planId().equals(accepted.id()));
        if (!failed && !accepted.isOvertaken(line)) {
          throw RectificationRefused.planStands(line);
        }
        yield standing;
      }
      default -> throw RectificationRefused.notNow(line);
    };
  }

  private static List<NewMeasure> checked(List<NewMeasure> measures, PlanDays days) {
    if (measures.isEmpty() || measures.size() > MOST) {
      throw new Invalid("measures", "请写1到" + MOST + "条整改措施，本次为" + measures.size() + "条");
    }
    List<FieldError> errors = new ArrayList<>();
    List<NewMeasure> checked = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      NewMeasure one = measures.get(i);
      String place = "measures[" + i + "].";
      String which = "第" + (i + 1) + "条措施";
      requireText(errors, place + "what", which + "要做什么", one.what());
      requireText(errors, place + "responsible", which + "的责任人", one.responsible());
      if (one.dueOn() == null) {
        errors.add(new FieldError(place + "dueOn", "请填写" + which + "的完成时间，如 " + days.last()));
      } else if (!days.contain(one.dueOn())) {
        errors.add(new FieldError(place + "dueOn", which + "的完成时间" + days.refusal(one.dueOn())));
      }
      if (errors.isEmpty()) {
        checked.add(new NewMeasure(one.what().strip(), one.responsible().strip(), one.dueOn()));
      }
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return checked;
  }

  private static void requireText(List<FieldError> errors, String field, String what, String text) {
    if (text == null || text.isBlank()) {
      errors.add(new FieldError(field, "请填写" + what));
    } else if (text.strip().length() > Said.MOST) {
      errors.add(
          new FieldError(field, what + "有" + text.strip().length() + "字，最多" + Said.MOST + "字"));
    }
  }
}
