package org.liangpai.escalation;

import java.util.List;
import org.liangpai.card.HolderKind;
import org.liangpai.warninglist.Level;

/**
 * A card with where it stands and what was said of it before.
 *
 * @param items the codes of what the holder has still to do
 * @param lock the unit by whose lock acts on the card wait for each other
 * @param known what was said before, or {@code null}
 * @param version of what was said before; 0 if nothing
 */
record LadderCard(
    String number,
    Place place,
    CardState state,
    List<String> items,
    String lock,
    Outlook known,
    int version) {

  /**
   * Who holds the card and who stands above.
   *
   * @param branch the branch that holds it, or {@code null}
   * @param committee the committee of the branch, or that holds the card itself
   * @param verifier the committee of the branch, or the unit above that issued the card
   * @param above the unit above the verifier, or {@code null}
   */
  record Place(
      HolderKind kind,
      String name,
      String branch,
      String committee,
      String verifier,
      String above) {}

  Level level() {
    return state.level();
  }
}
