package org.liangpai.intake.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/**
 * A count that is part of another one.
 *
 * @param wholes the fields whose sum is the whole; if one is blank, nothing is known of it
 */
record Share(Table table, String part, List<String> wholes) {

  /** Each counts some of those whom the whole counts, on the same day. */
  static final List<Share> CERTAIN =
      List.of(
          ofMembers("membersWithoutGroup"),
          ofMembers("membersDuesOverdue"),
          ofMembers("membersLapsed"),
          ofMembers("membersLost"),
          ofMembers("membersUntransferred"),
          ofMembers("floatingMembers"),
          ofMembers("leadingCadres"),
          of(Table.RECORDS, "weakGroups", "groups"),
          of(Table.RECORDS, "floatingOutOfContact", "floatingMembers"),
          of(Table.RECORDS, "leadingCadresAbsent", "leadingCadres"),
          of(Table.RECORDS, "probationersOverdue", "probationaryMembers"),
          of(Table.MEETINGS, "exempt", "expected"),
          of(Table.MEETINGS, "attendingVoters", "eligibleVoters"),
          of(Table.MEETINGS, "votesFor", "eligibleVoters"));

  /** People come and go within the year, and more may be done than is due. */
  static final List<Share> USUAL =
      List.of(
          of(Table.RECORDS, "membersTrained", "membersDueTraining"),
          ofMembers("groups"),
          ofMembers("membersDueTraining"),
          ofMembers("probationersEarly"),
          of(Table.RECORDS, "talksDone", "talksDue"),
          of(Table.RECORDS, "duesReturned", "duesCollectedLastYear"),
          of(Table.MEETINGS, "ratedExcellent", "expected"),
          of(Table.MEETINGS, "ratedProbationary", "expected"));

  private static Share ofMembers(String part) {
    return new Share(Table.RECORDS, part, List.of("fullMembers", "probationaryMembers"));
  }

  private static Share of(Table table, String part, String whole) {
    return new Share(table, part, List.of(whole));
  }

  /** Why the part of a row cannot be, if it is more than the whole. */
  Optional<Flaw> broken(Row row) {
    if (row.table() != table || row.isBlank(part) || wholes.stream().anyMatch(row::isBlank)) {
      return Optional.empty();
    }
    BigDecimal whole =
        wholes.stream()
            .map(field -> Share.amount(row, field))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return amount(row, part).compareTo(whole) <= 0
        ? Optional.empty()
        : Optional.of(new Flaw(part, "多于" + labels() + whole.stripTrailingZeros().toPlainString()));
  }

  private String labels() {
    return wholes.stream()
        .map(field -> table.field(field).label())
        .collect(Collectors.joining("与", "", wholes.size() > 1 ? "之和" : ""));
  }

  private static BigDecimal amount(Row row, String field) {
    return new BigDecimal(row.get(field).toString());
  }
}
