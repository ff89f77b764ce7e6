package org.liangpai.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks a ClamAV daemon about files, by its command INSTREAM. */
record Clamd(String host, int port, Duration timeout) {

  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_ANSWER = 1_000;
  private static final String FOUND = " FOUND";

  /**
   * What it finds in a file, by the name that it has for it.
   *
   * @throws IOException if it cannot be asked, or does not answer that the file is in order
   */
  Optional<String> find(Path file) throws IOException {
    String answer = ask(file);
    if (answer.endsWith(": OK")) {
      return Optional.empty();
    }
    if (answer.endsWith(FOUND)) {
      return Optional.of(
          answer.substring(answer.indexOf(':') + 1, answer.length() - FOUND.length()).strip());
    }
    throw new IOException("clamd: " + answer);
  }

  private String ask(Path file) throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    try (Socket socket = new Socket();
        InputStream content = Files.newInputStream(file)) {
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write(COMMAND);
      byte[] chunk = new byte[CHUNK];
      for (int count = content.read(chunk); count > 0; count = content.read(chunk)) {
        out.writeInt(count);
        out.write(chunk, 0, count);
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
  }
}
