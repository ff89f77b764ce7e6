package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Recusal;
import org.liangpai.security.Role;
import org.liangpai.shared.NotFound;

/** Tells on which sides of a card the viewer stands, by the posts that they hold today. */
@ApplicationScoped
public class CardParties {

  private final Recusal recusal;
  private final EntityManager entities;
  private final CurrentViewer viewer;

  CardParties(Recusal recusal, EntityManager entities, CurrentViewer viewer) {
    this.recusal = recusal;
    this.entities = entities;
    this.viewer = viewer;
  }

  /**
   * The viewer's sides of a card.
   *
   * @throws NotFound if the viewer sees no such card
   */
  public CardSides of(String number) {
    Object[] place =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                SELECT c.holder_kind, c.branch_code, u.path,
                    ARRAY(SELECT DISTINCT l.branch_code FROM card_line l WHERE l.card_number = c.number AND l.open)
                FROM card c
                LEFT JOIN branch b ON b.branch_code = c.branch_code
                JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
                WHERE c.number = :number
                """,
                Object[].class)
            .setParameter("number", number)
            .uniqueResultOptional()
            .orElseThrow(() -> new NotFound("亮牌", number));
    return of(
        HolderKind.valueOf((String) place[0]),
        (String) place[1],
        List.of((String[]) place[2]),
        List.of((String[]) place[3]));
  }

  /**
   * The viewer's sides of a card of which this is known.
   *
   * @param branch the code of the holder, or {@code null} if a unit holds the card
   * @param path the codes from the root to the unit
   * @param concerned the codes of the branches that open lines are about
   */
  public CardSides of(HolderKind kind, String branch, List<String> path, List<String> concerned) {
    boolean ofBranch = kind == HolderKind.BRANCH;
    boolean secretary = holds(Role.BRANCH_SECRETARY, path, branch);
    boolean committee = holds(Role.COMMITTEE_OFFICER, path, branch);
    boolean county = holds(Role.COUNTY_OFFICER, path, branch);
    boolean city = holds(Role.CITY_OFFICER, path, branch);
    CardSides sides =
        ofBranch
            ? new CardSides(secretary, committee, county || city, null)
            : new CardSides(committee, county || city, city, null);
    List<String> places = new ArrayList<>(concerned);
    places.add(ofBranch ? branch : path.get(path.size() - 1));
    return recusal.of(places).map(sides::recusedBy).orElse(sides);
  }

  private boolean holds(Role role, List<String> path, String branch) {
    return viewer.viewer().posts().stream()
        .filter(post -> post.role() == role)
        .map(HeldPost::scope)
        .anyMatch(scope -> scope.covers(path, branch));
  }
}
