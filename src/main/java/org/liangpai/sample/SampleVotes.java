package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.dictionary.Row;

/** The general meetings at which a vote was taken: most in order, some not. */
final class SampleVotes {

  private static final double SHARE = 0.03;
  private static final int SEATS = 3;

  private final SampleBranch branch;
  private final YearMonth month;
  private final Draw draw;
  private final SampleMinutes minutes;

  SampleVotes(SampleBranch branch, YearMonth month, Draw draw, SampleMinutes minutes) {
    this.branch = branch;
    this.month = month;
    this.draw = draw;
    this.minutes = minutes;
  }

  void addTo(List<Row> rows) {
    int eligible = branch.traits().full();
    if (has(Fault.YX_04)) {
      rows.add(vote("DISCIPLINE", eligible, (eligible - 1) / 2, 0).with("passed", false));
    } else if (has(Fault.YX_05)) {
      rows.add(vote("ADMISSION", eligible, eligible, eligible / 2));
    } else if (has(Fault.ZW_10)) {
      rows.add(election(eligible, eligible * 2 / 3, SEATS + 1));
    } else if (has(Fault.ZW_11)) {
      rows.add(election(eligible, eligible, SEATS));
    } else if (has(Fault.YX_07)) {
      rows.add(vote("OTHER", eligible, eligible, eligible).with("preparedByCommittee", false));
    } else if (has(Fault.ZZ_06)) {
      rows.add(vote("ADMISSION", eligible, eligible, eligible));
    } else if (branch.traits().isOrdinary() && draw.chance(SHARE)) {
      rows.add(vote(draw.chance(0.5) ? "ADMISSION" : "CONVERSION", eligible, eligible, eligible));
    }
  }

  private boolean has(Fault fault) {
    return branch.hasFault(fault, month);
  }

  private Row vote(String subject, int eligible, int attending, int votesFor) {
    LocalDate day = month.atDay(draw.between(10, 26));
    return minutes
        .of("GENERAL_MEETING", day, branch.traits().members())
        .with("voteSubject", subject)
        .with("eligibleVoters", eligible)
        .with("attendingVoters", attending)
        .with("votesFor", votesFor)
        .with("passed", true)
        .with("importantMatter", true)
        .with("preparedByCommittee", branch.traits().hasCommittee() ? true : null);
  }

  private Row election(int eligible, int attending, int candidates) {
    return vote("ELECTION", eligible, attending, attending * 9 / 10)
        .with("seats", SEATS)
        .with("candidates", candidates);
  }
}
