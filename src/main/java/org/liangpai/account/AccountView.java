package org.liangpai.account;

import java.time.Instant;
import java.util.List;

/**
 * An account as readers see it.
 *
 * @param lockedUntil until when it is locked somewhere; {@code null} if it is not
 * @param external signed in by the identity provider alone
 * @param passwordChangedAt {@code null} without a password
 * @param posts those of today and to come
 */
public record AccountView(
    String name,
    String displayName,
    AccountStatus status,
    String statusLabel,
    Instant lockedUntil,
    boolean secondFactor,
    boolean demonstration,
    boolean external,
    Instant passwordChangedAt,
    Instant createdAt,
    String createdBy,
    List<PostView> posts) {

  AccountView with(List<PostView> held) {
    return new AccountView(
        name,
        displayName,
        status,
        statusLabel,
        lockedUntil,
        secondFactor,
        demonstration,
        external,
        passwordChangedAt,
        createdAt,
        createdBy,
        held);
  }
}
