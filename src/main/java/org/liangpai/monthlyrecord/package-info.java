/** Monthly records (月度纪实) of branches with their meetings, versions and drafts. */
package org.liangpai.monthlyrecord;
