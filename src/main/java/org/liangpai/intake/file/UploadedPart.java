package org.liangpai.intake.file;

import java.nio.file.Path;

/** A file of an upload, under the name of its part: {@code file} or the name of a table. */
public record UploadedPart(String name, Path path) {}
