package org.liangpai.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code docs/permissions.md} says.
 *
 * @param rows the permissions
 * @param signedIn the routes for anybody who is signed in
 * @param open the public routes
 */
record PermissionTable(List<Row> rows, List<Route> signedIn, List<Route> open) {

  private static final Path FILE = Path.of("docs/permissions.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ROUTE = Pattern.compile("[A-Z]+ /.*");

  /** A permission with its Chinese name and its routes, and the roles that have it. */
  record Row(String permission, String name, List<Route> routes, Set<Role> roles) {}

  static PermissionTable read() throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Route> signedIn = new ArrayList<>();
    List<Route> open = new ArrayList<>();
    List<Role> columns = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (line.startsWith("| Permission ")) {
        cells(line).skip(3).map(cell -> Role.valueOf(cell.split("<br>")[0])).forEach(columns::add);
      } else if (line.startsWith("| `")) {
        rows.add(row(cells(line).toList(), columns));
      } else if (line.startsWith("- `") && section.equals("Public")) {
        open.addAll(routes(line));
      } else if (line.startsWith("- `") && section.startsWith("Anybody")) {
        signedIn.addAll(routes(line));
      }
    }
    return new PermissionTable(rows, signedIn, open);
  }

  /** Every route of the table, each as often as it stands there. */
  List<Route> routes() {
    return Stream.concat(
            rows.stream().flatMap(row -> row.routes().stream()),
            Stream.concat(signedIn.stream(), open.stream()))
        .toList();
  }

  private static Row row(List<String> cells, List<Role> columns) {
    Set<Role> roles = new TreeSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (cells.get(i + 3).equals("●")) {
        roles.add(columns.get(i));
      }
    }
    return new Row(cells.get(0).replace("`", ""), cells.get(1), routes(cells.get(2)), roles);
  }

  private static List<Route> routes(String text) {
    return CODE.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(code -> ROUTE.matcher(code).matches())
        .map(Route::parse)
        .toList();
  }

  private static Stream<String> cells(String line) {
    String inner = line.strip();
    return Arrays.stream(inner.substring(1, inner.length() - 1).split("\\|", -1))
        .map(String::strip);
  }
}
