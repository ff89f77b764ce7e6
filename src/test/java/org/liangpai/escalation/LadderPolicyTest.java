package org.liangpai.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liangpai.calendar.StateCouncilDays;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.CardStatus;
import org.liangpai.warninglist.EscalationLadder;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListSource;

/** Both sides of the day of every rung, and when the ladder is silent. */
class LadderPolicyTest {

  private static final EscalationLadder LADDER =
      new WarningListReader().read(WarningListSource.packaged()).ladder();
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(StateCouncilDays.read());

  private LadderPolicy policy = new LadderPolicy(LADDER, CALENDAR);

  /** A Monday; nothing rests around it but weekends. */
  private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

  private LocalDate dueOn = DUE;
  private final List<Term.Wait> waits = new ArrayList<>();
  private final List<Term.Wait> waitsOfTheOther = new ArrayList<>();
  private LocalDate reportedOn = DUE;
  private boolean reported = true;
  private LocalDate acceptedOn;
  private LocalDate suspendedUntil;
  private LocalDate clockStoppedOn;
  private CardStatus status = CardStatus.RECTIFYING;
  private final Map<Rung.Name, LocalDate> taken = new EnumMap<>(Rung.Name.class);

  private Ruling on(String day) {
    return policy.rule(
        new CardState(
            status,
            Level.YELLOW,
            toDo(),
            reportedOn,
            reported,
            acceptedOn,
            suspendedUntil,
            clockStoppedOn,
            taken),
        LocalDate.parse(day));
  }

  /** Two items, of which the other is due a year later. */
  private List<Term> toDo() {
    return dueOn == null
        ? List.of()
        : List.of(new Term(dueOn, waits), new Term(dueOn.plusYears(1), waitsOfTheOther));
  }

  private void waited(String from, String until) {
    waits.add(
        new Term.Wait(LocalDate.parse(from), until.isEmpty() ? null : LocalDate.parse(until)));
  }

  private static List<Rung.Name> rungs(Ruling ruling) {
    return ruling.due().stream().map(due -> due.rung().name()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10, ''",
    "2026-11-11, REMIND_BRANCH",
    "2026-11-15, REMIND_BRANCH",
    "2026-11-16, REMIND_BRANCH",
    "2026-11-17, URGE_BRANCH",
    "2026-11-20, URGE_BRANCH",
    "2026-11-22, URGE_BRANCH",
    "2026-11-23, URGE_BRANCH CRITICISE",
    "2026-11-29, URGE_BRANCH CRITICISE",
    "2026-11-30, URGE_BRANCH CRITICISE PROPOSE_INTERVIEW",
    "2027-11-30, URGE_BRANCH CRITICISE PROPOSE_INTERVIEW"
  })
  void rungs_areDueFromTheirDay(String today, String rungs) {
    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
  }

