package org.liangpai.account;

import java.time.LocalDate;
import org.liangpai.security.Role;

/**
 * A post to be assigned.
 *
 * @param unitCode where it is, or {@code null}
 * @param branchCode where it is, or {@code null}
 * @param from the first day; {@code null} for today
 * @param to the last day; {@code null} while no end is foreseen
 */
public record NewPost(
    String account, Role role, String unitCode, String branchCode, LocalDate from, LocalDate to) {}
