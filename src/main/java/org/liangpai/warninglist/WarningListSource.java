package org.liangpai.warninglist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the files of a warning list come from. */
public final class WarningListSource {

  /** The item file of each dimension. */
  static final Map<Dimension, String> ITEM_FILES =
      Map.of(
          Dimension.ORGANISATION_SETUP, "organisation-setup.yaml",
          Dimension.OPERATIONS, "operations.yaml",
          Dimension.ORGANISATIONAL_LIFE, "organisational-life.yaml",
          Dimension.COMMITTEE_BUILDING, "committee-building.yaml",
          Dimension.SUPPORT, "support.yaml");

  static final String LEVELS = "levels.yaml";
  static final String DOMAINS = "domains.yaml";
  static final String GRADING = "grading.yaml";
  static final String ESCALATION = "escalation.yaml";
  static final String FILING = "filing.yaml";
  static final String SUPERVISION = "supervision.yaml";
  static final String DEMONSTRATION = "demonstration.yaml";
  static final String PAIRING = "pairing.yaml";
  static final String CLASSES = "classes.yaml";
  static final String CONCESSION = "concession.yaml";
  static final String HELP = "help.yaml";
  static final String RECTIFICATION = "rectification.yaml";

  /** More than any list needs; a larger file is refused before it is parsed. */
  static final int MOST_BYTES = 1 << 20;

  private WarningListSource() {}

  /** The names of the files that make up a list, all of them compulsory. */
  public static List<String> fileNames() {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      names.add(ITEM_FILES.get(dimension));
    }
    names.addAll(List.of(LEVELS, DOMAINS, GRADING, ESCALATION, FILING, SUPERVISION));
    names.addAll(List.of(DEMONSTRATION, PAIRING, CLASSES));
    names.addAll(List.of(CONCESSION, HELP, RECTIFICATION));
    return List.copyOf(names);
  }

  /** The files of the packaged list. */
  public static Map<String, byte[]> packaged() {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : fileNames()) {
      try (InputStream in = WarningListSource.class.getResourceAsStream("/warning-list/" + name)) {
        if (in == null) {
          throw missing(name);
        }
        files.put(name, in.readAllBytes());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return files;
  }

  /** The files of a city's own folder: every {@code *.yaml} directly in it. */
  public static Map<String, byte[]> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new WarningListRefused(folder.toString(), "不是可以读取的文件夹");
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path path : paths) {
        try (InputStream in = Files.newInputStream(path)) {
          files.put(path.getFileName().toString(), in.readNBytes(MOST_BYTES + 1));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    requireAll(files);
    return files;
  }

  /** Refuses a set of files that is not exactly the one that makes up a list. */
  static void requireAll(Map<String, byte[]> files) {
    for (String name : fileNames()) {
      if (!files.containsKey(name)) {
        throw missing(name);
      }
    }
    for (String name : files.keySet()) {
      if (!fileNames().contains(name)) {
        throw new WarningListRefused(name, "不认识的文件，清单只由这些文件组成：" + String.join("、", fileNames()));
      }
    }
  }

  private static WarningListRefused missing(String name) {
    return new WarningListRefused(name, "缺少这个文件");
  }
}
