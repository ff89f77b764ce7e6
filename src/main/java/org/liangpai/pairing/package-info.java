/**
 * Pairing (结对帮扶): one strong branch beside each weak one, suggested by an optimal assignment,
 * accepted by people, with a plan, visits and what came of it.
 */
package org.liangpai.pairing;
