package org.liangpai.warninglist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the YAML files of a warning list and refuses whatever is not exactly right in them. */
public final class WarningListReader {

  /**
   * Reads a list from the bytes of its files by name.
   *
   * @throws WarningListRefused at the first thing that is not right
   */
  public WarningList read(Map<String, byte[]> files) {
    WarningListSource.requireAll(files);
    List<LevelStyle> levels = SettingsReader.levels(root(files, WarningListSource.LEVELS));
    List<Domain> domains = SettingsReader.domains(root(files, WarningListSource.DOMAINS));
    return new WarningList(
        Fingerprint.of(files),
        items(files, levels, domains),
        domains,
        levels,
        SettingsReader.gradings(root(files, WarningListSource.GRADING)),
        SettingsReader.ladder(root(files, WarningListSource.ESCALATION)),
        SettingsReader.filings(root(files, WarningListSource.FILING)),
        SettingsReader.supervisions(root(files, WarningListSource.SUPERVISION)),
        LastingReader.demonstration(root(files, WarningListSource.DEMONSTRATION)),
        LastingReader.pairing(root(files, WarningListSource.PAIRING)),
        LastingReader.classes(root(files, WarningListSource.CLASSES)),
        SettingsReader.concession(root(files, WarningListSource.CONCESSION)),
        SettingsReader.help(root(files, WarningListSource.HELP)),
        ReasonReader.read(root(files, WarningListSource.RECTIFICATION)));
  }

  private static List<WarningItem> items(
      Map<String, byte[]> files, List<LevelStyle> levels, List<Domain> domains) {
    List<String> levelNames = levels.stream().map(style -> style.level().name()).toList();
    List<String> domainCodes = domains.stream().map(Domain::code).toList();
    Set<String> codes = new HashSet<>();
    List<WarningItem> items = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      YamlEntry root = root(files, WarningListSource.ITEM_FILES.get(dimension));
      items.addAll(new ItemReader(dimension, levelNames, domainCodes).read(root, codes));
    }
    return List.copyOf(items);
  }

  private static YamlEntry root(Map<String, byte[]> files, String name) {
    return YamlFile.read(name, files.get(name));
  }
}
