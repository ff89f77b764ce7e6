package org.liangpai.accountability;

/**
 * Whom a case concerns that people open.
 *
 * @param unitCode the party organisation whose head it concerns
 * @param branchCode the branch on whose account, or {@code null}
 * @param cardNumber the card on whose account, or {@code null}
 */
public record Concerned(String unitCode, String branchCode, String cardNumber) {}
