package org.liangpai.evaluation;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cases beside the rules. */
final class RuleCases {

  static final Path RULES = Path.of("rules");
  private static final String ENDING = ".cases.yaml";
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private RuleCases() {}

  /** Those of all items, in the order of their files; the cases of grading have another form. */
  static List<RuleCase> ofItems() {
    try (Stream<Path> paths = Files.list(RULES)) {
      return paths
          .filter(path -> path.toString().endsWith(ENDING))
          .filter(path -> !path.endsWith("grading" + ENDING))
          .sorted()
          .flatMap(RuleCases::ofFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content of a case file. */
  static JsonNode read(Path path) {
    try {
      return YAML.readTree(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  private static Stream<RuleCase> ofFile(Path path) {
    String file = path.getFileName().toString().replace(ENDING, ".drl");
    return read(path).properties().stream()
        .flatMap(
            (Map.Entry<String, JsonNode> item) ->
                StreamSupport.stream(item.getValue().spliterator(), false)
                    .map(told -> new RuleCase(file, item.getKey(), told)));
  }
}
