package org.liangpai.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance with a memory of its own: what is drawn for one subject does not depend on what was drawn
 * for others before, so the rows of the city can be made in any order and again.
 */
final class Draw {

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final SplittableRandom random;

  private Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The draws for a subject, which a few numbers name. */
  static Draw of(long seed, long... subject) {
    long mixed = seed;
    for (long part : subject) {
      mixed = (mixed ^ part) * MIX;
      mixed ^= mixed >>> 29;
    }
    return new Draw(mixed);
  }

  /** A number from the least to the most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean chance(double share) {
    return share() < share;
  }

  /** A number from 0 up to, and not including, 1. */
  double share() {
    return random.nextDouble();
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** The index of one of the weights, in proportion to them. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int index = 0;
    while (left >= weights[index]) {
      left -= weights[index++];
    }
    return index;
  }
}
