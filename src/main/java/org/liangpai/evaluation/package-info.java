/**
 * Judging branches by the rules: facts and verdicts, pure functions of the list, the rules and what
 * is on file. No database, no clock, no framework but Drools.
 */
package org.liangpai.evaluation;
