/** What every feature may use: refusals and their problem documents, the clock, who acts. */
package org.liangpai.shared;
