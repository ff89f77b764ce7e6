package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads what was asked for the accounts of administrators, for the three of them. */
@ApplicationScoped
public class ReadingAdministratorRequests {

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  ReadingAdministratorRequests(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * A page, the latest first.
   *
   * @param before the id of the last one of the page before, or 0
   */
  public Page<AdministratorRequest> list(long before, int limit) {
    List<AdministratorRequest> read =
        transactions.call(
            connection ->
                AdministratorRequests.latest(connection, before, Page.read(limit), clock.instant())
                    .stream()
                    .map(filed -> seen(filed.request()))
                    .toList());
    return Page.of(read, limit, AdministratorRequest::id);
  }

  /** One of them. */
  public AdministratorRequest get(long id) {
    return transactions.call(
        connection ->
            AdministratorRequests.of(connection, id, clock.instant())
                .map(filed -> seen(filed.request()))
                .orElseThrow(() -> new NotFound("申请", id)));
  }

  private AdministratorRequest seen(AdministratorRequest request) {
    Viewer reader = viewer.viewer();
    boolean isWaiting = request.status() == RequestStatus.WAITING;
    return request.seen(
        isWaiting && AnsweringAdministratorRequests.isSecond(reader, request),
        isWaiting && request.askedBy().equals(reader.account()));
  }
}
