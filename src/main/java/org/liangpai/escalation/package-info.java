/**
 * The ladder (催办阶梯): what is done around the due day of a card or a verification, each step once,
 * and why the next one is not yet due.
 */
package org.liangpai.escalation;
