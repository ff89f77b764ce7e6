/** What cannot have been, and what is hardly so: pure rules over the values of one row. */
package org.liangpai.intake.fact;
