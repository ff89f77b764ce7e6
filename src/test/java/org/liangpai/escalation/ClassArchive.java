package org.liangpai.escalation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path as jars, with an archive of the classes that a process loads: killed processes
 * start in a fraction of the time.
 */
final class ClassArchive {

  private final Path file;
  private final String classPath;

  private ClassArchive(Path file, String classPath) {
    this.file = file;
    this.classPath = classPath;
  }

  /** Packs the folders of the class path; folders are not archived. */
  static ClassArchive pack(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : all.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("code-" + entries.size() + ".jar");
        pack(path, jar);
        entries.add(jar.toString());
      } else if (Files.exists(path)) {
        entries.add(entry);
      }
    }
    return new ClassArchive(
        folder.resolve("classes.jsa"), String.join(File.pathSeparator, entries));
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(path, out);
          out.closeEntry();
        }
      }
    }
  }

  /** Whether a process has written the archive. */
  boolean isWritten() {
    return Files.exists(file);
  }

  /** The arguments of a process; the first one, that ends in order, writes the archive. */
  List<String> arguments() {
    String archive =
        isWritten() ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + file;
    return List.of(archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-cp", classPath);
  }
}
