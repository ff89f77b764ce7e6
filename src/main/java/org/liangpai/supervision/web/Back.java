package org.liangpai.supervision.web;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** Where a form leads when it is done. */
final class Back {

  private static final String BRANCHES = "/supervision/branches";

  private Back() {}

  /** To a branch if a form names one, else to the branches. */
  static URI to(String branch) {
    return branch == null || branch.isBlank() ? URI.create(BRANCHES) : toBranch(branch);
  }

  static URI toBranch(String code) {
    return UriBuilder.fromPath(BRANCHES).path("{code}").build(code);
  }
}
