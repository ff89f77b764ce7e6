package org.liangpai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.evidence.EvidenceCity.SECRETARY;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/** Files that are kept in a store that speaks S3, after a virus scanner has looked at them. */
@QuarkusTest
@QuarkusTestResource(value = EvidenceServices.class, restrictToAnnotatedClass = true)
class EvidenceElsewhereTest {

  @Inject TwoCounties counties;
  @Inject EvidenceCity city;
  @Inject CleaningFiles cleaning;
  @Inject KeepingFiles keeping;
  @Inject TestClock time;

  @BeforeEach
  void setUp() throws IOException {
    time.reset();
    counties.reset();
    keeping.eachKeptBefore(time.instant(), some -> some.forEach(keeping::drop));
    assertThat(keys()).isEmpty();
  }

  @AfterEach
  void tearDown() {
    System.clearProperty(EvidenceServices.SCANNER);
  }

  @Test
  void file_isScannedKeptAndGivenBack() {
    byte[] content = SampleFiles.docx();
    String id =
        city.file("report.docx", content)
            .then()
            .statusCode(201)
            .body("file.scanned", equalTo(true))
            .extract()
            .path("id");

    assertThat(keys()).containsExactly("evidence/" + id.substring(0, 2) + "/" + id);
    assertThat(city.content(SECRETARY, id).asByteArray()).isEqualTo(content);
  }

  @Test
  void infectedFile_isRefusedAndNotKept() {
    byte[] infected =
        ("%PDF-1.7\n" + EvidenceServices.SIGNATURE).getBytes(StandardCharsets.US_ASCII);
    problem(city.file("a.pdf", infected), 409)
        .body("type", containsString("evidence-infected"))
        .body("detail", containsString("Liangpai.Test.Signature"));
    assertThat(keys()).isEmpty();
    assertThat(city.list(SECRETARY)).isEmpty();
  }

  @Test
  void file_waitsForAScannerThatIsAway() {
    System.setProperty(EvidenceServices.SCANNER, "DOWN");
    problem(city.file("a.pdf", SampleFiles.pdf()), 409)
        .body("type", containsString("evidence-scanner-away"))
        .body("detail", containsString("稍后再试"));
    assertThat(keys()).isEmpty();

    System.clearProperty(EvidenceServices.SCANNER);
    city.file("a.pdf", SampleFiles.pdf()).then().statusCode(201);
  }

  @Test
  void refusedRow_leavesNoFile_andALostOneIsTold() {
    String id = city.file("a.pdf", SampleFiles.pdf()).path("id");
    problem(city.file("b.pdf", SampleFiles.pdf()), 409);
    assertThat(keys()).hasSize(1);

    keeping.drop(UUID.fromString(id));
    problem(city.content(SECRETARY, id), 409).body("type", containsString("evidence-damaged"));
  }

  @Test
  void fileWithoutARow_isRemoved() throws IOException {
    String id = city.file("a.pdf", SampleFiles.pdf()).path("id");
    city.file("b.png", SampleFiles.image("png")).then().statusCode(201);
    assertThat(keys()).hasSize(2);
    city.execute("DELETE FROM evidence WHERE id <> '" + id + "'");

    cleaning.clean();

    assertThat(keys()).singleElement().asString().endsWith(id);
  }

  private static List<String> keys() {
    return System.getProperty(EvidenceServices.KEYS, "")
        .lines()
        .filter(key -> !key.isEmpty())
        .toList();
  }
}
