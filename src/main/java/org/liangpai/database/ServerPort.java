package org.liangpai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port on the loopback address at which the embedded server will listen. */
record ServerPort(int number) {

  // Without this check a foreign PostgreSQL server at the same port would pass for our own.
  void requireFree() {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections are still fading away is free; the server asks the same way.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
    } catch (IOException taken) {
      throw refused(taken);
    }
  }

  DatabaseRefused refused(IOException taken) {
    return new DatabaseRefused(
        "内置数据库的端口 %d 已被其他程序占用或不允许使用，本服务没有启动；请停止占用该端口的程序，或用环境变量 %s 指定另一个端口。"
            .formatted(number, DatabaseSettings.PORT_VARIABLE),
        taken);
  }
}
