package org.liangpai.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liangpai.card.Card;
import org.liangpai.card.HolderKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.shared.ListAddress;
import org.liangpai.warninglist.Rung;

/** Puts a step into words, and says who is told. */
final class StepNotices {

  private StepNotices() {}

  /**
   * The notice of a step of a card. That an interview is proposed is told to the city, by the
   * proposal itself.
   *
   * @param leaders the accounts of the contact leaders of each branch
   */
  static List<Notice> of(Step step, Map<String, List<String>> leaders) {
    LadderCard.Place place = step.card().place();
    String about = place.name() + "的亮牌 " + step.subject();
    String reason = step.due().reason();
    return switch (step.rung()) {
      case REMIND_BRANCH ->
          told(step, NoticeKind.DEADLINE, "整改即将到期：" + about, reason + "请按时完成整改并报告。", holder(place));
      case URGE_BRANCH ->
          List.of(
              new Notice(
                  step.key(),
                  NoticeKind.DEADLINE,
                  "催办：" + about,
                  reason + "请尽快完成整改并报告；确有困难的，请说明情况。",
                  Card.pageOf(step.subject()),
                  holder(place)),
              new Notice(
                  step.key() + " COPY",
                  NoticeKind.DEADLINE,
                  "抄送：催办" + about,
                  reason + "已催办" + place.name() + "，请督促。",
                  Card.pageOf(step.subject()),
                  copied(place, leaders)));
      case CRITICISE ->
          told(
              step,
              NoticeKind.CRITICISM,
              "通报：" + about,
              reason + (step.raises() ? "现予通报，等级上调一级。" : "现予通报。"),
              criticised(place));
      case REMIND_ACCEPTANCE ->
          told(
              step,
              NoticeKind.VERIFICATION,
              "请验收：" + about,
              reason + "请及时验收。",
              List.of(Addressee.office(place.verifier())));
      case REMIND_SECOND_CHECK ->
          told(
              step,
              NoticeKind.VERIFICATION,
              "请复核：" + about,
              reason + "请及时复核。",
              List.of(Addressee.office(place.above() == null ? place.verifier() : place.above())));
      case REMIND_EXTENSION ->
          told(
              step,
              NoticeKind.DECISION,
              "请审批延期：" + about,
              reason + "请及时审批。",
              List.of(Addressee.office(place.verifier())));
      case PROPOSE_INTERVIEW, REMIND_VERIFIER, TELL_PARENT -> List.of();
    };
  }

  /** The notice of a step of a verification. */
  static List<Notice> of(Step step, OpenVerification late) {
    String title =
        "核实逾期："
            + late.name()
            + " "
            + step.month().getYear()
            + "年"
            + step.month().getMonthValue()
            + "月的疑似问题";
    boolean remind = step.rung() == Rung.Name.REMIND_VERIFIER;
    if (!remind && late.parent() == null) {
      return List.of();
    }
    return List.of(
        new Notice(
            step.key(),
            NoticeKind.VERIFICATION,
            title,
            step.due().reason() + (remind ? "请尽快核实。" : "已提醒过该党组织，请督促。"),
            ListAddress.of("/findings").with("unit", late.committee()).toString(),
            List.of(Addressee.office(remind ? late.committee() : late.parent()))));
  }

  private static List<Notice> told(
      Step step, NoticeKind kind, String title, String body, List<Addressee> addressees) {
    return List.of(
        new Notice(step.key(), kind, title, body, Card.pageOf(step.subject()), addressees));
  }

  private static List<Addressee> holder(LadderCard.Place place) {
    return List.of(
        place.kind() == HolderKind.BRANCH
            ? Addressee.secretary(place.branch())
            : Addressee.office(place.committee()));
  }

  /** Who is to see to it that the holder does what they were urged to. */
  private static List<Addressee> copied(LadderCard.Place place, Map<String, List<String>> leaders) {
    List<Addressee> all = new ArrayList<>();
    if (place.branch() != null) {
      all.add(Addressee.leader(place.branch()));
      leaders
          .getOrDefault(place.branch(), List.of())
          .forEach(account -> all.add(Addressee.account(account)));
    }
    addOffice(all, place.verifier());
    return all;
  }

  private static List<Addressee> criticised(LadderCard.Place place) {
    List<Addressee> all = new ArrayList<>(holder(place));
    addOffice(all, place.verifier());
    if (place.branch() != null) {
      addOffice(all, place.above());
    }
    return all;
  }

  private static void addOffice(List<Addressee> all, String unit) {
    if (unit != null && !all.contains(Addressee.office(unit))) {
      all.add(Addressee.office(unit));
    }
  }
}
