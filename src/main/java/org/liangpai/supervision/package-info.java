/** Supervision (督导): who takes which branch, what they saw there, and what was agreed. */
package org.liangpai.supervision;
