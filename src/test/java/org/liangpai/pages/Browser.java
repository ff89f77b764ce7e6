package org.liangpai.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  static Browser open() {
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--window-size=1440,1000",
        "--user-data-dir=" + emptyFolder());
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  void visit(String address) {
    driver.get(address);
  }

  /** Sends an authorization with every request, instead of signing in. */
  void comeAs(String authorization) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of(
            "headers", authorization == null ? Map.of() : Map.of("Authorization", authorization)));
  }

  /** Runs a script in the page. */
  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Whether a script says yes within a few seconds. */
  boolean comesTrue(String script, Object... arguments) {
    try {
      return new WebDriverWait(driver, A_MOMENT)
          .until(waiting -> Boolean.TRUE.equals(driver.executeScript(script, arguments)));
    } catch (TimeoutException never) {
      return false;
    }
  }

  /** Shows pages as wide as this. */
  void width(int pixels) {
    size(pixels, 900);
  }

  /** Shows pages in a window of this size. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** The driver, for tools that look at the page themselves. */
  ChromeDriver driver() {
    return driver;
  }

  /** The element, as soon as it can be seen. */
  WebElement see(By what) {
    return new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  /** Clicks as soon as it is possible. */
  void click(By what) {
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.elementToBeClickable(what))
        .click();
  }

  void choose(By field, Path file) {
    driver.findElement(field).sendKeys(file.toAbsolutePath().toString());
  }

  /** Types into a field of the page, the first of this name. */
  void type(String field, String text) {
    type(field, 0, text);
  }

  /** Types into one of several fields of this name. */
  void type(String field, int index, String text) {
    WebElement element = driver.findElements(By.cssSelector(field(field))).get(index);
    element.clear();
    element.sendKeys(text);
  }

  /** Types into the first field of this name, and presses the key Enter. */
  void enter(String field, String text) {
    enter(By.cssSelector(field(field)), text);
  }

  /** The same into a field that is found otherwise. */
  void enter(By field, String text) {
    driver.findElement(field).sendKeys(text, Keys.ENTER);
  }

  /** Selects an option by its value. */
  void select(String field, String value) {
    new Select(driver.findElement(By.cssSelector(field(field)))).selectByValue(value);
  }

  /** Presses a button of the page, as soon as it is possible. */
  void press(String button) {
    click(By.xpath("//main//button[.='" + button + "']"));
  }

  /** Signs in on the page that is shown. */
  void signIn(String name, String password) {
    see(By.xpath("//main//h1[.='登录']"));
    type("name", name);
    type("password", password);
    press("登录");
    see(By.cssSelector("details.me"));
  }

  /** Signs out by the menu. */
  void signOut() {
    click(By.cssSelector("details.me summary"));
    click(By.xpath("//button[.='退出登录']"));
    see(By.xpath("//p[.='已退出登录。']"));
  }

  /** The labels of the navigation, but for those below “more”. */
  List<String> navigation() {
    return driver.findElements(By.cssSelector("header nav > a")).stream()
        .map(WebElement::getText)
        .toList();
  }

  String text() {
    return see(By.tagName("main")).getText();
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** How far the page is wider than a telephone of 390 pixels. */
  long overflowOnPhone(String address) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    driver.get(address);
    Object width =
        ((JavascriptExecutor) driver)
            .executeScript("return document.scrollingElement.scrollWidth - window.innerWidth");
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    return ((Number) width).longValue();
  }

  /** What the browser complained of, such as content that the policy forbids. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String field(String name) {
    return "main [name='" + name + "']";
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("liangpai-browser");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
