package org.liangpai.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.liangpai.keys.Keyring;

/**
 * Where the trail stood at one time, as it is kept outside of the database.
 *
 * @param row how many rows had been written
 * @param hash the heads in one hash
 * @param heads where each lane stood
 * @param seal what ties it to the one before it, or {@code null} in one from before they were
 *     signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Checkpoint(Instant at, long row, String hash, Map<Integer, Head> heads, Seal seal) {

  /** Before the first there is none. */
  static final String NO_LINE = Head.NONE.hash();

  private static final String PURPOSE = "audit checkpoints";

  /**
   * Number and signature.
   *
   * @param number counts checkpoints from 1 on
   * @param previous the hash of the line before it, or {@link #NO_LINE}
   * @param key the id of the key that signed it
   * @param signature of number, line before, time, rows and hash of the heads
   */
  public record Seal(long number, String previous, String key, String signature) {}

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static Checkpoint of(Instant at, Map<Integer, Head> heads) {
    Map<Integer, Head> sorted = new TreeMap<>(heads);
    long rows = sorted.values().stream().mapToLong(Head::seq).sum();
    return new Checkpoint(at, rows, combined(sorted), sorted, null);
  }

  /** The same, numbered and signed. */
  Checkpoint sealed(long number, String previous, Keyring keys) {
    Keyring.Signature signature = keys.sign(PURPOSE, signed(number, previous));
    return new Checkpoint(
        at, row, hash, heads, new Seal(number, previous, signature.key(), signature.value()));
  }

  /** Whether one of these keys has signed it. */
  boolean isSignedBy(Keyring keys) {
    return seal != null
        && seal.signature() != null
        && keys.hasSigned(
            new Keyring.Signature(seal.key(), seal.signature()),
            PURPOSE,
            signed(seal.number(), seal.previous()));
  }

  private String signed(long number, String previous) {
    return String.join(
        "\n", Long.toString(number), previous, at.toString(), Long.toString(row), hash);
  }

  /** By what the next one names the line of this one. */
  static String hashOf(String line) {
    return HexFormat.of()
        .formatHex(ChainedRow.sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether its hash and number are those of its heads. */
  boolean isSound() {
    if (heads == null || at == null) {
      return false;
    }
    Checkpoint made = of(at, heads);
    return row == made.row() && made.hash().equals(hash);
  }

  /** The line of a file. */
  String line() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static Checkpoint read(String line) throws JsonProcessingException {
    return MAPPER.readValue(line, Checkpoint.class);
  }

  /** Whether a line breaks off before its end, as when the service was killed while it wrote it. */
  static boolean isUnfinished(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    // This parser waits for more where others take a line that breaks off for one that is wrong.
    try (JsonParser parser = MAPPER.getFactory().createNonBlockingByteArrayParser()) {
      ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
      JsonToken token = parser.nextToken();
      while (token != JsonToken.NOT_AVAILABLE) {
        token = parser.nextToken();
      }
      return !parser.getParsingContext().inRoot();
    } catch (IOException edited) {
      return false;
    }
  }

  private static String combined(Map<Integer, Head> heads) {
    StringBuilder text = new StringBuilder();
    heads.forEach(
        (lane, head) ->
            text.append(lane)
                .append(' ')
                .append(head.seq())
                .append(' ')
                .append(head.hash())
                .append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(ChainedRow.sha256().digest(bytes));
  }
}
