package org.liangpai.intake.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.liangpai.branch.Domains;
import org.liangpai.intake.ImportProgress;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.intake.ImportsUnderWay;
import org.liangpai.intake.file.TemplateWorkbook;
import org.liangpai.intake.file.UploadedPart;
import org.liangpai.intake.merge.Removals;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** Takes uploads, and gives the workbook to fill and the one to mend. */
@Path("/api/imports")
class ImportResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Whether it was not too late. */
  record Cancellation(boolean cancelled) {}

  /** The imports of the viewer that have not ended. */
  record UnderWay(List<ImportProgress> items) {}

  private final Importing importing;
  private final ImportsUnderWay underWay;
  private final Domains domains;

  ImportResource(Importing importing, ImportsUnderWay underWay, Domains domains) {
    this.importing = importing;
    this.underWay = underWay;
    this.domains = domains;
  }

  @POST
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary =
          "导入工作簿（file）或CSV（units、branches、records、meetings），effectiveOn为名册变更的生效日期；"
              + "会议活动表中没有带齐已有会议的纪实不导入，removals=accept则删去没有带来的会议")
  public ImportReport post(
      @RestForm(FileUpload.ALL) List<FileUpload> files,
      @RestForm("effectiveOn") String effectiveOnInForm,
      @RestQuery("effectiveOn") String effectiveOn,
      @RestForm("removals") String removalsInForm,
      @RestQuery("removals") String removals) {
    List<UploadedPart> parts =
        files.stream().map(file -> new UploadedPart(file.name(), file.uploadedFile())).toList();
    String day = effectiveOnInForm == null ? effectiveOn : effectiveOnInForm;
    String wish = removalsInForm == null ? removals : removalsInForm;
    return importing
        .importFiles(
            parts,
            Parameters.optionalDay("effectiveOn", day),
            Parameters.optionalOf(Removals.class, "removals", wish).orElse(Removals.ASK))
        .tellingHowToRemove();
  }

  @GET
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("under-way")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "自己正在进行的导入，各做到哪一步")
  public UnderWay underWay() {
    return new UnderWay(underWay.mine());
  }

  @POST
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("under-way/{running}/cancellation")
  @Operation(summary = "取消自己正在进行的一次导入，什么也不保存")
  @Produces(MediaType.APPLICATION_JSON)
  public Cancellation cancel(String running) {
    return new Cancellation(underWay.cancel(Parameters.uuid("正在进行的导入", running)));
  }

  @GET
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("template.xlsx")
  @Produces(XLSX)
  @Operation(summary = "空白的导入模板")
  public Response template() {
    StreamingOutput workbook = out -> new TemplateWorkbook(domains.choices()).write(out);
    return download(workbook, "template.xlsx");
  }

  @GET
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("{id}/errors.xlsx")
  @Produces(XLSX)
  @Operation(summary = "一次导入中未能导入的行，附错误原因，改正后可再次导入")
  public Response errors(String id) throws IOException {
    java.nio.file.Path file =
        (id.matches("\\d{1,18}") ? importing.errorFile(Long.parseLong(id)) : none())
            .orElseThrow(() -> new NotFound("错误文件", id));
    StreamingOutput workbook = out -> Files.copy(file, out);
    return download(workbook, "errors-" + id + ".xlsx");
  }

  private static Optional<java.nio.file.Path> none() {
    return Optional.empty();
  }

  private static Response download(StreamingOutput content, String name) {
    return Response.ok(content, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
