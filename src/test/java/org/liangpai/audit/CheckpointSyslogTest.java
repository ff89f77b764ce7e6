package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liangpai.keys.KeySource;
import org.liangpai.keys.RotateKeyCommand;

class CheckpointSyslogTest {

  /** Facility 13 (audit) and severity 6, version 1, time, host, name. */
  private static final String BEGINNING = "<110>1 2026-11-09T\\d\\d:00:00\\S* \\S+ liangpai .*";

  private record Config(Optional<URI> syslog) implements TrailConfig {

    @Override
    public Optional<Path> checkpoints() {
      return Optional.empty();
    }

    @Override
    public Optional<URI> webhook() {
      return Optional.empty();
    }

    @Override
    public Duration checkpointEvery() {
      return Duration.ofMinutes(1);
    }
  }

  @TempDir Path data;
  private Checkpoint checkpoint;

  @BeforeEach
  void sign() {
    KeySource source = KeySource.of(null, null, data);
    RotateKeyCommand.run(source, new PrintStream(OutputStream.nullOutputStream()));
    checkpoint =
        Checkpoint.of(Instant.parse("2026-11-09T01:00:00Z"), Map.of(3, new Head(5, "ab")))
            .sealed(12, Checkpoint.NO_LINE, source.keyring().orElseThrow());
  }

  @Test
  void checkpoint_isToldByTcp() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CheckpointSyslog syslog = syslog("tcp", server.getLocalPort());
      syslog.tell(checkpoint);
      syslog.close();

      try (Socket client = server.accept();
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        assertTold(lines.readLine());
      }
    }
  }

  @Test
  void checkpoint_isToldByUdp() throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      CheckpointSyslog syslog = syslog("udp", server.getLocalPort());
      syslog.tell(checkpoint);
      syslog.close();

      server.setSoTimeout(5_000);
      DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
      server.receive(packet);
      assertTold(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void serverThatIsNotThere_holdsNothingUp() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    syslog("tcp", port).tell(checkpoint);
    syslog("gopher", port).tell(checkpoint);
    new CheckpointSyslog(new Config(Optional.empty())).tell(checkpoint);
  }

  private void assertTold(String line) {
    assertThat(line).matches("(?:\\d+ )?" + BEGINNING);
    assertThat(line)
        .contains("checkpoint number=12 at=2026-11-09T01:00:00Z row=5 hash=" + checkpoint.hash())
        .contains("signature=" + checkpoint.seal().signature());
  }

  private static CheckpointSyslog syslog(String scheme, int port) {
    URI server = URI.create("%s://127.0.0.1:%d".formatted(scheme, port));
    return new CheckpointSyslog(new Config(Optional.of(server)));
  }
}
