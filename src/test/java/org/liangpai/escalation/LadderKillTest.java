package org.liangpai.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liangpai.testsupport.PostgresTestResource;

/**
 * Processes that take steps are killed by SIGKILL and started again, at random and before every
 * statement: no step is lost and none doubled, nor anything that belongs to a step.
 *
 * <p>{@code -Dladder.kills=1000} kills as often as one likes, {@code -Dladder.seed} repeats.
 */
class LadderKillTest {

  private static final int KILLS = Integer.getInteger("ladder.kills", 24);
  private static final long SEED = Long.getLong("ladder.seed", System.nanoTime());

  private static final LocalDate FIRST = LocalDate.of(2030, 1, 7);
  private static final int OF_EACH_STORY = 12;
  private static final int DUE_DAYS = 8;

  /** So long, in milliseconds, a process is let work before it is killed at the most. */
  private static final int LONGEST = 60;

  private static final int MOST_POINTS = 80;

  private static final int MOST_A_DAY = 4;

  /** So many processes are being started while two work. */
  private static final int STARTING = 4;

  @TempDir private static Path folder;
  private static ClassArchive archive;

  private final List<KilledProcess> alive = new ArrayList<>();
  private String url;
  private HarnessCity city;

  @BeforeAll
  static void pack() throws IOException {
    archive = ClassArchive.pack(folder);
  }

  @BeforeEach
  void setUp() {
    url = PostgresTestResource.newServer();
    city = new HarnessCity(url);
    city.begin(url, PostgresTestResource.PASSWORD);
    if (!archive.isWritten()) {
      writeArchive();
    }
  }

  /** By a process that does all there is to do, once, and ends in order. */
  private void writeArchive() {
    KilledProcess process = start();
    city.issue(LadderStory.NOTHING_IS_DONE, FIRST.minusYears(1));
    city.find(FIRST.minusYears(1));
    process.tell(FIRST.minusYears(1).minusDays(1).toString());
    process.hear("DONE");
    process.tell(FIRST.toString());
    process.hear("DONE");
    process.end();
    alive.remove(process);
  }

  @AfterEach
  void tearDown() {
    alive.forEach(KilledProcess::kill);
  }

  private KilledProcess start(StoppingConnection.Fault fault) {
    KilledProcess process = new KilledProcess(archive, url, PostgresTestResource.PASSWORD, fault);
    alive.add(process);
    return process;
  }

  private KilledProcess start() {
    return start(StoppingConnection.Fault.NONE);
  }

  private void kill(KilledProcess process) {
    process.kill();
    alive.remove(process);
  }

  @Test
  void randomKills_loseAndDoubleNothing() {
    System.out.printf("Killing %d times, -Dladder.seed=%d%n", KILLS, SEED);
    long begun = System.nanoTime();
    Pair pair = new Pair(new Random(SEED));
    LocalDate day = FIRST;
    while (pair.killed < KILLS) {
      LocalDate due = LadderProcess.CALENDAR.plusWorkingDays(day, -LadderStory.FIRST).day();
      issue(due);
      LocalDate last =
          LadderProcess.CALENDAR.plusWorkingDays(due, DUE_DAYS + LadderStory.LAST).day();
      while (!day.isAfter(last)) {
        pair.live(day);
        day = LadderProcess.CALENDAR.plusWorkingDays(day, 1).day();
      }
      assertThat(city.faults()).isEmpty();
      System.out.printf(
          "%d kills in %d s: %d steps, each once; %d transactions rolled back%n",
          pair.killed,
          (System.nanoTime() - begun) / 1_000_000_000,
          city.expectedSteps(),
          city.interrupted());
    }
  }

  /** Two processes that live from day to day and are killed, and some that are ready to follow. */
  private final class Pair {

    private final Random random;
    private final KilledProcess[] two = {start(), start()};
    private final Queue<KilledProcess> next = new ArrayDeque<>();
    private int killed;

    Pair(Random random) {
      this.random = random;
      for (int i = 0; i < STARTING; i++) {
        next.add(start());
      }
    }

    /** Lets both work on a day, kills some of them, and goes on until both are done with it. */
    void live(LocalDate day) {
      two[0].tell(command(day));
      two[1].tell(command(day));
      int victims = Math.min(KILLS - killed, random.nextInt(MOST_A_DAY + 1));
      for (int i = 0; i < victims; i++) {
        pause(random.nextInt(LONGEST));
        replace(random.nextInt(2), command(day));
      }
      boolean[] done = {false, false};
      long patience = System.nanoTime() + 120_000_000_000L;
      while (!done[0] || !done[1]) {
        assertThat(System.nanoTime()).as("still working").isLessThan(patience);
        for (int i = 0; i < 2; i++) {
          if (!done[i]) {
            String said = two[i].overhear("DONE", "AT").orElse("");
            done[i] = said.startsWith("DONE");
            if (said.startsWith("AT")) {
              replace(i, day.toString());
            }
          }
        }
      }
    }

