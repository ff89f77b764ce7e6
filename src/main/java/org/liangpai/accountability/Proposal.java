package org.liangpai.accountability;

/**
 * A case that the service proposes.
 *
 * @param key names the occasion, such as {@code OVERDUE W1-2026-0001}; it is proposed once
 * @param grounds why, in one Chinese sentence
 * @param unitCode the party organisation whose head it concerns
 * @param branchCode the branch on whose account, or {@code null}
 */
public record Proposal(
    String key,
    Ground ground,
    String grounds,
    String unitCode,
    String branchCode,
    String cardNumber,
    AnsweringMeasure measure) {}
