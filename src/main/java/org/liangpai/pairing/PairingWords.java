package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.warninglist.Dimension;
import org.liangpai.warninglist.Domain;

/** Says in Chinese why two branches fit. */
@ApplicationScoped
class PairingWords {

  private final Catalogue catalogue;

  PairingWords(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String domain(String code) {
    return catalogue.list().domain(code).map(Domain::label).orElse(code);
  }

  List<String> dimensions(Collection<String> prefixes) {
    return Arrays.stream(Dimension.values())
        .filter(one -> prefixes.contains(one.prefix()))
        .map(Dimension::label)
        .toList();
  }

  String explanation(Assignment.Pair pair) {
    Fit fit = pair.fit();
    StringJoiner text = new StringJoiner("；", "", "。");
    text.add(
        fit.sameDomain()
            ? "同属" + domain(pair.weak().domain()) + "领域"
            : "领域不同（" + domain(pair.weak().domain()) + "、" + domain(pair.strong().domain()) + "）");
    text.add(
        fit.steps() == 0
            ? "在同一党组织"
            : fit.steps() <= 2 ? "党组织相近，相隔" + fit.steps() + "步" : "党组织相隔" + fit.steps() + "步");
    String needed = String.join("、", dimensions(pair.weak().dimensions()));
    int months = catalogue.list().pairing().strongMonths();
    text.add(
        fit.strong()
            ? "帮扶方在%s方面近%d个月没有属实的问题".formatted(needed, months)
            : "帮扶方在%s方面近%d个月也有属实的问题".formatted(needed, months));
    if (fit.demonstration()) {
      text.add("帮扶方是示范党支部");
    }
    return text.toString();
  }
}
