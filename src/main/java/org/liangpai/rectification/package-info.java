/**
 * Rectification (整改): from the issue of a card to its closing for good. The holder proposes
 * measures and reports, the verifier and at a red card the level above look at it, and after
 * clearing the card is watched.
 */
package org.liangpai.rectification;
