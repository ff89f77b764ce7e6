package org.liangpai.notice.web;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.liangpai.notice.Inbox;
import org.liangpai.security.CurrentViewer;

/** What the header of every page tells of the inbox. */
@RequestScoped
@Named("inbox")
public class UnreadNotices {

  private final Inbox inbox;
  private final CurrentViewer viewer;

  UnreadNotices(Inbox inbox, CurrentViewer viewer) {
    this.inbox = inbox;
    this.viewer = viewer;
  }

  /** How many notices are unread; empty if there are none, or nobody is there to read them. */
  public String unread() {
    // The page of a refusal is made where the database must not be waited for.
    if (viewer.viewer().isNobody() || !BlockingOperationControl.isBlockingAllowed()) {
      return "";
    }
    int unread = inbox.unread();
    if (unread == 0) {
      return "";
    }
    return unread < Inbox.MOST_COUNTED ? Integer.toString(unread) : Inbox.MOST_COUNTED - 1 + "+";
  }
}
