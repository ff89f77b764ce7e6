/** Oversight (监督情况): who verifies and supervises is seen by the next level, as facts. */
package org.liangpai.oversight;
