package org.liangpai.security;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Every page of the service as every role that may see it, in the city of the walk. */
@Singleton
public class WalkedPages {

  /**
   * A page that was shown.
   *
   * @param who the role, or {@code null} if nobody was signed in
   */
  public record Shown(String route, Role who, String address, String html) {

    /** What the request carried. */
    public String authorization() {
      return who == null ? null : WalkedPeople.authorization(who);
    }

    @Override
    public String toString() {
      return address + " as " + who;
    }
  }

  private final WalkedObjects objects;

  WalkedPages(WalkedObjects objects) {
    this.objects = objects;
  }

  /** Sets up the city of the walk. */
  public void reset() {
    objects.reset();
  }

  /** All pages; what is no whole page is left out. */
  public List<Shown> all() {
    try {
      PermissionTable table = PermissionTable.read();
      List<Shown> shown = new ArrayList<>();
      for (PermissionTable.Row row : table.rows()) {
        row.routes().forEach(route -> add(route, row.roles(), shown));
      }
      table.signedIn().forEach(route -> add(route, Arrays.asList(Role.values()), shown));
      table.open().forEach(route -> add(route, Collections.singleton(null), shown));
      return shown;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A page as a role. */
  public Shown page(Role who, String address) {
    Response answer = request(who).get(address);
    answer.then().statusCode(200);
    return new Shown("GET " + address, who, address, answer.asString());
  }

  private void add(Route route, Collection<Role> roles, List<Shown> shown) {
    if (route.isPage() && route.method().equals("GET")) {
      roles.forEach(role -> show(route, role, shown));
    }
  }

  private void show(Route route, Role who, List<Shown> shown) {
    String authorization = who == null ? null : WalkedPeople.authorization(who);
    String address = objects.address(route, authorization, true);
    Response answer = request(who).get(address);
    String html = answer.asString();
    if (answer.statusCode() == 200 && html.contains("<main")) {
      shown.add(new Shown(route.toString(), who, address, html));
    }
  }

  private static RequestSpecification request(Role who) {
    RequestSpecification request =
        given().noFilters().accept("text/html").redirects().follow(false).urlEncodingEnabled(false);
    return who == null ? request : request.header("Authorization", WalkedPeople.authorization(who));
  }
}
