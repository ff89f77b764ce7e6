package org.liangpai.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of the trail as it is shown.
 *
 * @param lane the chain that it is in
 * @param seq its number in the chain
 */
public record TrailEntry(
    long id,
    int lane,
    long seq,
    Instant at,
    String account,
    String posts,
    String address,
    String act,
    String kind,
    String object,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String before,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String after,
    String reason,
    String hash) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What was done, in Chinese. */
  @JsonIgnore
  public String actLabel() {
    return Act.valueOf(act).label();
  }

  /** On what kind of thing, in Chinese. */
  @JsonIgnore
  public String kindLabel() {
    return ObjectKind.valueOf(kind).label();
  }

  /** Each thing that changed, as it was and as it is. */
  @JsonIgnore
  public Map<String, String> changes() {
    Map<String, Object> was = map(before);
    Map<String, Object> is = map(after);
    Map<String, String> changes = new LinkedHashMap<>();
    was.forEach(
        (name, value) ->
            changes.put(
                name, is.containsKey(name) ? value + " → " + is.get(name) : value + " → 无"));
    is.forEach((name, value) -> changes.putIfAbsent(name, String.valueOf(value)));
    return changes;
  }

  private static Map<String, Object> map(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
