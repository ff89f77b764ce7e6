package org.liangpai.supervision.api;

import org.liangpai.supervision.HandOver;

/**
 * All branches of one person for another, for good or for some days.
 *
 * @param kind CONTACT_LEADER or SUPERVISOR
 * @param from the account that hands over
 * @param to the account that takes over
 * @param fromOn the first day of the successor
 * @param toOn the last, if the one who hands over goes on afterwards
 */
record HandOverRequest(
    String kind, String from, String to, String fromOn, String toOn, String reason) {

  HandOver handOver() {
    return new HandOver(
        SupervisionResource.required(kind),
        from,
        to,
        TakingRequest.day("fromOn", fromOn),
        TakingRequest.day("toOn", toOn),
        reason);
  }
}
