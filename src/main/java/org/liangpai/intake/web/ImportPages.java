package org.liangpai.intake.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.ImportCancelled;
import org.liangpai.intake.ImportProgress;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.intake.ImportsUnderWay;
import org.liangpai.intake.file.UploadedPart;
import org.liangpai.intake.merge.Removals;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** Takes a workbook or CSV files, and shows what became of their rows. */
@Path("/import")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ImportPages {

  @CheckedTemplate(basePath = "import-pages")
  static class Templates {
    static native TemplateInstance form(
        String effectiveOn,
        List<Table> tables,
        ReportView report,
        String refused,
        List<ImportProgress> underWay);

    static native TemplateInstance form$underWay(List<ImportProgress> underWay);
  }

  private final Importing importing;
  private final ImportsUnderWay underWay;
  private final Clock clock;

  ImportPages(Importing importing, ImportsUnderWay underWay, Clock clock) {
    this.importing = importing;
    this.underWay = underWay;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  public TemplateInstance form() {
    return page(usualDay().toString(), null, null);
  }

  /** Sending the same files again changes nothing, so the answer needs no address of its own. */
  @POST
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @RestForm(FileUpload.ALL) List<FileUpload> files,
      @RestForm String effectiveOn,
      @RestForm String removals) {
    try {
      Optional<LocalDate> from = Parameters.optionalDay("effectiveOn", effectiveOn);
      Removals wish =
          Parameters.optionalOf(Removals.class, "removals", removals).orElse(Removals.ASK);
      ImportReport report = importing.importFiles(parts(files), from, wish);
      return Response.ok(page(shown(effectiveOn), ReportView.of(report), null)).build();
    } catch (ImportCancelled cancelled) {
      return Response.status(409)
          .entity(page(shown(effectiveOn), null, cancelled.getMessage()))
          .build();
    } catch (Invalid invalid) {
      return Response.status(400)
          .entity(page(shown(effectiveOn), null, invalid.getMessage()))
          .build();
    }
  }

  /** How far the viewer's imports are; asked for again and again while one runs. */
  @GET
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("under-way")
  public TemplateInstance underWay() {
    return Templates.form$underWay(underWay.mine());
  }

  /** What cannot be cancelled any more has ended, and its own page says how. */
  @POST
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Path("under-way/{running}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(String running) {
    underWay.cancel(Parameters.uuid("正在进行的导入", running));
    return Response.seeOther(URI.create("/import")).build();
  }

  /** A browser sends an empty part for every field in which no file was chosen. */
  private static List<UploadedPart> parts(List<FileUpload> files) {
    List<UploadedPart> parts =
        files.stream()
            .filter(file -> file.fileName() != null && !file.fileName().isBlank())
            .map(file -> new UploadedPart(file.name(), file.uploadedFile()))
            .toList();
    if (parts.isEmpty()) {
      throw new Invalid("file", "请先选择要导入的文件");
    }
    return parts;
  }

  private TemplateInstance page(String effectiveOn, ReportView report, String refused) {
    return Templates.form(effectiveOn, List.of(Table.values()), report, refused, underWay.mine());
  }

  private static String shown(String effectiveOn) {
    return effectiveOn == null ? "" : effectiveOn;
  }

  private LocalDate usualDay() {
    return YearMonth.now(clock).minusMonths(1).atEndOfMonth();
  }
}
