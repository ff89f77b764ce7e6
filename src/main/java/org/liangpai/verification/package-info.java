/** Verification (核实): people decide on what the sweep found. */
package org.liangpai.verification;
