package org.liangpai.notice.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.notice.Inbox;
import org.liangpai.notice.NoticeView;
import org.liangpai.shared.Done;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The inbox: what is unread first, then what was read. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
class NoticePages {

  private static final URI INBOX = URI.create("/notices");
  private static final int SIZE = 30;

  @CheckedTemplate(basePath = "notice-pages")
  static class Templates {
    static native TemplateInstance inbox(
        Page<NoticeView> unread, Page<NoticeView> read, boolean first);
  }

  private final Inbox inbox;

  NoticePages(Inbox inbox) {
    this.inbox = inbox;
  }

  @GET
  public TemplateInstance inbox(@RestQuery String after) {
    long before = Parameters.after(after);
    return Templates.inbox(
        inbox.list(Optional.of(false), 0, SIZE),
        inbox.list(Optional.of(true), before, SIZE),
        before == 0);
  }

  /** Marks a notice as read and, if wanted, leads to the page on which something can be done. */
  @POST
  @Done("已标为已读。")
  @Path("{id}/reading")
  public Response read(String id, @RestForm boolean open) {
    NoticeView notice = inbox.read(Parameters.number("通知", id));
    return Response.seeOther(open ? URI.create(notice.link()) : INBOX).build();
  }

  @POST
  @Done("已全部标为已读。")
  @Path("reading")
  public Response readAll(@RestForm String from, @RestForm String upTo) {
    inbox.readAll(Parameters.after(from), Parameters.after(upTo));
    return Response.seeOther(INBOX).build();
  }
}
