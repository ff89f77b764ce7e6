package org.liangpai.account;

import org.liangpai.shared.AccessRefused;

/** Somebody wants to set up the service without its token. */
final class SetupRefused extends AccessRefused {

  private static final long serialVersionUID = 1L;

  SetupRefused() {
    super(
        403,
        "setup-token-wrong",
        "初始化口令不对",
        "初始化口令不对；它在服务启动时显示在控制台上，或由环境变量 LIANGPAI_SETUP_TOKEN 给出。",
        null);
  }
}
