package org.liangpai.evaluation;

import java.util.List;
import java.util.function.Function;

/** The record of the month and the latest ones before it: what holds in all of them has lasted. */
public final class LatestRecords {

  private final List<RecordAt> latest;
  private final int wanted;
  private final String month;

  /**
   * @param latest that of the month first; empty if the month has none
   */
  LatestRecords(List<RecordAt> latest, int wanted, String month) {
    this.latest = latest;
    this.wanted = wanted;
    this.month = month;
  }

  /**
   * Full members are fewer in each record; unknown with fewer records, unless one record says
   * otherwise.
   */
  public Condition fullMembersBelow(int limit) {
    return inAll(one -> one.fullMembers().below(limit));
  }

  public Condition fullMembersAtLeast(int limit) {
    return inAll(one -> one.fullMembers().atLeast(limit));
  }

  /** Full and probationary members are more in each record. */
  public Condition membersAbove(int limit) {
    return inAll(one -> one.members().above(limit));
  }

  private Condition inAll(Function<RecordAt, Condition> condition) {
    if (latest.isEmpty()) {
      return Condition.unknown(month + "没有上报纪实");
    }
    Condition all = condition.apply(latest.get(0));
    for (RecordAt one : latest.subList(1, latest.size())) {
      all = all.and(condition.apply(one).withoutReadings());
    }
    return latest.size() < wanted
        ? all.and(Condition.unknown("需要连续" + wanted + "份纪实，在册仅" + latest.size() + "份"))
        : all;
  }
}
