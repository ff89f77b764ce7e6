/** What shows that an item of a card was rectified: texts, files and links to monthly records. */
package org.liangpai.evidence;
