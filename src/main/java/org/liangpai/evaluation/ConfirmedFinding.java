package org.liangpai.evaluation;

import org.liangpai.warninglist.Level;

/**
 * A confirmed finding as grading sees it.
 *
 * @param itemLevel the level that the item set: only these are counted
 * @param startLevel the level from which the card starts: higher than the item's after a relapse
 */
public record ConfirmedFinding(Level itemLevel, Level startLevel) {}