    private void replace(int victim, String command) {
      kill(two[victim]);
      killed++;
      two[victim] = next.remove();
      next.add(start());
      two[victim].tell(command);
    }

    /** At times with a point at which it stops, to be killed there. */
    private String command(LocalDate day) {
      return killed < KILLS && random.nextInt(4) == 0
          ? day + " " + (1 + random.nextInt(MOST_POINTS))
          : day.toString();
    }
  }

  /** Cards of every story, due on some days running, and as many verifications. */
  private void issue(LocalDate due) {
    for (int i = 0; i < OF_EACH_STORY; i++) {
      LocalDate day = LadderProcess.CALENDAR.plusWorkingDays(due, i % DUE_DAYS).day();
      for (LadderStory story : LadderStory.values()) {
        city.issue(story, day);
      }
      city.find(day);
    }
  }

  @Test
  void killBeforeEveryStatement_losesAndDoublesNothing() {
    LocalDate day = FIRST;
    int point = 0;
    String said;
    KilledProcess process = start();
    do {
      KilledProcess next = start();
      day = LadderProcess.CALENDAR.plusWorkingDays(day, 1).day();
      city.issue(LadderStory.NOTHING_IS_DONE, LadderProcess.CALENDAR.plusWorkingDays(day, 3).day());
      process.tell(day.toString());
      process.hear("DONE");
      day = LadderProcess.CALENDAR.plusWorkingDays(day, 3 + LadderStory.LAST).day();
      city.find(day.minusDays(14));
      point++;
      process.tell(day + " " + point);
      said = process.hear("AT", "DONE");
      if (said.startsWith("AT")) {
        kill(process);
        process = next;
      }
      process.tell(day.toString());
      process.hear("DONE");
      assertThat(city.faults()).as(said).isEmpty();
    } while (said.startsWith("AT"));
    System.out.printf("Killed before each of %d statements and commits%n", point - 1);

    assertThat(point).isGreaterThan(20);
  }

  @Test
  void twoThatBothFoundAStepDue_takeItOnce() {
    race(StoppingConnection.Fault.UNLOCKED);

    assertThat(city.faults()).isEmpty();
  }

  /** The control: without the key the harness sees the step doubled, and what belongs to it. */
  @Test
  void twoThatBothFoundAStepDue_takeItTwiceWithoutTheKey() {
    city.execute(
        """
        ALTER TABLE escalation_step DROP CONSTRAINT uq_escalation_step;
        ALTER TABLE criticism DROP CONSTRAINT uq_criticism_card
        """);

    String card = race(StoppingConnection.Fault.UNLOCKED);

    assertThat(city.faults())
        .contains(
            "step " + card + " CRITICISE is there 2 times", "raise " + card + " is there 2 times");
  }

  /** One stops between reading and writing, while the other does all of it; nobody waits. */
  private String race(StoppingConnection.Fault fault) {
    String card = city.issue(LadderStory.NOTHING_IS_DONE, FIRST.plusDays(2));
    LocalDate after = LadderProcess.CALENDAR.plusWorkingDays(FIRST.plusDays(2), 10).day();
    KilledProcess slow = start(fault);
    KilledProcess quick = start(fault);
    slow.tell(FIRST.toString());
    slow.hear("DONE");
    slow.tell(after + " INSERT INTO escalation_step");
    slow.hear("AT");
    quick.tell(after.toString());
    quick.hear("DONE");
    slow.tell("go on");
    slow.hear("DONE");
    return card;
  }

  /** The control: where a step is no transaction, the harness sees what a kill tears apart. */
  @Test
  void killWithinAStepThatIsNoTransaction_isSeen() {
    String card = city.issue(LadderStory.NOTHING_IS_DONE, FIRST.plusDays(2));
    LocalDate after = LadderProcess.CALENDAR.plusWorkingDays(FIRST.plusDays(2), 10).day();
    KilledProcess process = start(StoppingConnection.Fault.TORN);
    process.tell(FIRST.toString());
    process.hear("DONE");
    process.tell(after + " UPDATE card SET level");
    process.hear("AT");
    kill(process);
    KilledProcess next = start(StoppingConnection.Fault.TORN);
    next.tell(after.toString());
    next.hear("DONE");

    assertThat(city.faults())
        .contains(
            "notice " + card + " CRITICISE is there 0 times",
            "raise " + card + " is there 0 times");
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
