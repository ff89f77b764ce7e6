package org.liangpai.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a robot answered. Robots answer 200 to almost everything and tell in the body whether they
 * took the message.
 *
 * @param code 0 if it was taken; empty if this is no answer of a robot
 * @param text the vendor's own words, or empty
 */
record RobotAnswer(OptionalLong code, String text) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 200;

  static RobotAnswer of(String body) {
    try {
      JsonNode answer = MAPPER.readTree(body);
      OptionalLong code =
          Stream.of("errcode", "code", "StatusCode")
              .map(answer::path)
              .filter(JsonNode::isIntegralNumber)
              .mapToLong(JsonNode::asLong)
              .findFirst();
      String text =
          Stream.of("errmsg", "msg", "StatusMessage")
              .map(answer::path)
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .findFirst()
              .orElse("");
      return new RobotAnswer(code, text.strip());
    } catch (JsonProcessingException unreadable) {
      return new RobotAnswer(OptionalLong.empty(), "");
    }
  }

  /**
   * The vendor's words in brackets, as one short line. They are left out where they repeat what the
   * robot is spoken to by, because whoever reads them need not know it.
   */
  String words(Robot robot) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    if (line.isEmpty() || repeats(line, robot)) {
      return "";
    }
    return "（" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "）";
  }

  private static boolean repeats(String line, Robot robot) {
    URI address = URI.create(robot.url());
    String key =
        address.getRawQuery() == null
            ? address.getRawPath().replaceAll(".*/", "")
            : address.getRawQuery().replaceAll(".*=", "");
    return Stream.of(key, robot.secret() == null ? "" : robot.secret())
        .anyMatch(secret -> !secret.isEmpty() && line.contains(secret));
  }
}
