package org.liangpai.notice.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.liangpai.notice.ChoosingSettings;
import org.liangpai.notice.CityRhythm;
import org.liangpai.notice.FeedAddresses;
import org.liangpai.notice.NoticeSettings;
import org.liangpai.notice.Quiet;
import org.liangpai.notice.Rhythm;
import org.liangpai.shared.Parameters;

/** What whoever asks chose about messages and the calendar. */
@Path("/api/notices/settings")
@Authenticated
@Tag(name = "通知")
class NoticeSettingsResource {

  /** What was chosen, and what holds where nothing was. */
  record Chosen(NoticeSettings own, CityRhythm city, boolean hasFeed) {}

  /** What is chosen; without a rhythm or quiet hours, as the city has them. */
  record Choice(String email, Rhythm rhythm, Quiet quiet, LocalTime quietFrom, LocalTime quietTo) {

    private NoticeSettings settings() {
      return new NoticeSettings(
          Parameters.optionalText(email).orElse(null),
          rhythm,
          quiet == null ? Quiet.DEFAULT : quiet,
          quietFrom,
          quietTo);
    }
  }

  /** A new address of the calendar; it is shown this once. */
  record Feed(String path) {

    @Override
    public String toString() {
      return "feed";
    }
  }

  private final ChoosingSettings choosing;
  private final FeedAddresses feeds;

  NoticeSettingsResource(ChoosingSettings choosing, FeedAddresses feeds) {
    this.choosing = choosing;
    this.feeds = feeds;
  }

  @GET
  @Operation(summary = "自己的通知设置：邮箱、汇总或逐条、免打扰时段，以及全市的设置")
  public Chosen get() {
    return new Chosen(choosing.own(), choosing.city(), feeds.issuedAt() != null);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "修改自己的通知设置；邮箱为空则不发邮件")
  public Chosen choose(@NotNull(message = "请提供请求正文") Choice choice) {
    choosing.choose(choice.settings());
    return get();
  }

  @POST
  @Path("feed")
  @ResponseStatus(201)
  @Operation(summary = "取得新的日历订阅地址，只显示这一次；原来的地址随即失效")
  public Feed issueFeed() {
    return new Feed(feeds.issue());
  }

  @DELETE
  @Path("feed")
  @Operation(summary = "停用日历订阅地址")
  public void withdrawFeed() {
    feeds.withdraw();
  }
}
