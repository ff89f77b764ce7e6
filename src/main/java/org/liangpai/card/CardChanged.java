package org.liangpai.card;

/** Something was done to a card. Observed within the same transaction, or after it. */
public record CardChanged(String number, CardAct act) {}
