package org.liangpai.warninglist;

import java.util.List;

/**
 * The reasons to choose from when what a holder proposes or reports is not taken.
 *
 * @param planReturns why measures are returned
 * @param reportRejections why a report is rejected
 */
public record RectificationReasons(List<Reason> planReturns, List<Reason> reportRejections) {}