  /** What is done on the due day itself makes no sense on a later one. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-15, ''",
    "2026-11-16, REMIND_BRANCH",
    "2026-11-17, URGE_BRANCH",
  })
  void reminderOnTheDueDay_isSkippedOnceTheDayIsPast(String today, String rungs) {
    List<Rung> onTheDay =
        LADDER.rungs().stream()
            .map(
                rung ->
                    rung.name() == Rung.Name.REMIND_BRANCH
                        ? new Rung(rung.name(), rung.label(), rung.anchor(), 0, rung.raises())
                        : rung)
            .toList();
    policy =
        new LadderPolicy(
            new EscalationLadder(
                onTheDay,
                LADDER.redsForInterview(),
                LADDER.redsForReview(),
                LADDER.extensions(),
                LADDER.extensionWorkingDays(),
                LADDER.watchMonths()),
            CALENDAR);

    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
  }

  /** 2025-10-01 to 08 rest; Sunday 09-28 and Saturday 10-11 are worked instead. */
  @ParameterizedTest
  @CsvSource({
    "2025-09-25, ''",
    "2025-09-26, REMIND_BRANCH",
    "2025-09-30, REMIND_BRANCH",
    "2025-10-01, ''",
    "2025-10-08, ''",
    "2025-10-09, URGE_BRANCH",
    "2025-10-13, URGE_BRANCH",
    "2025-10-14, URGE_BRANCH CRITICISE",
    "2025-10-20, URGE_BRANCH CRITICISE",
    "2025-10-21, URGE_BRANCH CRITICISE PROPOSE_INTERVIEW"
  })
  void days_areCountedOverAHolidayWithMakeUpDays(String today, String rungs) {
    dueOn = LocalDate.of(2025, 9, 30);

    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @Test
  void rung_thatWasTakenIsNotDueAgain_alsoAfterAnExtension() {
    taken.put(Rung.Name.REMIND_BRANCH, LocalDate.of(2026, 11, 11));
    taken.put(Rung.Name.URGE_BRANCH, LocalDate.of(2026, 11, 17));
    dueOn = LocalDate.of(2026, 12, 14);

    assertThat(rungs(on("2026-12-11"))).isEmpty();
    assertThat(rungs(on("2026-12-15"))).isEmpty();
    assertThat(rungs(on("2026-12-21"))).containsExactly(Rung.Name.CRITICISE);
  }

  /**
   * Reported on the Friday before the due day, rejected on Wednesday 12-02: twelve days after it.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-12-02, REMIND_BRANCH",
    "2026-12-03, URGE_BRANCH",
    "2026-12-08, URGE_BRANCH",
    "2026-12-09, URGE_BRANCH CRITICISE",
    "2026-12-15, URGE_BRANCH CRITICISE",
    "2026-12-16, URGE_BRANCH CRITICISE PROPOSE_INTERVIEW"
  })
  void rejection_startsTheRungsAfterIt(String today, String rungs) {
    waited("2026-11-13", "2026-12-02");

    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
  }

  @Test
  void waitsAfterTheDueDay_addUp_andOverlapOnce() {
    waited("2026-11-10", "2026-11-12");
    waited("2026-11-18", "2026-11-20");
    waited("2026-11-19", "2026-11-23");

    // Three working days from the 18th to the 23rd; what was answered by the due day adds nothing.
    assertThat(rungs(on("2026-11-25"))).containsExactly(Rung.Name.URGE_BRANCH);
    assertThat(rungs(on("2026-11-26"))).containsExactly(Rung.Name.URGE_BRANCH, Rung.Name.CRITICISE);
    assertThat(on("2026-11-26").due().get(1).reason())
        .isEqualTo("期限2026年11月16日，等待验收和审批的3个工作日不计，顺延至2026年11月19日，已过5个工作日，还有2项情形未报告完成。");
    assertThat(on("2026-11-26").outlook().reason())
        .startsWith("整改期限为2026年11月16日，等待验收和审批的3个工作日不计，顺延至2026年11月19日");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-13, REMIND_BRANCH",
    "2026-11-16, REMIND_BRANCH",
    "2026-11-17, ''",
    "2026-11-18, ''",
    "2026-11-19, REMIND_EXTENSION",
    "2027-06-01, REMIND_EXTENSION"
  })
  void askedExtension_holdsWhatFollowsTheDueDay_andRemindsTheVerifier(String today, String rungs) {
    waited("2026-11-16", "");

    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
  }

  @Test
  void askedExtension_holdsNothingOfAnItemThatWasOverdue() {
    waitsOfTheOther.add(new Term.Wait(LocalDate.of(2026, 11, 18), null));

    assertThat(rungs(on("2026-11-23")))
        .containsExactlyInAnyOrder(
            Rung.Name.REMIND_EXTENSION, Rung.Name.URGE_BRANCH, Rung.Name.CRITICISE);
  }

  @Test
  void askedExtension_saysWhatItWaitsFor() {
    waited("2026-11-10", "");

    assertThat(on("2026-11-10").outlook().next()).isEqualTo(Rung.Name.REMIND_BRANCH);
    assertThat(on("2026-11-30").outlook().state()).isEqualTo(LadderState.EXTENSION_ASKED);
    assertThat(on("2026-11-30").outlook().reason())
        .isEqualTo("整改期限为2026年11月16日；已于2026年11月10日申请延期，等待审批，其间到期不催办、不通报，等待的工作日不计入超期。");
    assertThat(on("2026-11-11").outlook()).isEqualTo(on("2026-11-30").outlook());
    assertThat(on("2026-11-30").due().get(0).reason()).isEqualTo("延期已于2026年11月10日申请，等待审批已14个工作日。");
  }

  @Test
  void refusedExtension_startsTheRungsAfterTheRefusal() {
    waited("2026-11-16", "2026-12-02");

    assertThat(rungs(on("2026-12-03"))).containsExactly(Rung.Name.URGE_BRANCH);
    assertThat(rungs(on("2026-12-08"))).containsExactly(Rung.Name.URGE_BRANCH);
    assertThat(rungs(on("2026-12-09"))).containsExactly(Rung.Name.URGE_BRANCH, Rung.Name.CRITICISE);
  }

  @Test
  void reason_tellsHowLongAndWhatIsUndone() {
    assertThat(on("2026-11-11").due().get(0).reason())
        .isEqualTo("期限为2026年11月16日，还剩3个工作日，还有2项情形未报告完成。");
    assertThat(on("2026-11-23").due().get(1).reason())
        .isEqualTo("期限2026年11月16日已过5个工作日，还有2项情形未报告完成。");
  }

  @Test
  void outlook_tellsTheNextRungAndItsDay() {
    Outlook before = on("2026-11-10").outlook();
    assertThat(before.state()).isEqualTo(LadderState.CLIMBING);
    assertThat(before.next()).isEqualTo(Rung.Name.REMIND_BRANCH);
    assertThat(before.on()).isEqualTo("2026-11-11");
    assertThat(before.reason()).contains("整改期限为2026年11月16日").contains("2026年11月11日起办理");

    assertThat(on("2026-11-16").outlook().next()).isEqualTo(Rung.Name.URGE_BRANCH);
    assertThat(on("2026-11-17").outlook().next()).isEqualTo(Rung.Name.CRITICISE);
    assertThat(on("2026-11-30").outlook().state()).isEqualTo(LadderState.ALL_TAKEN);
    assertThat(on("2026-11-30").outlook().next()).isNull();
  }

  @Test
  void outlook_isTheSameFromOneDayToTheNext_whileNothingHappens() {
    assertThat(on("2026-11-09").outlook()).isEqualTo(on("2026-11-10").outlook());
    assertThat(on("2026-12-09").outlook()).isEqualTo(on("2026-12-10").outlook());
  }

  @Test
  void suspension_isSilentAndMovesTheAnchorToItsEnd() {
    suspendedUntil = LocalDate.of(2026, 12, 11);

    assertThat(rungs(on("2026-12-11"))).isEmpty();
    assertThat(on("2026-12-11").outlook().state()).isEqualTo(LadderState.SUSPENDED);
    assertThat(on("2026-12-11").outlook().reason()).contains("已挂账至2026年12月11日");
    assertThat(rungs(on("2026-12-12"))).isEmpty();
    assertThat(rungs(on("2026-12-14"))).containsExactly(Rung.Name.URGE_BRANCH);
    assertThat(rungs(on("2026-12-17"))).containsExactly(Rung.Name.URGE_BRANCH);
    assertThat(rungs(on("2026-12-18"))).containsExactly(Rung.Name.URGE_BRANCH, Rung.Name.CRITICISE);
  }

  @Test
  void suspensionThatEndedBeforeTheDueDay_movesNothing() {
    suspendedUntil = LocalDate.of(2026, 11, 12);

    assertThat(rungs(on("2026-11-13"))).containsExactly(Rung.Name.REMIND_BRANCH);
    assertThat(rungs(on("2026-11-17"))).containsExactly(Rung.Name.URGE_BRANCH);
  }

  @Test
  void openObjection_isSilentHoweverLate() {
    clockStoppedOn = LocalDate.of(2026, 11, 12);

    Ruling ruling = on("2027-06-01");

    assertThat(ruling.due()).isEmpty();
    assertThat(ruling.outlook().state()).isEqualTo(LadderState.CLOCK_STOPPED);
    assertThat(ruling.outlook().reason()).contains("申诉自2026年11月12日起");
  }

  @Test
  void awaitedAcceptance_urgesNoHolderButRemindsTheVerifier() {
    dueOn = null;

    assertThat(rungs(on("2026-11-20"))).isEmpty();
    assertThat(on("2026-11-20").outlook().state()).isEqualTo(LadderState.AWAITING_ACCEPTANCE);
    assertThat(on("2026-11-20").outlook().reason()).contains("等待验收").contains("不催办持牌对象");
    assertThat(rungs(on("2026-11-23"))).containsExactly(Rung.Name.REMIND_ACCEPTANCE);
    assertThat(rungs(on("2027-11-23"))).containsExactly(Rung.Name.REMIND_ACCEPTANCE);
    taken.put(Rung.Name.REMIND_ACCEPTANCE, LocalDate.of(2026, 11, 23));
    assertThat(rungs(on("2026-11-24"))).isEmpty();
    assertThat(on("2026-11-24").outlook().reason())
        .isEqualTo("情形已于2026年11月16日全部报告完成，等待验收，已提醒办理单位；其间不催办持牌对象。");
  }

  @Test
  void reminderOfAnEarlierReport_isNotSaidOfTheNext() {
    dueOn = null;
    taken.put(Rung.Name.REMIND_ACCEPTANCE, DUE);

    assertThat(rungs(on("2027-11-23"))).isEmpty();
    assertThat(on("2026-11-24").outlook().reason())
        .isEqualTo("情形已于2026年11月16日全部报告完成，等待验收；其间不催办持牌对象。");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-07, ''",
    "2026-12-08, REMIND_SECOND_CHECK",
    "2027-06-01, REMIND_SECOND_CHECK"
  })
  void awaitedSecondCheck_hasAReminderOfItsOwn(String today, String rungs) {
    dueOn = null;
    reported = false;
    acceptedOn = LocalDate.of(2026, 12, 1);
    taken.put(Rung.Name.REMIND_ACCEPTANCE, LocalDate.of(2026, 11, 23));

    assertThat(rungs(on(today))).map(Rung.Name::name).isEqualTo(words(rungs));
    assertThat(on("2026-12-02").outlook().reason())
        .isEqualTo("情形已于2026年11月16日全部报告完成，2026年12月1日验收通过，等待上级复核，其间不催办持牌对象；到2026年12月8日仍未办理的，予以提醒。");
    assertThat(on("2026-12-08").due())
        .allMatch(due -> due.reason().endsWith("2026年12月1日验收通过，等待上级复核已5个工作日。"));
  }

  @Test
  void allTaken_saysOverdueOnlyOfADayThatIsPast() {
    for (Rung.Name name : Rung.Name.values()) {
      taken.put(name, LocalDate.of(2026, 10, 30));
    }

    assertThat(on("2026-11-16").outlook().reason())
        .isEqualTo("整改期限为2026年11月16日，尚未到期；阶梯上的各级此前都已办理，不再另行催办，请按期完成整改。");
    assertThat(on("2026-11-17").outlook().reason())
        .isEqualTo("整改期限为2026年11月16日，已经超期，阶梯上的各级都已办理，等待完成整改。");
  }

  @ParameterizedTest
  @EnumSource(
      value = CardStatus.class,
      names = {"CLEARED", "WITHDRAWN"})
  void endedCard_isLeftAlone(CardStatus ended) {
    status = ended;

    assertThat(on("2027-06-01").due()).isEmpty();
    assertThat(on("2027-06-01").outlook().state()).isEqualTo(LadderState.ENDED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16, ''",
    "2026-11-17, REMIND_VERIFIER",
    "2026-11-19, REMIND_VERIFIER",
    "2026-11-20, REMIND_VERIFIER TELL_PARENT"
  })
  void verification_isRemindedOnceLateAndToldToTheParentThreeDaysLater(String today, String rungs) {
    List<DueRung> due =
        policy.rule(new VerificationState(DUE, 3, Set.of()), LocalDate.parse(today)).due();

    assertThat(due).map(one -> one.rung().name().name()).isEqualTo(words(rungs));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16, 3, CLIMBING, 核实期限为2026年11月16日（当天仍可核实）；下一步“提醒核实”，2026年11月17日起办理。",
    "2026-11-17, 3, CLIMBING, 核实期限为2026年11月16日（当天仍可核实）；下一步“核实逾期报上级党组织”，2026年11月20日起办理。",
    "2026-11-20, 3, ALL_TAKEN, 核实期限为2026年11月16日，阶梯上的各级都已办理，等待核实。",
    "2026-11-20, 0, ENDED, 疑似问题已全部核实，不再提醒。"
  })
  void verification_saysWhatIsNext(String today, int pending, LadderState state, String reason) {
    Outlook outlook =
        policy
            .rule(new VerificationState(DUE, pending, Set.of()), LocalDate.parse(today))
            .outlook();

    assertThat(outlook.state()).isEqualTo(state);
    assertThat(outlook.reason()).isEqualTo(reason);
  }
}
