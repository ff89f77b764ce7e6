package org.liangpai.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.liangpai.warninglist.WarningList;

/**
 * The compiled rules. Each evaluation is one short session; nothing is kept between two of them.
 */
public final class RuleBook {

  private final KieBase rules;
  private final RuleSources sources;
  private final Map<String, RuleBook> alone = new ConcurrentHashMap<>();

  private RuleBook(RuleSources sources) {
    this.rules = build(sources);
    this.sources = sources;
  }

  /**
   * Compiles the rules.
   *
   * @throws RulesRefused if they do not compile or do not fit the list: an item without its rule, a
   *     rule without its item, a threshold that the list does not have
   */
  public static RuleBook compile(RuleSources sources, WarningList list) {
    List<String> misfits = RuleListing.of(sources).misfits(list);
    if (!misfits.isEmpty()) {
      throw new RulesRefused(misfits);
    }
    return new RuleBook(sources);
  }

  /** SHA-256 of the rule files. */
  public String fingerprint() {
    return sources.fingerprint();
  }

  /** The rule of one item alone: whatever throws in it throws in no other. */
  RuleBook only(String code) {
    return alone.computeIfAbsent(code, one -> new RuleBook(sources.only(one)));
  }

  /**
   * Fires the rules over some facts and gives what they inserted of a type, in no particular order.
   */
  <T> List<T> fire(Collection<?> facts, Class<T> results) {
    KieSession session = rules.newKieSession();
    try {
      facts.forEach(session::insert);
      session.fireAllRules();
      return session.getObjects(new ClassObjectFilter(results)).stream()
          .map(results::cast)
          .toList();
    } finally {
      session.dispose();
    }
  }

  private static KieBase build(RuleSources sources) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId release =
        services.newReleaseId("org.liangpai", "rules-" + sources.fingerprint(), "1");
    files.generateAndWritePomXML(release);
    sources.files().forEach((name, text) -> files.write("src/main/resources/rules/" + name, text));
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
    List<String> errors = new ArrayList<>();
    for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
      errors.add("%s 第%d行：%s".formatted(message.getPath(), message.getLine(), message.getText()));
    }
    if (!errors.isEmpty()) {
      throw new RulesRefused(errors);
    }
    return services.newKieContainer(release, loader).getKieBase();
  }
}
