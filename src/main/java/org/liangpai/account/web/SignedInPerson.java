package org.liangpai.account.web;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.account.DemonstrationAccounts;
import org.liangpai.account.OwnStanding;
import org.liangpai.account.Pending;
import org.liangpai.account.SignedIn;
import org.liangpai.security.KnownIdentity;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;

/** What every page tells its viewer about themselves. */
@RequestScoped
@Named("me")
public class SignedInPerson {

  private final OwnStanding standing;
  private final DemonstrationAccounts demonstration;
  private final SignedIn signedIn;
  private final Viewer viewer;
  private OwnStanding.Due due;

  SignedInPerson(
      OwnStanding standing,
      DemonstrationAccounts demonstration,
      CurrentIdentityAssociation identities) {
    this.standing = standing;
    this.demonstration = demonstration;
    Optional<SecurityIdentity> identity = KnownIdentity.of(identities);
    this.viewer = identity.map(Viewer::of).orElse(Viewer.NOBODY);
    this.signedIn =
        identity.map(one -> one.<SignedIn>getAttribute(SignedIn.class.getName())).orElse(null);
  }

  /** How people call them. */
  public String name() {
    return signedIn == null ? viewer.account() : signedIn.displayName();
  }

  /** What has to be done before anything else, or {@code null}. */
  public Pending pending() {
    return signedIn == null ? null : signedIn.pending();
  }

  /** The posts with the names of their places. */
  public List<String> posts() {
    return mayAsk() ? standing.posts(viewer) : List.of();
  }

  /** Whether somebody could sign in with a password that was printed. */
  public boolean isDemonstration() {
    return mayAsk() && demonstration.anyActive();
  }

  /** When the password has to be changed, if that is soon. */
  public LocalDate passwordExpiresOn() {
    return day(due().passwordExpiresAt());
  }

  /** When an administrator has to have a second factor, if they have none. */
  public LocalDate secondFactorDueOn() {
    return day(due().secondFactorDueAt());
  }

  /** Nothing while something has to be done at once: the page of the account says so. */
  private OwnStanding.Due due() {
    if (due == null) {
      due =
          signedIn == null || signedIn.pending() != null || !mayAsk()
              ? OwnStanding.Due.NOTHING
              : standing.due(signedIn);
    }
    return due;
  }

  private static LocalDate day(Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ClockProducer.ZONE);
  }

  /** The page of a refusal is made where the database must not be waited for. */
  private static boolean mayAsk() {
    return BlockingOperationControl.isBlockingAllowed();
  }
}
