package org.liangpai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.security.Viewer;

/** The entries as the database takes them. What it could not store is replaced, never refused. */
final class EntryJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static {
    MAPPER.getFactory().setCharacterEscapes(new NoNullCharacter());
  }

  private EntryJson() {}

  static String write(List<Entry> entries, Viewer by, Instant at) {
    List<Map<String, Object>> rows = entries.stream().map(entry -> row(entry, by, at)).toList();
    try {
      // Half a surrogate pair becomes a question mark on the way.
      byte[] utf8 = MAPPER.writeValueAsString(rows).getBytes(StandardCharsets.UTF_8);
      return new String(utf8, StandardCharsets.UTF_8);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static Map<String, Object> row(Entry entry, Viewer by, Instant at) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("at", micros(at));
    row.put("account", by.account());
    row.put("posts", by.postText());
    row.put("address", by.address());
    row.put("act", entry.act().name());
    row.put("kind", entry.kind().name());
    row.put("object", entry.object());
    row.put("before", entry.before());
    row.put("after", entry.after());
    row.put("reason", entry.reason());
    return row;
  }

  /** The time as it is hashed: microseconds since 1970. */
  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** PostgreSQL stores no character zero. */
  private static final class NoNullCharacter extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0] = ESCAPE_CUSTOM;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return character == 0 ? new SerializedString("\\uFFFD") : null;
    }
  }
}
