/** Staged rows checked and merged into the tables of the service, all as sets in SQL. */
package org.liangpai.intake.merge;
