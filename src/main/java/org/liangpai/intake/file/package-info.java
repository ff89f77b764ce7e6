/** Workbooks and CSV files, read with suspicion and written to be read again. */
package org.liangpai.intake.file;
