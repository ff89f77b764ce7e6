/**
 * Cards (亮牌): issued by confirmed findings, shown to a branch or unit until their items are
 * cleared.
 */
package org.liangpai.card;
