package org.liangpai.evidence;

import org.liangpai.shared.PathSegment;

/** Where the page of a monthly record is. */
final class RecordAddress {

  private RecordAddress() {}

  static String of(String branch, String month) {
    return "/branches/" + PathSegment.of(branch) + "/records/" + month;
  }
}
