package org.liangpai.intake;

import org.liangpai.shared.Refusal;

/** Whoever began an import has cancelled it, and nothing of it is stored. */
public final class ImportCancelled extends Refusal {

  private static final long serialVersionUID = 1L;

  ImportCancelled() {
    super("import-cancelled", "导入已取消，没有保存任何内容。");
  }
}
