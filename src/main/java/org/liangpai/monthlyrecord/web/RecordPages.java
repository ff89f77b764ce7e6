package org.liangpai.monthlyrecord.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liangpai.monthlyrecord.MonthlyRecord;
import org.liangpai.monthlyrecord.MonthlyRecords;
import org.liangpai.monthlyrecord.RecordVersion;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** What became of a record: who filed it when, and what each version changed. */
@Path("/branches/{code}/records")
@Produces(MediaType.TEXT_HTML)
@Blocking
class RecordPages {

  private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

  @CheckedTemplate(basePath = "record-pages")
  static class Templates {
    static native TemplateInstance history(
        String code, YearMonth month, MonthlyRecord record, List<VersionLine> versions);
  }

  private final MonthlyRecords records;
  private final ObjectMapper json;

  RecordPages(MonthlyRecords records, ObjectMapper json) {
    this.records = records;
    this.json = json;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_RECORDS)
  @Path("{month}")
  public TemplateInstance history(String code, String month) {
    YearMonth of = Parameters.month("month", month);
    MonthlyRecord record =
        records.find(code, of).orElseThrow(() -> new NotFound("纪实", code + " " + of));
    return Templates.history(code, of, record, lines(records.versions(code, of)));
  }

  private List<VersionLine> lines(List<RecordVersion> versions) {
    List<VersionLine> lines = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      RecordVersion version = versions.get(i);
      boolean isFirst = i == versions.size() - 1;
      lines.add(
          new VersionLine(
              version.version(),
              version.recordedAt(),
              version.recordedBy(),
              isFirst
                  ? List.of()
                  : VersionLine.changes(content(versions.get(i + 1)), content(version))));
    }
    return lines;
  }

  private Map<String, Object> content(RecordVersion version) {
    try {
      return json.readValue(version.content(), CONTENT);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
