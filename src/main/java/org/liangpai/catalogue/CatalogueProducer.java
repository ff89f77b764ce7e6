package org.liangpai.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.evaluation.RuleSources;
import org.liangpai.warninglist.WarningList;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListSource;

/** Reads the list and compiles the rules at start; a fault in either stops the start. */
@Singleton
class CatalogueProducer {

  @Produces
  @Singleton
  @Startup
  Catalogue catalogue(CatalogueConfig config) {
    WarningList list =
        new WarningListReader()
            .read(
                config
                    .warningListDir()
                    .map(WarningListSource::folder)
                    .orElseGet(WarningListSource::packaged));
    RuleSources sources =
        config.rulesDir().map(RuleSources::folder).orElseGet(RuleSources::packaged);
    return new Catalogue(list, RuleBook.compile(sources, list));
  }
}
