package org.liangpai.evidence;

import java.util.List;
import java.util.Locale;

/** The types of files that may be evidence at all; configuration says which of them are taken. */
public enum FileType {
  PDF("PDF", "application/pdf", "pdf"),
  OFD("OFD公文", "application/ofd", "ofd"),
  JPEG("JPEG图片", "image/jpeg", "jpg", "jpeg"),
  PNG("PNG图片", "image/png", "png"),
  DOCX("Word文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("Excel工作簿", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  DOC("旧版Word文档", "application/msword", "doc"),
  XLS("旧版Excel工作簿", "application/vnd.ms-excel", "xls");

  private final String label;
  private final String mediaType;
  private final List<String> extensions;

  FileType(String label, String mediaType, String... extensions) {
    this.label = label;
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The usual ending of names, without the dot. */
  public String extension() {
    return extensions.get(0);
  }

  /** Whether a name ends as names of the type do. */
  boolean isEndOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
  }
}
