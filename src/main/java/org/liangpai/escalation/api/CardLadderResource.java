package org.liangpai.escalation.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.escalation.CardLadder;
import org.liangpai.escalation.ReadingSteps;
import org.liangpai.security.Permissions;

/** The ladder of one card. */
@Path("/api/cards/{number}/escalation")
@Tag(name = "催办")
class CardLadderResource {

  private final ReadingSteps reading;

  CardLadderResource(ReadingSteps reading) {
    this.reading = reading;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ESCALATIONS)
  @Operation(summary = "一张亮牌的催办：已办步骤和理由，下一步是什么、为什么还没有办")
  public CardLadder get(String number) {
    return reading.ofCard(number);
  }
}
