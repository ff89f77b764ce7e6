package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;

/** Tells the side whose turn it is. */
@ApplicationScoped
class HelpNotices {

  private final Notifying notifying;
  private final Clock clock;

  HelpNotices(Notifying notifying, Clock clock) {
    this.notifying = notifying;
    this.clock = clock;
  }

  /** It is the turn of the asked unit. */
  void tellUnit(HelpRequest request, HelpAct act, String told) {
    tell(request, act, told, Addressee.office(request.askedUnit()));
  }

  /** The asking side has an answer. */
  void tellAsker(HelpRequest request, HelpAct act, String told) {
    tell(request, act, told, request.askingDesk());
  }

  private void tell(HelpRequest request, HelpAct act, String told, Addressee to) {
    notifying.tell(
        new Notice(
            "HELP " + request.id() + " " + act + " " + clock.instant(),
            NoticeKind.HELP,
            "求助" + request.id() + "：" + act.label(),
            request.askingName()
                + "向"
                + request.askedName()
                + "求助（"
                + request.subject().label()
                + "，"
                + request.urgency().label()
                + "，期限"
                + request.dueOn()
                + "）。"
                + told,
            "/help-requests/" + request.id(),
            List.of(to)));
  }
}
