package org.liangpai.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Follows the chains of all lanes row by row, in each lane from its first row on, and keeps where
 * each stands, never the rows.
 */
final class ChainCheck {

  /** More are counted, but not told one by one. */
  static final int MOST_TOLD = 100;

  /** What a checkpoint says of one row. */
  private record Known(String hash, Instant checkpoint) {}

  private final Map<Integer, Head> heads = new HashMap<>();
  private final Map<Integer, NavigableMap<Long, Known>> known = new HashMap<>();
  private final List<Damage> damages = new ArrayList<>();
  private long damaged;
  private long rows;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** What a checkpoint says, before the first row is added. */
  void know(Checkpoint checkpoint) {
    checkpoint
        .heads()
        .forEach(
            (lane, head) -> {
              Known same =
                  known
                      .computeIfAbsent(lane, key -> new TreeMap<>())
                      .putIfAbsent(head.seq(), new Known(head.hash(), checkpoint.at()));
              if (same != null && !same.hash().equals(head.hash())) {
                found(Damage.contradicting(lane, head, same.checkpoint(), checkpoint.at()));
              }
            });
  }

  /** The next row of its lane. */
  void add(ChainedRow row) {
    rows++;
    first = Math.min(first, row.at());
    last = Math.max(last, row.at());
    Head before = heads.getOrDefault(row.lane(), Head.NONE);
    if (row.seq() != before.seq() + 1) {
      found(Damage.deleted(before, row));
    } else if (!row.hash().equals(row.hashAfter(before.hash()))) {
      found(Damage.edited(row));
    }
    Known at = known.getOrDefault(row.lane(), new TreeMap<>()).get(row.seq());
    if (at != null && !at.hash().equals(row.hash())) {
      found(Damage.rewritten(row, at.checkpoint()));
    }
    heads.put(row.lane(), row.head());
  }

  /** Something else is wrong. */
  void found(Damage damage) {
    damaged++;
    if (damages.size() < MOST_TOLD) {
      damages.add(damage);
    }
  }

  /** Goes on from where the lanes stood when rows were taken out. */
  void goOnFrom(Map<Integer, Head> stood) {
    heads.putAll(stood);
  }

  /** Where each lane stands now. */
  Map<Integer, Head> heads() {
    return Map.copyOf(heads);
  }

  /** All rows were seen: what the checkpoints knew beyond them is gone. */
  void end() {
    known.forEach(
        (lane, rowsKnown) -> {
          Head left = heads.getOrDefault(lane, Head.NONE);
          Map.Entry<Long, Known> last = rowsKnown.lastEntry();
          if (last.getKey() > left.seq()) {
            found(Damage.cut(lane, left, last.getKey(), last.getValue().checkpoint()));
          }
        });
  }

  long rows() {
    return rows;
  }

  /** How long the rows reach, from the earliest to the latest. */
  Duration span() {
    return rows == 0 ? Duration.ZERO : Duration.of(last - first, ChronoUnit.MICROS);
  }

  /** The time of the latest row. */
  Optional<Instant> last() {
    return rows == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plus(last, ChronoUnit.MICROS));
  }

  /** How many damages there are, told or not. */
  long damaged() {
    return damaged;
  }

  List<Damage> damages() {
    return List.copyOf(damages);
  }
}
