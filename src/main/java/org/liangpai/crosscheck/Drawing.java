package org.liangpai.crosscheck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liangpai.warninglist.Fraction;

/**
 * The draw itself: from seed, share and keys always the same, on any machine and by any program
 * that knows SHA-256.
 */
public final class Drawing {

  /** How it goes, for whoever wants to make it again. */
  public static final String ALGORITHM =
      "一、把每个编号写成“种子:编号”，取 SHA-256（UTF-8，十六进制小写）；"
          + "二、每组按这个值从小到大排列，取前 n 个，n 为组内个数乘以比例，有小数进一；"
          + "三、核查单位：把各单位编码写成“种子:编码”，按 SHA-256 从小到大排成一圈，每个单位由圈中下一个核查；"
          + "四、名单校验值：每行写“编号 组别”后换行，全部相连取 SHA-256。";

  private Drawing() {}

  /**
   * The keys that are drawn: of each stratum the share, rounded up.
   *
   * @param strata the stratum of each key
   */
  public static Set<String> draw(String seed, Fraction share, Map<String, String> strata) {
    Map<String, Map<String, String>> byStratum = new TreeMap<>();
    strata.forEach(
        (key, stratum) ->
            byStratum
                .computeIfAbsent(stratum, none -> new LinkedHashMap<>())
                .put(key, hash(seed + ":" + key)));
    Set<String> drawn = new HashSet<>();
    byStratum
        .values()
        .forEach(
            hashes ->
                hashes.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(partOf(share, hashes.size()))
                    .forEach(one -> drawn.add(one.getKey())));
    return drawn;
  }

  /** Who checks whom: each unit is checked by the next one in a circle that the seed arranges. */
  public static Map<String, String> checkers(String seed, List<String> units) {
    List<String> circle =
        units.stream()
            .sorted(Comparator.comparing((String unit) -> hash(seed + ":" + unit)))
            .toList();
    Map<String, String> checkers = new TreeMap<>();
    for (int i = 0; i < circle.size(); i++) {
      checkers.put(circle.get(i), circle.get((i + 1) % circle.size()));
    }
    return checkers;
  }

  /** The hash of all keys with their strata, in their order. */
  public static String populationHash(List<DrawnKey> keys) {
    MessageDigest digest = sha256();
    for (DrawnKey one : keys) {
      digest.update((one.key() + ' ' + one.stratum() + '\n').getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long partOf(Fraction share, int whole) {
    return ((long) whole * share.numerator() + share.denominator() - 1) / share.denominator();
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
