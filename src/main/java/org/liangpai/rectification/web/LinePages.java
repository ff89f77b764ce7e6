package org.liangpai.rectification.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.rectification.CheckingLines;
import org.liangpai.rectification.NewMeasure;
import org.liangpai.rectification.ProposingMeasures;
import org.liangpai.rectification.ReportingLines;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Parameters;

/** The forms below a line of a card. */
@Path("/cards/{number}/lines/{line}")
@Produces(MediaType.TEXT_HTML)
@Blocking
class LinePages {

  private final ProposingMeasures proposing;
  private final ReportingLines reporting;
  private final CheckingLines checking;

  LinePages(ProposingMeasures proposing, ReportingLines reporting, CheckingLines checking) {
    this.proposing = proposing;
    this.reporting = reporting;
    this.checking = checking;
  }

  @POST
  @Done("整改措施已提交，等核实单位认可。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("measures")
  public Response propose(
      String number,
      String line,
      @RestForm List<String> what,
      @RestForm List<String> responsible,
      @RestForm List<String> dueOn) {
    List<NewMeasure> measures = new ArrayList<>();
    for (int i = 0; i < what.size(); i++) {
      // The further rows of the form have their defaults, and are empty without a text.
      if (i == 0 || !what.get(i).isBlank()) {
        measures.add(new NewMeasure(what.get(i), at(responsible, i), day("dueOn", at(dueOn, i))));
      }
    }
    proposing.propose(number, line(line), measures);
    return CardAddress.seen(number, line);
  }

  @POST
  @Done("整改完成已报告，等核实单位验收。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("report")
  public Response report(
      String number, String line, @RestForm String text, @RestForm String doneOn) {
    reporting.report(number, line(line), day("doneOn", doneOn), text);
    return CardAddress.seen(number, line);
  }

  @POST
  @Done("验收意见已记下。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("acceptance")
  public Response accept(String number, String line, @RestForm String remark) {
    checking.accept(number, line(line), remark);
    return CardAddress.seen(number, line);
  }

  @POST
  @Done("已退回整改，对方会收到通知。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("rejection")
  public Response reject(
      String number, String line, @RestForm String reason, @RestForm String remark) {
    checking.reject(number, line(line), reason, remark);
    return CardAddress.seen(number, line);
  }

  @POST
  @Done("复核意见已记下。")
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("clearance")
  public Response clear(String number, String line, @RestForm String remark) {
    checking.clear(number, line(line), remark);
    return CardAddress.seen(number, line);
  }

  private static long line(String id) {
    return Parameters.number("情形", id);
  }

  private static String at(List<String> values, int place) {
    return place < values.size() ? values.get(place) : null;
  }

  private static LocalDate day(String field, String text) {
    return Parameters.optionalDay(field, text).orElse(null);
  }
}
