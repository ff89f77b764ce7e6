package org.liangpai.warninglist;

import java.util.Map;
import java.util.Optional;

/** A group of keys whose names are known to be right. */
record YamlSection(YamlEntry whole, Map<String, YamlEntry> pairs) {

  /** The value of a compulsory key. */
  YamlEntry entry(String name) {
    return find(name).orElseThrow(() -> whole.refused("缺少必填的键 " + name));
  }

  /** The value of a key that may be left out. */
  Optional<YamlEntry> find(String name) {
    return Optional.ofNullable(pairs.get(name));
  }

  /** A text that may be left out; empty then. */
  String textOrEmpty(String name) {
    return find(name).map(YamlEntry::text).orElse("");
  }

  /** A yes or no that may be left out; no then. */
  boolean isYes(String name) {
    return find(name).map(YamlEntry::yesOrNo).orElse(false);
  }
}
