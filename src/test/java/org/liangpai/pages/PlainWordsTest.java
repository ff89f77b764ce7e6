package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.liangpai.security.WalkedPages;
import org.liangpai.testsupport.TestClock;

/**
 * Pages speak Chinese: names of the program, such as those of fields and constants, stay inside.
 */
@QuarkusTest
class PlainWordsTest {

  /** Kinds of files and what people read on their telephones. */
  private static final Set<String> KNOWN =
      Set.of(
          "xlsx",
          "CSV",
          "UTF",
          "GB",
          "PDF",
          "OFD",
          "JPEG",
          "PNG",
          "WebP",
          "TOTP",
          "Webhook",
          "HEIC",
          "HEIF",
          "Word",
          "Excel",
          "MB",
          "docx",
          "JPG",
          "KB",
          "pdf",
          "png",
          "SHA",
          "IP",
          "LIANGPAI_SETUP_TOKEN");

  /**
   * Codes of items, units, branches and cards, hashes and addresses, and what the walk itself made
   * up.
   */
  private static final Pattern CODES =
      Pattern.compile(
          "(?<![A-Za-z])(?:[A-Z]{1,2}-?\\d[\\w-]*|\\d{4}-Q\\d|[ABCx]|sha256|[0-9a-f-]{8,}|/[\\w/.-]+"
              + "|walk(?:ed)?(?:-[a-z]+)*|somebody|nobody|seed|COUNTY_OFFICER@X2)(?![A-Za-z])");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]+");

  @Inject WalkedPages pages;
  @Inject TestClock clock;

  @Test
  void noPage_showsANameOfTheProgram() {
    clock.reset();
    pages.reset();
    Set<String> found = new TreeSet<>();
    for (WalkedPages.Shown page : pages.all()) {
      Document html = Jsoup.parse(page.html());
      String text = html.title() + " " + html.body().text();
      for (String attribute : new String[] {"placeholder", "title", "aria-label"}) {
        text += " " + String.join(" ", html.select("[" + attribute + "]").eachAttr(attribute));
      }
      WORD.matcher(CODES.matcher(text).replaceAll(" "))
          .results()
          .map(one -> one.group())
          .filter(word -> !KNOWN.contains(word))
          .forEach(word -> found.add(page.route() + ": " + word));
    }

    assertThat(found).isEmpty();
  }
}
