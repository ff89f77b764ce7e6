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
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.intake.file.UploadedPart;
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
        String effectiveOn, List<Table> tables, ReportView report, String refused);
  }

  private final Importing importing;
  private final Clock clock;

  ImportPages(Importing importing, Clock clock) {
    this.importing = importing;
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
      @RestForm(FileUpload.ALL) List<FileUpload> files, @RestForm String effectiveOn) {
    try {
      Optional<LocalDate> from = Parameters.optionalDay("effectiveOn", effectiveOn);
      ImportReport report = importing.importFiles(parts(files), from);
      return Response.ok(page(shown(effectiveOn), ReportView.of(report), null)).build();
    } catch (Invalid invalid) {
      return Response.status(400)
          .entity(page(shown(effectiveOn), null, invalid.getMessage()))
          .build();
    }
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

  private static TemplateInstance page(String effectiveOn, ReportView report, String refused) {
    return Templates.form(effectiveOn, List.of(Table.values()), report, refused);
  }

  private static String shown(String effectiveOn) {
    return effectiveOn == null ? "" : effectiveOn;
  }

  private LocalDate usualDay() {
    return YearMonth.now(clock).minusMonths(1).atEndOfMonth();
  }
}
