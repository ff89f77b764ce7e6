package org.liangpai.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.liangpai.shared.ClockProducer;

/**
 * Something that is wrong with the trail.
 *
 * @param lane the lane that it is in, or {@code null} if it is in none
 * @param seq the number in the lane, or {@code null}
 * @param at the time that the row tells, or {@code null}
 * @param message where and what, in one Chinese sentence
 */
public record Damage(Kind kind, Integer lane, Long seq, Instant at, String message) {

  /** What was done to the trail. */
  public enum Kind {
    EDITED("记录被改动"),
    DELETED("记录被删除"),
    CUT("末尾被截断"),
    REWRITTEN("记录被整段改写"),
    CHECKPOINTS("检查点有问题"),
    ARCHIVES("归档文件有问题");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The Chinese name. */
    public String label() {
      return label;
    }
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ClockProducer.ZONE);

  static Damage edited(ChainedRow row) {
    return at(row, Kind.EDITED, "内容与校验值不符，这一条（或它前一条的校验值）被改动过");
  }

  static Damage deleted(Head before, ChainedRow row) {
    long first = before.seq() + 1;
    long last = row.seq() - 1;
    String missing = first == last ? "第%d号".formatted(first) : "第%d号至第%d号".formatted(first, last);
    return new Damage(
        Kind.DELETED,
        row.lane(),
        first,
        row.time(),
        "第%d道缺少%s：被删除了。下一条是%s的第%d号".formatted(row.lane(), missing, told(row.time()), row.seq()));
  }

  static Damage cut(int lane, Head left, long seq, Instant checkpoint) {
    return new Damage(
        Kind.CUT,
        lane,
        left.seq() + 1,
        checkpoint,
        "第%d道只到第%d号，而%s的检查点已到第%d号：末尾被截断了".formatted(lane, left.seq(), told(checkpoint), seq));
  }

  static Damage rewritten(ChainedRow row, Instant checkpoint) {
    return at(row, Kind.REWRITTEN, "校验值与" + told(checkpoint) + "的检查点不同，这一条及以前的记录被改写过");
  }

  static Damage contradicting(int lane, Head head, Instant one, Instant other) {
    return new Damage(
        Kind.CHECKPOINTS,
        lane,
        head.seq(),
        other,
        "%s和%s的检查点对第%d道第%d号说法不一：其间记录被改写过".formatted(told(one), told(other), lane, head.seq()));
  }

  static Damage checkpoints(String message) {
    return new Damage(Kind.CHECKPOINTS, null, null, null, message);
  }

  static Damage archives(String message) {
    return new Damage(Kind.ARCHIVES, null, null, null, message);
  }

  static String told(Instant at) {
    return TIME.format(at);
  }

  private static Damage at(ChainedRow row, Kind kind, String what) {
    return new Damage(
        kind,
        row.lane(),
        row.seq(),
        row.time(),
        "第%d道第%d号（%s）：%s".formatted(row.lane(), row.seq(), told(row.time()), what));
  }
}
