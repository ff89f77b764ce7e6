package org.liangpai.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What is asked of a password. Two authorities disagree, so the city chooses. */
enum PasswordProfile {
  /** As in the protection of classified systems (等级保护). */
  DENGBAO(
      8,
      5,
      Duration.ofDays(90),
      "密码至少8位，大写字母、小写字母、数字、其他符号四类中至少有三类，不能是常见密码或容易猜到的密码，不能含有账号名；每90天更换一次，不能与最近5次用过的相同。") {
    @Override
    Optional<String> weakness(String password, String account) {
      if (classes(password) < CLASSES) {
        return Optional.of("密码须在大写字母、小写字母、数字、其他符号四类中至少有三类");
      }
      Guessing guessing = new Guessing(password, account);
      if (guessing.holdsName()) {
        return Optional.of("密码不能含有账号名或“liangpai”，换成相近的符号、倒过来写也不行");
      }
      return guessing.isSoonFound() ? Optional.of(TOO_COMMON) : Optional.empty();
    }
  },
  /** As OWASP advises. */
  ASVS(12, 0, null, "密码至少12位，不能是常见密码或容易猜到的密码；不要求字符种类，不要求定期更换。") {
    @Override
    Optional<String> weakness(String password, String account) {
      return new Guessing(password, account).isSoonFound()
          ? Optional.of(TOO_COMMON)
          : Optional.empty();
    }
  };

  static final int LONGEST = 128;
  private static final int CLASSES = 3;
  private static final String TOO_COMMON = "这个密码太常见或太容易猜到（如常用词加几位数字、键盘上连着的键），请换一个；可以用几个不相干的词连起来";

  private final int shortest;
  private final int notReused;
  private final Duration lasts;
  private final String rule;

  PasswordProfile(int shortest, int notReused, Duration lasts, String rule) {
    this.shortest = shortest;
    this.notReused = notReused;
    this.lasts = lasts;
    this.rule = rule;
  }

  /** What is asked for, in one sentence. */
  String rule() {
    return rule;
  }

  /** How many of the last passwords may not be used again, the present one included. */
  int notReused() {
    return notReused;
  }

  /** What is wrong with a password, if anything. */
  Optional<String> fault(String password, String account) {
    int length = password.codePointCount(0, password.length());
    if (length < shortest) {
      return Optional.of("密码至少" + shortest + "位，现在只有" + length + "位");
    }
    if (length > LONGEST) {
      return Optional.of("密码最多" + LONGEST + "位");
    }
    return weakness(password, account);
  }

  /** When a password of this age has to be changed, if ever. */
  Optional<Instant> expiresAt(Instant changedAt) {
    return Optional.ofNullable(lasts).map(changedAt::plus);
  }

  /** Whether a password of this age has to be changed. */
  boolean isExpired(Instant changedAt, Instant now) {
    return expiresAt(changedAt).filter(end -> !now.isBefore(end)).isPresent();
  }

  abstract Optional<String> weakness(String password, String account);

  private static long classes(String password) {
    IntPredicate other = one -> !Character.isLetterOrDigit(one) || Character.isIdeographic(one);
    return List.<IntPredicate>of(
            Character::isUpperCase, Character::isLowerCase, Character::isDigit, other)
        .stream()
        .filter(kind -> password.codePoints().anyMatch(kind))
        .count();
  }
}
