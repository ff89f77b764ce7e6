package org.liangpai.warninglist;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the bytes of one file as a tree of nodes that know their lines. */
final class YamlFile {

  private static final int MOST_LEVELS = 20;

  private YamlFile() {}

  static YamlEntry read(String file, byte[] bytes) {
    if (bytes.length > WarningListSource.MOST_BYTES) {
      throw new WarningListRefused(file, "文件过大，最多 " + WarningListSource.MOST_BYTES / 1024 + " KB");
    }
    String text = decode(file, bytes);
    LoaderOptions options = new LoaderOptions();
    try {
      refuseBombs(file, new Yaml(options).parse(new StringReader(text)));
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new WarningListRefused(file, "文件是空的");
      }
      return new YamlEntry(file, "", "", root);
    } catch (MarkedYAMLException malformed) {
      int line = malformed.getProblemMark() == null ? 0 : malformed.getProblemMark().getLine() + 1;
      throw new WarningListRefused(
          file, line, "", "", "不是正确的 YAML，请检查缩进、冒号和引号（" + malformed.getProblem() + "）");
    } catch (YAMLException malformed) {
      throw new WarningListRefused(file, "不是正确的 YAML（" + malformed.getMessage() + "）");
    }
  }

  private static String decode(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new WarningListRefused(file, "不是 UTF-8 编码，请另存为 UTF-8");
    }
  }

  // A few aliases of aliases grow into millions of nodes, and deep nesting costs the parser
  // quadratic time; a list has no use for either. The events come one by one, so both stop here.
  private static void refuseBombs(String file, Iterable<Event> events) {
    int levels = 0;
    for (Event event : events) {
      if (event instanceof AliasEvent alias) {
        throw refused(file, event, "不能使用引用“*" + alias.getAnchor() + "”，请把内容写全");
      }
      if (event instanceof CollectionStartEvent && ++levels > MOST_LEVELS) {
        throw refused(file, event, "层级超过 " + MOST_LEVELS + " 层");
      }
      if (event instanceof CollectionEndEvent) {
        levels--;
      }
    }
  }

  private static WarningListRefused refused(String file, Event event, String reason) {
    return new WarningListRefused(file, event.getStartMark().getLine() + 1, "", "", reason);
  }
}
