/** The REST resources that write: imports, and one branch or record at a time. */
package org.liangpai.intake.api;
