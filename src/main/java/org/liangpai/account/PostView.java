package org.liangpai.account;

import java.time.Instant;
import java.time.LocalDate;
import org.liangpai.security.Role;

/**
 * A post with its holder, as readers see it.
 *
 * @param placeName the name of the unit or branch, as far as the reader may know it
 * @param to the last day, or {@code null}
 * @param endedAt when it was ended at once, or {@code null}
 */
public record PostView(
    long id,
    String account,
    String displayName,
    Role role,
    String roleLabel,
    String unitCode,
    String branchCode,
    String placeName,
    LocalDate from,
    LocalDate to,
    Instant endedAt) {}
