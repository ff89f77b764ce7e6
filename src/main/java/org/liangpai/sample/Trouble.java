package org.liangpai.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liangpai.sample.Fault.Slot;

/**
 * The bad time of a branch, and all that goes wrong in it: faults come together, in few branches.
 *
 * @param lasting it was there before the first month and is still there after the last
 */
record Trouble(YearMonth from, YearMonth to, boolean lasting, Set<Fault> faults, long seed) {

  private static final double LASTING_SHARE = 0.035;
  private static final double PASSING_SHARE = 0.55;

  /** How many of the passing ones last one month, two, and so on. */
  private static final int[] LENGTHS = {45, 33, 14, 8};

  /** How many branches have one fault, two, and so on. */
  private static final int[] NUMBERS = {13, 25, 28, 18, 10, 6};

  /** The trouble of a branch of such traits; of most branches none. */
  static Trouble drawn(Traits traits, SampleSpan span, Draw draw, long seed) {
    boolean lasting = draw.chance(LASTING_SHARE);
    boolean passing = draw.chance(PASSING_SHARE);
    YearMonth from = span.first().plusMonths(draw.between(1 - LENGTHS.length, 12));
    YearMonth to = from.plusMonths(draw.weighted(LENGTHS));
    if (!lasting && !passing) {
      return new Trouble(span.first(), span.first(), false, Set.of(), seed);
    }
    if (lasting) {
      from = span.first();
      to = span.last();
    }
    boolean open = !to.isBefore(span.last());
    return new Trouble(from, to, lasting, faults(traits, lasting, open, draw), seed);
  }

  private static Set<Fault> faults(Traits traits, boolean lasting, boolean open, Draw draw) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Set<Slot> taken = EnumSet.noneOf(Slot.class);
    int wanted = 1 + draw.weighted(NUMBERS);
    while (faults.size() < wanted) {
      List<Fault> possible = possible(traits, lasting, open, taken);
      if (possible.isEmpty()) {
        break;
      }
      Fault fault =
          possible.get(draw.weighted(possible.stream().mapToInt(Fault::weight).toArray()));
      faults.add(fault);
      taken.add(fault.slot());
      if (fault == Fault.ZW_01) {
        // Without a committee nothing is asked of one.
        taken.addAll(EnumSet.of(Slot.COMMITTEE_MEETING, Slot.VOTE, Slot.RECORDED));
      }
    }
    for (Fault fault : Fault.values()) {
      boolean also = draw.chance(fault.share());
      if (also && fault.fits(traits) && taken.add(fault.slot())) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Fault> possible(
      Traits traits, boolean lasting, boolean open, Set<Slot> taken) {
    List<Fault> possible = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      boolean inReach =
          switch (fault.reach()) {
            case LASTING -> lasting;
            case DATED -> open;
            case MONTHLY, EVENT -> true;
            case YEARLY -> false;
          };
      if (inReach && fault.fits(traits) && !taken.contains(fault.slot())) {
        possible.add(fault);
      }
    }
    return possible;
  }

  /** The branch has it, be it in some months only. */
  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /** The branch has it in this month. */
  boolean has(Fault fault, YearMonth month) {
    return faults.contains(fault)
        && !month.isBefore(from)
        && !month.isAfter(to)
        && happens(fault, month);
  }

  private boolean happens(Fault fault, YearMonth month) {
    double share =
        switch (fault.reach()) {
          case EVENT -> 0.5;
          case MONTHLY -> lasting ? 0.7 : 1;
          case LASTING, DATED, YEARLY -> 1;
        };
    return Draw.of(seed, fault.ordinal(), month.getYear(), month.getMonthValue()).chance(share);
  }
}
