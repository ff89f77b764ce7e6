package org.liangpai.account;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The service does not start as it is configured; the message says in Chinese what to do. */
final class StartRefused extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  private StartRefused(String message) {
    super(message);
  }

  static StartRefused demonstrationExposed(String host) {
    return new StartRefused(
        """
        系统中有演示账号可以登录，不能在 %s 上对外提供服务。
        请停用全部演示账号，或改用新的数据目录；如果确实要带着演示账号对外服务，请设置 LIANGPAI_ALLOW_DEMONSTRATION=true。"""
            .formatted(host));
  }

  static StartRefused passwordProfile(String name) {
    return new StartRefused("LIANGPAI_PASSWORD_PROFILE 的值“" + name + "”无效，可以是 dengbao 或 asvs。");
  }

  static StartRefused databaseRole(String role, String fault) {
    return new StartRefused(
        """
        数据库用户 %s %s，行级安全策略对它不起作用，各单位的数据无法隔离，服务没有启动。
        请按 README 用三条 CREATE ROLE 建立三个用户：liangpai（表的所有者）、liangpai_app、liangpai_sweep，并用 liangpai_app 运行服务。"""
            .formatted(role, fault));
  }
}
