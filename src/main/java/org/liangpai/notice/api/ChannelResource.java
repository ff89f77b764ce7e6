package org.liangpai.notice.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.liangpai.notice.DeadLetter;
import org.liangpai.notice.KeepingRobots;
import org.liangpai.notice.OutboxStanding;
import org.liangpai.notice.Rhythm;
import org.liangpai.notice.RobotKind;
import org.liangpai.notice.RobotView;
import org.liangpai.notice.RobotWishes;
import org.liangpai.notice.WatchingOutbox;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** The robots of group chats, and the outbox. */
@Path("/api/notices")
@PermissionsAllowed(Permissions.MANAGE_NOTICES)
@Tag(name = "通知渠道")
class ChannelResource {

  private static final int MOST = 1_000;

  /**
   * What a robot is to be. A secret is for those that their vendor guards by signatures; to change
   * a robot, an empty address or secret keeps the present one, and unsigned takes the secret away.
   */
  record RobotRequest(
      RobotKind kind,
      String name,
      String unitCode,
      String url,
      String secret,
      boolean unsigned,
      Rhythm rhythm) {

    private RobotWishes wishes() {
      if (kind == null) {
        throw new Invalid("kind", "请填写种类：DINGTALK 钉钉、WECOM 企业微信或 FEISHU 飞书");
      }
      return new RobotWishes(
          kind,
          Parameters.text(name),
          Parameters.text(unitCode),
          Parameters.text(url),
          Parameters.text(secret),
          unsigned,
          rhythm == null ? Rhythm.AT_ONCE : rhythm);
    }

    @Override
    public String toString() {
      return kind + " " + unitCode;
    }
  }

  /** How the outbox stands, and what was given up. */
  record Outbox(OutboxStanding standing, List<DeadLetter> deadLetters) {}

  private final KeepingRobots robots;
  private final WatchingOutbox outbox;

  ChannelResource(KeepingRobots robots, WatchingOutbox outbox) {
    this.robots = robots;
    this.outbox = outbox;
  }

  @GET
  @Path("channels")
  @Operation(summary = "群机器人，不含地址中的密钥和加签密钥")
  public List<RobotView> list() {
    return robots.list();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("channels")
  @ResponseStatus(201)
  @Operation(summary = "登记群机器人：发给该党组织经办人的通知同时发到群里")
  public RobotView add(@NotNull(message = "请提供请求正文") RobotRequest request) {
    return robots.get(robots.add(request.wishes()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("channels/{id}")
  @Operation(summary = "修改群机器人；地址和密钥不填则不变，unsigned为true则不再加签")
  public RobotView change(String id, @NotNull(message = "请提供请求正文") RobotRequest request) {
    long robot = Parameters.number("群机器人", id);
    robots.change(robot, request.wishes());
    return robots.get(robot);
  }

  @POST
  @Path("channels/{id}/trial")
  @Operation(summary = "发一条测试消息")
  public void tryOut(String id) {
    robots.tryOut(Parameters.number("群机器人", id));
  }

  @DELETE
  @Path("channels/{id}")
  @Operation(summary = "移除群机器人")
  public void remove(String id) {
    robots.remove(Parameters.number("群机器人", id));
  }

  @GET
  @Path("outbox")
  @Operation(summary = "待发送的消息数、最早一条等待的秒数，以及发送失败的消息（不含内容）")
  public Outbox outbox() {
    return new Outbox(outbox.standing(), outbox.dead(MOST));
  }

  @POST
  @Path("dead-letters/{id}/sending")
  @Operation(summary = "重新发送一条发送失败的消息")
  public void sendAgain(String id) {
    outbox.sendAgain(Parameters.uuid("消息", id));
  }
}
