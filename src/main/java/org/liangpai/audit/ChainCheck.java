package org.liangpai.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

  ChainCheck(List<Checkpoint> checkpoints) {
    for (Checkpoint checkpoint : checkpoints) {
      checkpoint
          .heads()
          .forEach(
              (lane, head) ->
                  known
                      .computeIfAbsent(lane, key -> new TreeMap<>())
                      .putIfAbsent(head.seq(), new Known(head.hash(), checkpoint.at())));
    }
  }

  /** The next row of its lane. */
  void add(ChainedRow row) {
    rows++;
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

  /** How many damages there are, told or not. */
  long damaged() {
    return damaged;
  }

  List<Damage> damages() {
    return List.copyOf(damages);
  }
}
