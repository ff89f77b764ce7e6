package org.liangpai.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the rule files by file name, packaged with the service or from a city's own folder.
 */
public record RuleSources(SortedMap<String, String> files) {

  private static final List<String> PACKAGED =
      List.of(
          "organisation-setup.drl",
          "operations.drl",
          "organisational-life.drl",
          "committee-building.drl",
          "support.drl",
          "grading.drl");

  private static final Pattern RULE =
      Pattern.compile("^rule\\s+\"(\\S+)[^\"]*\".*?^end\\b", Pattern.MULTILINE | Pattern.DOTALL);

  public RuleSources(Map<String, String> files) {
    this(new TreeMap<>(files));
  }

  /** The files that are packaged with the service. */
  public static RuleSources packaged() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : PACKAGED) {
      try (InputStream file = RuleSources.class.getResourceAsStream("/rules/" + name)) {
        files.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new RuleSources(files);
  }

  /** All {@code .drl} files of a folder; a folder that cannot be read is refused. */
  public static RuleSources folder(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(one -> one.toString().endsWith(".drl")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new RulesRefused(List.of("文件夹 " + folder + " 无法读取：" + e.getMessage()));
    }
    if (files.isEmpty()) {
      throw new RulesRefused(List.of("文件夹 " + folder + " 里没有 .drl 文件"));
    }
    return new RuleSources(files);
  }

  /** The same files with one rule only, that of an item. */
  RuleSources only(String code) {
    SortedMap<String, String> alone = new TreeMap<>();
    files.forEach(
        (name, text) ->
            alone.put(
                name,
                RULE.matcher(text)
                    .replaceAll(
                        rule ->
                            rule.group(1).equals(code)
                                ? Matcher.quoteReplacement(rule.group())
                                : "")));
    return new RuleSources(alone);
  }

  /** SHA-256 over names and texts, in hexadecimal. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            digest.update((name + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
