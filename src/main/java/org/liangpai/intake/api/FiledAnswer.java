package org.liangpai.intake.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was filed as it is stored, with what the filer should look at again. */
final class FiledAnswer {

  private FiledAnswer() {}

  static Map<String, Object> of(Map<String, Object> stored, List<String> warnings) {
    Map<String, Object> answer = new LinkedHashMap<>(stored);
    if (!warnings.isEmpty()) {
      answer.put("warnings", warnings);
    }
    return answer;
  }
}
