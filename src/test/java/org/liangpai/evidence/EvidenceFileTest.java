package org.liangpai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.evidence.EvidenceCity.SECRETARY;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/** Files as evidence: what is taken, what is refused, and that they are kept as they were. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceFileTest {

  @TestHTTPResource URI service;
  @Inject TwoCounties counties;
  @Inject EvidenceCity city;
  @Inject CleaningFiles cleaning;
  @Inject TestClock time;

  @ConfigProperty(name = "liangpai.data-dir")
  Path data;

  @BeforeAll
  void setUpTheCity() {
    time.reset();
    counties.reset();
  }

  @BeforeEach
  void setUp() throws IOException {
    city.execute("DELETE FROM evidence");
    if (Files.exists(folder())) {
      try (Stream<Path> all = Files.walk(folder())) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of("minutes.pdf", SampleFiles.pdf(), "application/pdf"),
        Arguments.of("scan.pdf", after("\r\n", 1019), "application/pdf"),
        Arguments.of("paper.ofd", SampleFiles.ofd(Map.of()), "application/ofd"),
        Arguments.of("picture.jpeg", SampleFiles.image("jpg"), "image/jpeg"),
        Arguments.of("screen.png", SampleFiles.image("png"), "image/png"),
        Arguments.of("report.docx", SampleFiles.docx(), FileType.DOCX.mediaType()),
        Arguments.of("ledger.xlsx", SampleFiles.workbook(false), FileType.XLSX.mediaType()),
        Arguments.of("ledger.xls", SampleFiles.workbook(true), "application/vnd.ms-excel"),
        Arguments.of("report.doc", SampleFiles.ole("WordDocument"), "application/msword"));
  }

  /** A PDF whose header stands behind so many bytes. */
  private static byte[] after(String start, int bytes) {
    return (start + " ".repeat(bytes - start.length()) + "%PDF-1.7\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @MethodSource("taken")
  void isGivenBackAsItWas(String name, byte[] content, String type) throws IOException {
    Response added = city.file(name, content);
    added
        .then()
        .statusCode(201)
        .body("file.name", equalTo(name))
        .body("file.mediaType", equalTo(type))
        .body("file.size", equalTo(content.length))
        .body("file.scanned", equalTo(false));
    assertThat(added.<String>path("file.sha256")).isEqualTo(hash(content));

    Response read = city.content(SECRETARY, added.path("id"));
    read.then()
        .statusCode(200)
        .contentType(equalTo(type))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
    assertThat(read.asByteArray()).isEqualTo(content);
    assertThat(offered(read)).isEqualTo(name);
    assertThat(
            city.value(
                "SELECT count(*) FROM audit_entry WHERE act = 'EVIDENCE_READ' AND after->>'sha256' = '"
                    + hash(content)
                    + "'"))
        .isNotEqualTo("0");
  }

  static Stream<Arguments> refused() {
    byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};
    byte[] elf = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0};
    String main =
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    String macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
    byte[] docx = SampleFiles.docx();
    return Stream.of(
        Arguments.of("a.pdf", program, "按内容判断"),
        Arguments.of("a.pdf.exe", elf, "按内容判断"),
        Arguments.of("a.pdf", text("<!DOCTYPE html><script>alert(1)</script>"), "按内容判断"),
        Arguments.of("a.pdf", text("<html>%PDF-1.7"), "按内容判断"),
        Arguments.of("a.pdf", text("MZ %PDF-1.7"), "按内容判断"),
        Arguments.of("a.pdf", after("\r\n", 1020), "按内容判断"),
        Arguments.of("a.png", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "按内容判断"),
        Arguments.of("a.txt", text("已整改"), "按内容判断"),
        Arguments.of("a.docx", SampleFiles.zip(Map.of("a.txt", text("x"))), "按内容判断"),
        Arguments.of("a.docx", SampleFiles.document(main, "a", text("x")), "按内容判断"),
        Arguments.of("a.docx", SampleFiles.document(macros, "a", text("x")), "宏"),
        Arguments.of("a.docx", SampleFiles.documentWith("word/vbaProject.bin", text("x")), "宏"),
        Arguments.of("a.docx", Arrays.copyOf(docx, docx.length / 2), "已损坏"),
        Arguments.of("a.docx", SampleFiles.bomb(31), "解压后过大"),
        Arguments.of("a.doc", SampleFiles.ole("WordDocument", "Macros"), "宏"),
        Arguments.of("a.xls", SampleFiles.ole("Workbook", "_VBA_PROJECT_CUR"), "宏"),
        Arguments.of("a.docx", SampleFiles.ole("EncryptedPackage", "EncryptionInfo"), "已加密"),
        Arguments.of("a.msi", SampleFiles.ole("Installer"), "按内容判断"),
        Arguments.of("a.doc", Arrays.copyOf(SampleFiles.ole("WordDocument"), 600), "已损坏"),
        Arguments.of("a.ofd", SampleFiles.ofd(Map.of("Doc_0/Attachs/run.JS", program)), "程序或脚本"),
        Arguments.of("a.ofd", SampleFiles.ofd(Map.of("Doc_0/Res/a.png", large(31 << 20))), "解压后过大"),
        Arguments.of("a.ofd", SampleFiles.ofdWithoutDocument(), "已损坏"),
        Arguments.of("a.ofd", SampleFiles.zip(Map.of("OFD.xml", text("<a/>"))), "已损坏"),
        Arguments.of("a.heic", text("\0\0\0\u0018ftypheic\0\0\0\0mif1"), "JPEG"),
        Arguments.of("a.jpg", text("\0\0\0\u0018ftypmif1\0\0\0\0mif1"), "兼容性最佳"),
        Arguments.of("a.mp4", text("\0\0\0\u0018ftypisom\0\0\0\0mif1"), "按内容判断"),
        Arguments.of("a.pdf", new byte[0], "空的"),
        Arguments.of("a.pdf", large(20 * (1 << 20) + 1), "20MB"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefused_andNothingIsKept(String name, byte[] content, String why) throws IOException {
    problem(city.file(name, content), 400).body("detail", containsString(why));
    assertThat(city.list(SECRETARY)).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void isTaken_asLargeAsIsAllowed() {
    city.file("a.pdf", large(20 * (1 << 20))).then().statusCode(201);
    city.file("b.docx", SampleFiles.bomb(29)).then().statusCode(201);
  }

  @Test
  void isRefusedUnread_farBeyondWhatIsAllowed() throws IOException {
    city.file("a.pdf", large(22 * (1 << 20))).then().statusCode(413);
    assertThat(kept()).isEmpty();
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("../../../../tmp/evil.pdf", "evil.pdf"),
        Arguments.of("..\\..\\windows\\evil.pdf", "evil.pdf"),
        Arguments.of("/etc/passwd", "passwd.pdf"),
        Arguments.of("report.pdf.exe", "report.pdf.exe.pdf"),
        Arguments.of("report.html", "report.html.pdf"),
        Arguments.of("...", "未命名.pdf"),
        Arguments.of("记录\u202Efdp.exe", "记录fdp.exe.pdf"),
        Arguments.of("字".repeat(300) + ".pdf", "字".repeat(120) + ".pdf"),
        Arguments.of("𠮷".repeat(300) + ".PDF", "𠮷".repeat(120) + ".PDF"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void name_isShownAndNoPath(String given, String shown) throws IOException {
    assertThat(DisplayName.of(given, FileType.PDF)).isEqualTo(shown);
    JsonPath added = city.browsed(service, given, SampleFiles.pdf());
    assertThat(added.getString("file.name")).isEqualTo(shown);
    assertThat(offered(city.content(SECRETARY, added.getString("id")))).isEqualTo(shown);
    assertThat(kept()).singleElement().asString().endsWith(added.getString("id"));
  }

  @Test
  void name_keepsNoSignsThatMeanSomethingElsewhere() {
    assertThat(DisplayName.of("a\"b\r\nc\u0000<d>.pdf", FileType.PDF)).isEqualTo("abcd.pdf");
    assertThat(DisplayName.of(null, FileType.DOCX)).isEqualTo("未命名.docx");
  }

  @Test
  void theSameFileAgain_isThereOnce() throws IOException {
    city.file("a.pdf", SampleFiles.pdf()).then().statusCode(201);
    problem(city.file("b.pdf", SampleFiles.pdf()), 409)
        .body("type", containsString("evidence-already-there"));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void isNotGivenBack_onceItWasTamperedWithOrLost() throws IOException {
    String id = city.file("a.pdf", SampleFiles.pdf()).path("id");
    Path file = kept().get(0);
    byte[] tampered = SampleFiles.pdf();
    tampered[20]++;
    Files.write(file, tampered);
    problem(city.content(SECRETARY, id), 409).body("detail", containsString("校验值不符"));
    Files.delete(file);
    problem(city.content(SECRETARY, id), 409);
  }

  @Test
  void fileWithoutARow_isRemovedAfterADay() throws IOException {
    String id = city.file("a.pdf", SampleFiles.pdf()).path("id");
    Path withRow = kept().get(0);
    Path young = orphan(Duration.ofHours(23));
    Path old = orphan(Duration.ofHours(25));
    Path unfinished = Files.write(folder().resolve("x.part"), SampleFiles.pdf());
    age(unfinished, Duration.ofHours(25));
    Path other = Files.write(folder().resolve("readme.txt"), SampleFiles.pdf());
    age(other, Duration.ofHours(25));
    age(withRow, Duration.ofDays(400));

    cleaning.clean();
    cleaning.clean();

    assertThat(old).doesNotExist();
    assertThat(unfinished).doesNotExist();
    assertThat(List.of(withRow, young, other)).allMatch(Files::exists);
    city.content(SECRETARY, id).then().statusCode(200);
  }

  private Path orphan(Duration age) throws IOException {
    Path file = folder().resolve(FileStore.key(UUID.randomUUID()));
    Files.createDirectories(file.getParent());
    Files.write(file, SampleFiles.pdf());
    age(file, age);
    return file;
  }

  private void age(Path file, Duration age) throws IOException {
    Instant at = time.instant().minus(age);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private Path folder() {
    return data.resolve("evidence");
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(folder())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] large(int size) {
    return Arrays.copyOf(SampleFiles.pdf(), size);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] content) throws IOException {
    return Sha256.of(new ByteArrayInputStream(content), OutputStream.nullOutputStream());
  }

  /** The name under which a browser would save it. */
  private static String offered(Response read) {
    String header = read.header("Content-Disposition");
    assertThat(header).startsWith("attachment; filename=\"evidence.");
    return URLDecoder.decode(
        header.substring(header.indexOf("UTF-8''") + 7), StandardCharsets.UTF_8);
  }
}
