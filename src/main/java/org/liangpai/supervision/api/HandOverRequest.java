package org.liangpai.supervision.api;

import org.liangpai.supervision.HandOver;

/**
 * All branches of one person for another.
 *
 * @param kind CONTACT_LEADER or SUPERVISOR
 * @param from the account that hands over
 * @param to the account that takes over
 * @param fromOn the first day of the successor
 */
record HandOverRequest(String kind, String from, String to, String fromOn, String reason) {

  HandOver handOver() {
    return new HandOver(
        SupervisionResource.required(kind), from, to, TakingRequest.day("fromOn", fromOn), reason);
  }
}
