/**
 * What the levels above grant on a card: extension, suspension, objection, withdrawal, and the
 * passing on of the cards of a dissolved branch.
 */
package org.liangpai.concession;
