package org.liangpai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.liangpai.keys.Keyring;

/**
 * Follows the lines of checkpoints in one place, the file or the table: each must be sound, signed,
 * and name the line before it, so none can be edited, taken out, put in or moved.
 */
final class CheckpointLines {

  private final String place;
  private final Keyring keys;
  private final Consumer<Checkpoint> sound;
  private final List<Damage> damages = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final Map<String, Integer> strangers = new LinkedHashMap<>();
  private String before = Checkpoint.NO_LINE;
  private boolean isBeforeSound = true;
  private long number;
  private int line;

  /**
   * @param place where they are, as damages tell it
   * @param sound is given what may be compared with the rows
   */
  CheckpointLines(String place, Keyring keys, Consumer<Checkpoint> sound) {
    this.place = place;
    this.keys = keys;
    this.sound = sound;
  }

  /** The next line. */
  void add(String text) {
    line++;
    String hash = Checkpoint.hashOf(text);
    if (hash.equals(before)) {
      // Written, but not noted as written, when the service was cut short; so it came again.
      return;
    }
    if (Checkpoint.isUnfinished(text)) {
      remarks.add("%s第%d行不完整，应是写入时中断了，没有用来核对。".formatted(place, line));
      return;
    }
    int soFar = damages.size();
    read(text, hash);
    isBeforeSound = damages.size() == soFar;
    before = hash;
  }

  private void read(String text, String hash) {
    try {
      Checkpoint one = Checkpoint.read(text);
      if (one.isSound()) {
        numbers.put(hash, one.seal() == null ? 0 : one.seal().number());
        follow(one);
        return;
      }
    } catch (JsonProcessingException | NullPointerException damaged) {
      // Told below.
    }
    found("第%d行被改动过".formatted(line));
  }

  private void follow(Checkpoint one) {
    Checkpoint.Seal seal = one.seal();
    if (seal == null) {
      if (number > 0) {
        found("第%d行没有签名，不是本系统写出的".formatted(line));
      } else {
        sound.accept(one);
      }
      return;
    }
    if (!keys.knows(seal.key())) {
      strangers.merge(seal.key(), 1, Integer::sum);
    } else if (!one.isSignedBy(keys)) {
      found("第%d行的签名不对：被改动过，或不是本系统写出的".formatted(line));
      return;
    } else {
      sound.accept(one);
    }
    if (seal.number() != number + 1) {
      found("第%d行是第%d号检查点，前面应有的第%d号起被删除、替换或打乱了".formatted(line, seal.number(), number + 1));
    } else if (isBeforeSound && !before.equals(seal.previous())) {
      found("第%d行与前一行接不上：前一行被删除或替换了".formatted(line));
    }
    number = seal.number();
  }

  private void found(String what) {
    damages.add(Damage.checkpoints(place + what));
  }

  /** Each line that was read, by its hash, with its number; those not numbered have 0. */
  Map<String, Long> numbers() {
    return numbers;
  }

  /** What is wrong. */
  List<Damage> damages() {
    List<Damage> all = new ArrayList<>(damages);
    strangers.forEach(
        (key, count) ->
            all.add(
                Damage.checkpoints(
                    "%s有%d个检查点由密钥 %s 签名，现有密钥中没有它：密钥被换掉，或检查点不是本系统写出的，不能用来核对"
                        .formatted(place, count, key))));
    return all;
  }

  /** What of it says nothing. */
  List<String> remarks() {
    return remarks;
  }
}
