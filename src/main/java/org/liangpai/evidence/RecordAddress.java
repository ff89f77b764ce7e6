package org.liangpai.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page of a monthly record is. */
final class RecordAddress {

  private RecordAddress() {}

  static String of(String branch, String month) {
    String code = URLEncoder.encode(branch, StandardCharsets.UTF_8).replace("+", "%20");
    return "/branches/" + code + "/records/" + month;
  }
}
