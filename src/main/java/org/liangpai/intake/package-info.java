/**
 * The one way in for units, branches, records and meetings: whatever the form of an upload, its
 * rows are parsed, staged, checked and merged as sets, in one transaction.
 */
package org.liangpai.intake;
