package org.liangpai.evidence.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.liangpai.evidence.EvidenceView;

/** What pages say of evidence. */
@TemplateExtension
public final class EvidenceTexts {

  private static final int KILOBYTE = 1 << 10;
  private static final double MEGABYTE = 1 << 20;

  private EvidenceTexts() {}

  /** The size of a file. */
  public static String sizeText(EvidenceView.FileView file) {
    return file.size() < MEGABYTE
        ? Math.max(1, file.size() / KILOBYTE) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", file.size() / MEGABYTE);
  }
}
