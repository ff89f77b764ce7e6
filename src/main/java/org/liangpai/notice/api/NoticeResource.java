package org.liangpai.notice.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.notice.Inbox;
import org.liangpai.notice.NoticeView;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The inbox of whoever asks. */
@Path("/api/notices")
@Authenticated
@Tag(name = "通知")
class NoticeResource {

  /** How many notices were marked as read. */
  record Marked(int read) {}

  private final Inbox inbox;

  NoticeResource(Inbox inbox) {
    this.inbox = inbox;
  }

  @GET
  @Operation(summary = "发给自己今天所任岗位和本人的通知，新的在前；unread=true 只看未读")
  public Page<NoticeView> list(
      @QueryParam("unread") boolean unread,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    return inbox.list(
        unread ? Optional.of(false) : Optional.empty(),
        Parameters.after(after),
        Parameters.limit(limit));
  }

  @POST
  @Path("{id}/reading")
  @Operation(summary = "标为已读；重复标记没有影响")
  public void read(String id) {
    inbox.read(Parameters.number("通知", id));
  }

  @POST
  @Path("reading")
  @Operation(summary = "全部标为已读；from 之前和 upTo 之后的不算")
  public Marked readAll(@QueryParam("from") String from, @QueryParam("upTo") String upTo) {
    return new Marked(inbox.readAll(Parameters.after(from), Parameters.after(upTo)));
  }
}
